import type { Finding } from '../../types/diagnosis.ts';
import type { Step } from '../../types/step.ts';
import { isCutByBlock, isDecodedByBlock } from './cut-by-block.ts';
import { payoutFinding } from './payout-finding.ts';

/** The finding that a plain text was decoded piece by piece before it was encrypted, where it shows that. */
export function blockFindings(
  plaintext: string | undefined,
  steps: readonly Step[],
  theirText: string | undefined,
): Finding[] {
  if (plaintext === undefined || !plaintext.includes('\ufffd')) return [];
  const plainBytes = steps.find((step) => step.kind === 'blocks')?.plainBytes;
  const isShown = theirText !== undefined && isDecodedByBlock(theirText, plaintext, plainBytes);
  if (!isShown && !isCutByBlock(plaintext, plainBytes)) return [];
  return [payoutFinding([{ id: 'payout.utf8_by_block' }], isShown ? 'reproduced' : 'likely', { fix: FIX })];
}

const FIX: Finding['fix'] = {
  en: 'Cut the UTF-8 bytes of the whole text into pieces and encrypt those; make no text of a piece. What is decrypted is joined first and decoded once.',
  zh: '先把整个文本编码成 UTF-8 字节，再按字节分段加密，不要把每一段转成字符串；解密时先拼接全部字节，再一次性解码。',
};
