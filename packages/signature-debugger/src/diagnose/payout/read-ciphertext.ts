import { decodePlaintext, meantText } from '../../explain/decode-plaintext.ts';
import type { Finding } from '../../types/diagnosis.ts';
import type { Explanation } from '../../types/explanation.ts';
import { bytesOf } from './base64-forms.ts';
import { openCiphertext } from './open-ciphertext.ts';
import { type Made, payoutFinding } from './payout-finding.ts';
import type { PayoutKeys } from './payout-keys.ts';
import type { PayoutParts } from './payout-parts.ts';

export interface ReadCiphertext {
  readonly findings: readonly Finding[];
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** Where it opens in a way in which it should not. */
  readonly plaintext?: string;
}

const ENCRYPT = { en: 'ENCRYPT', zh: 'ENCRYPT' };
/** The platform hands out keys of 1024 bits. */
const USUAL_BYTES = 128;
const PADDING_BYTES = 11;

/** What is wrong with the way a payout was encrypted, as far as the keys at hand show. */
export async function readCiphertext(
  encrypted: string,
  parts: PayoutParts,
  keys: PayoutKeys,
  { steps }: Explanation,
): Promise<ReadCiphertext> {
  const forms = bytesOf(encrypted);
  for (const { bytes, mistakes } of forms) {
    const opened = await openCiphertext(bytes, keys, parts.receiver);
    if (opened === undefined) continue;
    const made: Made[] = [
      ...mistakes.map((id) => ({ id, detail: ENCRYPT })),
      ...opened.mistakes.map((id) => ({ id, detail: opened.detail })),
    ];
    const plaintext = meantText(opened.bytes) ?? new TextDecoder().decode(opened.bytes);
    const findings =
      made.length === 0 ? byBlock(opened.bytes, parts, steps) : [payoutFinding(made, 'reproduced')];
    const { problems } = decodePlaintext(opened.bytes);
    const isUtf8 = problems.every(({ code }) => code !== 'plaintext_not_utf8');
    return { findings: isUtf8 ? findings : [...findings, NOT_UTF8], bytes, plaintext };
  }
  const [form] = forms;
  if (form === undefined) return { findings: [] };
  const findings: Finding[] =
    form.mistakes.length === 0
      ? []
      : [
          payoutFinding(
            form.mistakes.map((id) => ({ id, detail: ENCRYPT })),
            'likely',
          ),
        ];
  return { findings: [...findings, ...ofLength(form.bytes.length, parts, keys)], bytes: form.bytes };
}

const NOT_UTF8 = /* @__PURE__ */ payoutFinding([{ id: 'payout.plaintext_not_utf8' }], 'likely');

/** Text that was decoded piece by piece, where it is what was read. */
function byBlock(bytes: Uint8Array, { theirText }: PayoutParts, steps: Explanation['steps']): Finding[] {
  const lengths = steps.find((step) => step.kind === 'blocks')?.plainBytes;
  if (theirText === undefined || lengths === undefined || !theirText.includes('\ufffd')) return [];
  let at = 0;
  let read = '';
  for (const length of lengths) {
    read += new TextDecoder().decode(bytes.subarray(at, at + length));
    at += length;
  }
  return [payoutFinding([{ id: 'payout.utf8_by_block' }], read === theirText ? 'reproduced' : 'likely')];
}

function ofLength(
  bytes: number,
  { theirText, receiver }: PayoutParts,
  { publicKeys }: PayoutKeys,
): Finding[] {
  const key = publicKeys.find(({ side }) => side === receiver)?.key;
  const size = key === undefined ? USUAL_BYTES : Math.ceil(key.modulusLength / 8);
  if (bytes % size !== 0) {
    const detail = { en: String(bytes), zh: String(bytes) };
    return [payoutFinding([{ id: 'payout.block_length', detail }], 'likely')];
  }
  const holds = (bytes / size) * (size - PADDING_BYTES);
  const wanted = theirText === undefined ? 0 : new TextEncoder().encode(theirText).length;
  if (wanted <= holds) return [];
  const detail = {
    en: `it can hold ${holds} bytes of ${wanted}`,
    zh: `最多 ${holds} 字节，明文有 ${wanted} 字节`,
  };
  return [payoutFinding([{ id: 'payout.too_few_blocks', detail }], 'likely')];
}
