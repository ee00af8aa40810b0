import type { Operation } from '@yinjian/provider-kit';

/** What a platform answers instead of doing what it was asked. */
export class Refusal {
  readonly code: string;
  readonly message: string;

  constructor(code: string, message: string) {
    this.code = code;
    this.message = message;
  }
}

/** A refusal in the words of the operation's error table, unless others are given. */
export function refusal({ errors }: Pick<Operation, 'errors'>, code: string, message?: string): Refusal {
  const row = Object.hasOwn(errors, code) ? errors[code] : undefined;
  return new Refusal(code, message ?? row?.meaning.zh ?? '');
}
