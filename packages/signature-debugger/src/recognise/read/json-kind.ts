import { hasMmspName } from '../operations/known-names.ts';
import { isPayoutPlaintext } from './read-payout-plaintext.ts';

/** What a JSON object is, as far as the names of its members tell. */
export type JsonKind = 'wechat' | 'envelope' | 'payout' | 'payout-plaintext' | 'body';

/** Whose message an object is; `undefined` where it is nobody's. */
export function jsonKind(names: readonly string[]): JsonKind | undefined {
  const has = (...wanted: readonly string[]) => wanted.some((name) => names.includes(name));
  if (has('Body', 'CommandID')) return 'envelope';
  if (has('ENCRYPT')) return 'payout';
  if (has('mch_id', 'nonce_str', 'return_code')) return 'wechat';
  if (isRefusal(names)) return 'payout';
  if (isPayoutPlaintext(names)) return 'payout-plaintext';
  return hasMmspName(names) ? 'body' : undefined;
}

/** A payout that was refused has nothing but the reason, under whatever spelling [M] 代付 6.2. */
function isRefusal(names: readonly string[]): boolean {
  return names.includes('RETCODE') && names.every((name) => REFUSAL.has(name));
}

const REFUSAL: ReadonlySet<string> = new Set(['RETCODE', 'RETMSG', 'REMSG', 'RETMMSG', 'SIGN']);
