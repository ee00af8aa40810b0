import { encodeBase64, encodeUtf8 } from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import type { Family } from '../../mistakes/mistake.ts';
import { SAME_BYTES } from '../../mistakes/payout.ts';
import type { Budget } from '../../search/budget.ts';
import { MD5, SHA1, SHA256 } from '../../search/digest.ts';
import type { Finding } from '../../types/diagnosis.ts';
import { reproduced } from '../findings.ts';
import { type Made, payoutFinding } from './payout-finding.ts';
import { type PayoutKeys, SIDES } from './payout-keys.ts';
import type { PayoutParts } from './payout-parts.ts';
import { type RecoveredSignature, recoverSignature } from './recover-signature.ts';
import { searchPlaintext } from './search-plaintext.ts';

const SIGN = { en: 'SIGN', zh: 'SIGN' };

export interface ReadSignature {
  readonly findings: readonly Finding[];
  /** What was tried with the plain text. */
  readonly counts?: ReadonlyMap<Family, number>;
}

/** What is wrong with the way a payout was signed: the sender's public key shows what a signature is of. */
export async function readSignature(
  parts: PayoutParts,
  plaintext: string | undefined,
  cipher: Uint8Array<ArrayBuffer> | undefined,
  keys: PayoutKeys,
  budget: Budget,
): Promise<ReadSignature> {
  if (parts.signature === '' || keys.publicKeys.length === 0) return { findings: [] };
  const recovered = recoverSignature(parts.signature, keys);
  if (recovered === undefined) {
    const hasSender = keys.publicKeys.some(({ side }) => side === parts.sender);
    return { findings: hasSender ? [payoutFinding([{ id: 'payout.unknown_key' }], 'likely')] : [] };
  }
  const made = ofRecovered(recovered, parts);
  const text = plaintext ?? parts.theirText;
  const correction = plaintext === undefined ? {} : { correctedText: plaintext };
  const signed = signedInstead(recovered, text, cipher);
  if (signed !== undefined) {
    const all = [...made, ...signed];
    return { findings: all.length === 0 ? [] : [payoutFinding(all, 'reproduced', correction)] };
  }
  if (text === undefined) return { findings: made.length === 0 ? [] : [payoutFinding(made, 'likely')] };
  const searched = await searchPlaintext(text, parts.operation, recovered, budget);
  const counts = searched?.counts ?? new Map();
  const found = reproduced(searched?.hits ?? [], correction);
  if (found !== undefined) return { findings: [together(made, { ...found, fix: SAME_BYTES })], counts };
  const isTheirs = parts.theirText !== undefined && isOf(recovered, parts.theirText);
  const other = payoutFinding(
    [...made, { id: 'payout.other_text' }],
    isTheirs ? 'reproduced' : 'likely',
    isTheirs ? { signedText: parts.theirText, ...correction } : correction,
  );
  return { findings: [other], counts };
}

/** What the signature shows by itself. */
function ofRecovered(
  { side, digest, isBare, mistakes }: RecoveredSignature,
  { sender }: PayoutParts,
): Made[] {
  const named = { en: `${digest.id}withRSA`, zh: `${digest.id}withRSA` };
  return [
    ...mistakes.map((id) => ({ id, detail: SIGN })),
    ...(side === sender ? [] : [{ id: 'payout.other_key' as const, detail: SIDES[side] }]),
    ...(isBare ? [{ id: 'payout.bare_digest' as const, detail: { en: digest.id, zh: digest.id } }] : []),
    ...(digest === SHA1 || isBare ? [] : [{ id: 'payout.other_hash' as const, detail: named }]),
  ];
}

function isOf({ digest, hex }: RecoveredSignature, text: string): boolean {
  return digest.ofText(text, '') === hex;
}

/** What was signed, where it is the plain text, the ciphertext or something made of them. */
function signedInstead(
  recovered: RecoveredSignature,
  plaintext: string | undefined,
  cipher: Uint8Array<ArrayBuffer> | undefined,
): Made[] | undefined {
  const { digest, hex } = recovered;
  if (plaintext !== undefined && isOf(recovered, plaintext)) return [];
  if (cipher !== undefined) {
    if (digest.ofBytes(cipher, '') === hex) return [{ id: 'payout.signed_ciphertext' }];
    if (isOf(recovered, encodeBase64(cipher))) return [{ id: 'payout.signed_base64', detail: CIPHERTEXT }];
  }
  if (plaintext === undefined) return undefined;
  if (isOf(recovered, encodeBase64(encodeUtf8(plaintext)))) {
    return [{ id: 'payout.signed_base64', detail: PLAINTEXT }];
  }
  for (const inner of [SHA1, MD5, SHA256]) {
    const upper = inner.ofText(plaintext, '');
    const bytes = Uint8Array.from(upper.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    if (isOf(recovered, upper) || isOf(recovered, upper.toLowerCase()) || digest.ofBytes(bytes, '') === hex) {
      return [{ id: 'payout.signed_digest', detail: { en: inner.id, zh: inner.id } }];
    }
  }
  return undefined;
}

const CIPHERTEXT: Title = { en: 'the ciphertext', zh: '密文' };
const PLAINTEXT: Title = { en: 'the plain text', zh: '明文' };

function together(made: readonly Made[], found: Finding): Finding {
  if (made.length === 0) return found;
  const first = payoutFinding(made, 'reproduced');
  return {
    ...found,
    mistakes: [...first.mistakes, ...found.mistakes],
    title: { en: `${first.title.en}; ${found.title.en}`, zh: `${first.title.zh}；${found.title.zh}` },
    fix: { en: `${first.fix.en} ${found.fix.en}`, zh: first.fix.zh + found.fix.zh },
  };
}
