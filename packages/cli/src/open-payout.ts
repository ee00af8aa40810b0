import { payout, type RsaPrivateKey } from '@yinjian/mmsp';
import { CliError } from './errors.ts';
import { EXIT } from './exit-code.ts';

/**
 * The plain bytes of an `ENCRYPT`.
 *
 * @throws CliError `decryption_failed`, for whatever is wrong with it.
 */
export async function openPayout(encrypted: string, key: RsaPrivateKey): Promise<Uint8Array> {
  try {
    return await payout.open(encrypted, key);
  } catch {
    throw new CliError(
      'decryption_failed',
      {
        en: 'ENCRYPT cannot be decrypted with this private key. `yinjian diagnose` finds out why.',
        zh: '无法用该私钥解密 ENCRYPT。`yinjian diagnose` 可查明原因。',
      },
      { exitCode: EXIT.failed },
    );
  }
}
