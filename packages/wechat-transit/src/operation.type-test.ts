import { payapply, querystate } from './definitions.ts';

payapply.partner.name satisfies 'payapply';
querystate.direct.name satisfies 'querystate';
// @ts-expect-error The name of another operation.
payapply.direct.name satisfies 'queryorder';
