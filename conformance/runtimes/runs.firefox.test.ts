import { itSeesFailuresIn } from './failures-in-page.ts';

itSeesFailuresIn('firefox');
