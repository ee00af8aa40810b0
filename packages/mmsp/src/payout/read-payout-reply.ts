import {
  decodeReplyFields,
  mismatchedEchoes,
  namesOrder,
  type Outcome,
  refusalOutcome,
  stateOutcome,
  type UnknownCauseCode,
  unknownCause,
  unknownOutcome,
  type WireFields,
} from '@yinjian/provider-kit';
import { contradictsRefusal } from '../internal/contradicts-refusal.ts';
import { textOf } from '../internal/text-of.ts';
import { withWords } from '../internal/with-words.ts';
import type { MmspOperation } from '../operation.ts';
import type { PayoutCredentials } from './credentials.ts';
import { openPayoutReply } from './open-payout-reply.ts';

const SUCCESS = '0000';

/**
 * What a payout reply means [M] 代付 6.2. `RETCODE` comes first, in the clear or inside; on 0000 the encrypted result
 * tells the state.
 */
export async function readPayoutReply(
  operation: MmspOperation,
  bytes: Uint8Array,
  credentials: Required<PayoutCredentials>,
  sent: WireFields,
): Promise<Outcome<object>> {
  const unknown = (code: Exclude<UnknownCauseCode, 'platform'>, fields?: readonly string[]) =>
    unknownOutcome(unknownCause(code, fields === undefined ? {} : { fields }), operation.whenUnknown);

  const opened = await openPayoutReply(bytes, operation.reply, credentials);
  if (typeof opened === 'string') return unknown(opened);
  const { clear, sealed, isSigned } = opened;
  const inside = sealed === undefined ? '' : textOf(sealed, 'RETCODE');
  const outside = textOf(clear, 'RETCODE');
  const code = inside || outside;
  const isRefusal = code !== '' && code !== SUCCESS;

  // SIGN covers what is encrypted and nothing else, so a code in the clear is nobody's word.
  const authenticated = isSigned && (inside !== '' || !isRefusal);
  const mayBelieve = authenticated || credentials.allowUnsignedReplies;
  if (!mayBelieve && !isRefusal) return unknown('signature_missing');
  if (sealed === undefined && !isRefusal) return unknown('reply_incomplete');
  if (inside !== '' && outside !== '' && inside !== outside) return unknown('reply_mismatch', ['RETCODE']);
  const message = sealed ?? clear;
  const mismatched = mismatchedEchoes(operation, sent, message);
  if (mismatched.length > 0) return unknown('reply_mismatch', mismatched);

  if (isRefusal) {
    const reason = { code, message: textOf(inside === '' ? clear : message, 'RETMSG') };
    const outcome = refusalOutcome<object>(operation, reason, { authenticated });
    if (outcome.status === 'failed' && !mayBelieve) {
      // Nobody's word, but it tells a human what to look at.
      const cause = { ...unknownCause('signature_missing'), error: outcome.error };
      return unknownOutcome(cause, operation.whenUnknown);
    }
    const isContradicted = outcome.status === 'failed' && contradictsRefusal(operation, message);
    return isContradicted ? unknown('reply_mismatch', [operation.states.field]) : outcome;
  }
  if (!namesOrder(operation, sent, message)) return unknown('reply_incomplete', operation.request.atLeastOne);
  const decoded = decodeReplyFields(operation.reply, message);
  if (!decoded.ok) return unknown('reply_incomplete', decoded.missing);
  // Where there is no state but the code, that may stand in the clear alone.
  const state = operation.states.field === 'RETCODE' ? SUCCESS : undefined;
  const outcome = stateOutcome(operation, decoded.data, { authenticated, state });
  return withWords(outcome, textOf(message, 'DESC'));
}
