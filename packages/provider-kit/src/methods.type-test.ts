import type { Caller } from './client.ts';
import { ask, place, undo } from './internal/fixtures/sample-operations.ts';
import { createMethods, type Method, type Methods } from './methods.ts';
import type { OperationOutcome } from './operation.ts';

declare const call: Caller;
const methods = createMethods(call, { ask, place });

methods satisfies Methods<{ ask: typeof ask; place: typeof place }>;
const outcome: OperationOutcome<typeof ask> = await methods.ask({ receipt: '1' }, {});
if (outcome.status === 'succeeded') outcome.data.amount satisfies number;
// @ts-expect-error Neither the order nor its receipt.
await methods.ask({});
// @ts-expect-error No such definition.
void methods.undo;
// @ts-expect-error A client's methods stay as they are.
methods.ask = createMethods(call, { ask }).ask;
// @ts-expect-error Not an operation.
createMethods(call, { ask, title: { en: 'x', zh: '某' } });

// @ts-expect-error The method of one operation is not that of another.
export const mistaken: Method<typeof ask> = createMethods(call, { undo }).undo;
// @ts-expect-error Nor are the methods of some operations those of others.
export const mistakenMethods: Methods<{ ask: typeof ask }> = createMethods(call, { ask: undo });
