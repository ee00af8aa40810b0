import { program } from '../../scripts/tsup-library.ts';

export default program('src/main.ts');
