import { CodecError } from '@yinjian/protocol-codec';
import { OracleRefusal } from './php-oracle.ts';

/** What came out, or undefined where it was refused: by PHP, or by us with a typed error. */
export async function outcomeOf<Value>(attempt: Promise<Value> | (() => Value)): Promise<Value | undefined> {
  try {
    return await (typeof attempt === 'function' ? attempt() : attempt);
  } catch (error) {
    if (error instanceof OracleRefusal || error instanceof CodecError) {
      return undefined;
    }
    throw error;
  }
}
