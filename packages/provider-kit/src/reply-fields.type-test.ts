import { code, fen, text } from './field-kinds.ts';
import { optional, relied, settled } from './field-use.ts';
import type { Outcome } from './outcome.ts';
import { type DataOf, decodeReplyFields, type SucceededDataOf } from './reply-fields.ts';

const title = { en: '', zh: '' };
const fields = {
  state: relied(code(title, { PAID: title })),
  amount: settled(fen(title)),
  note: optional(text(title)),
  bank: text(title),
  coupon_fee_$n: optional(fen(title)),
};
type Reply = typeof fields;

declare const data: DataOf<Reply>;
data.state satisfies string;
data.amount satisfies number | undefined;
data.bank satisfies string | undefined;
data.coupon_fee_0 satisfies number | undefined;
data.coupon_fee_12 satisfies number | undefined;
// @ts-expect-error The row stands for numbers alone.
void data.coupon_fee_x;
// @ts-expect-error Only success is certain to have an amount.
data.amount satisfies number;
// @ts-expect-error Platforms leave out what their tables call required.
data.bank satisfies string;
// @ts-expect-error What was received is not changed.
data.state = 'PAID';

declare const succeeded: SucceededDataOf<Reply>;
succeeded.amount satisfies number;
// @ts-expect-error Not even success is certain to have it.
succeeded.bank satisfies string;

const decoded = decodeReplyFields(fields, {});
// @ts-expect-error Nothing is certain before it has been asked whether everything could be read.
decoded.data.state satisfies string;
if (decoded.ok) decoded.data.state satisfies string;
else decoded.missing satisfies readonly string[];

declare const outcome: Outcome<DataOf<Reply>, SucceededDataOf<Reply>>;
switch (outcome.status) {
  case 'succeeded':
    outcome.data.amount satisfies number;
    break;
  case 'pending':
    outcome.next.operation satisfies string | undefined;
    // @ts-expect-error Not paid yet.
    outcome.data.amount satisfies number;
    break;
  case 'failed':
    outcome.error.mayRepeat satisfies boolean;
    // @ts-expect-error What was refused has not always data.
    outcome.data satisfies object;
    break;
  case 'refunded':
    outcome.data satisfies object;
    break;
  case 'unknown':
    outcome.cause.code satisfies string;
    outcome.next.action satisfies 'query' | 'repeat' | 'proceed';
    // @ts-expect-error Unknown is no failure.
    outcome.error satisfies object;
    break;
  default:
    outcome satisfies never;
}
