import type { ErrorCodes, Operation } from '@yinjian/provider-kit';
import type { Wire } from './faults.ts';

/** What a platform answers instead of doing what it was asked. */
export class Refusal {
  readonly code: string;
  readonly message: string;

  constructor(code: string, message: string) {
    this.code = code;
    this.message = message;
  }
}

/** For a code that neither the documents nor the sandbox have words for. */
const UNLISTED = '业务处理失败';

/** A refusal in the words of the operation's error table, unless others are given. */
export function refusal({ errors }: Pick<Operation, 'errors'>, code: string, message?: string): Refusal {
  return new Refusal(code, message ?? rowOf(errors, code)?.meaning.zh ?? UNLISTED);
}

/** What says that all is well, or that it was carried out. */
const SUCCESS: Readonly<Record<Wire, readonly string[]>> = {
  transit: ['SUCCESS'],
  envelope: ['1', '00'],
  payout: ['0000'],
};

/** Why nothing can be refused with this code; `undefined` where it can. */
export function refusalIssue(
  code: unknown,
  wire: Wire,
  { errors }: Pick<Operation, 'errors'>,
): string | undefined {
  if (typeof code !== 'string') return 'must be a text';
  if (SUCCESS[wire].includes(code)) return 'is what the platform says of a success, so it refuses nothing';
  const row = rowOf(errors, code);
  if (row?.class === 'pending') return `means «${row.meaning.zh}», so it refuses nothing`;
  return row !== undefined || /^-?\w{1,32}$/.test(code)
    ? undefined
    : 'must be one of the documents, or letters, digits and underscores, with or without a minus';
}

function rowOf(errors: ErrorCodes, code: string) {
  return Object.hasOwn(errors, code) ? errors[code] : undefined;
}

const REFUSE = /^REFUSE_(-?\w{1,32})$/;

/** The code that one of the request's fields asks to be refused with: `REFUSE_` and a code, documented or not. */
export function demandedRefusal(fields: Readonly<Record<string, string>>, wire: Wire): string | undefined {
  const codes = Object.values(fields).map((value) => REFUSE.exec(value)?.[1]);
  return codes.find((code) => code !== undefined && !SUCCESS[wire].includes(code));
}
