import type { Caller } from './client.ts';
import { ask, place } from './internal/fixtures/sample-operations.ts';
import type { OperationInput, OperationOutcome } from './operation.ts';

declare const call: Caller;

const order = { order: 'A1', amount: 1, card: '6', kind: 'SHOP', detail: 'tea' } as const;
const outcome = await call(place, order);
if (outcome.status === 'succeeded') outcome.data.amount satisfies number;
await call(place, { ...order, kind: 'RIDE', detail: { from: 'a', at: new Date() } });
await call(ask, { receipt: '1' }, { signal: AbortSignal.abort() });
// What an order waits for can be asked for whatever the next step is.
if (outcome.status === 'pending') outcome.next.awaits?.take satisfies readonly string[] | undefined;
// @ts-expect-error The detail of another kind.
await call(place, { ...order, kind: 'RIDE' });
// @ts-expect-error Neither the order nor its receipt.
await call(ask, {});
// @ts-expect-error The client sets it.
await call(place, { ...order, merchant: 'M1' });

declare const asked: OperationInput<typeof ask>;
// @ts-expect-error One operation's input is not another's.
await call(place, asked);
// @ts-expect-error Nothing that is not an operation has input.
export const input: OperationInput<'place'> = order;
// @ts-expect-error Nor an outcome.
export const nothing: OperationOutcome<'place'> = outcome;
