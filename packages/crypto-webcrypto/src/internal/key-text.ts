import { CryptoError } from '../crypto-error.ts';
import { damaged } from './der.ts';

const MAX_LENGTH = 65_536;

export interface KeyText {
  /** The label of the PEM armour; undefined for bare base64. */
  readonly label: string | undefined;
  /** Undefined when it is enciphered with a passphrase. */
  readonly der: Uint8Array | undefined;
}

/** PEM (RFC 7468, lax about what surrounds the block and how lines are broken) or bare base64 to DER. */
export function decodeKeyText(text: string): KeyText {
  if (typeof text !== 'string') throw new CryptoError('invalid_argument', 'The key is not a string');
  if (text.length > MAX_LENGTH) {
    throw new CryptoError('key_text_too_long', `The key text is longer than ${MAX_LENGTH} characters`);
  }
  // Environment variables and JSON pasted as text carry the two characters `\n` for a line break.
  const lines = text.replace(/\\r|\\n/g, '\n');
  const blocks = [...lines.matchAll(/-----BEGIN ([^-\n]{1,64})-----/g)];
  if (blocks.length > 1) {
    throw new CryptoError(
      'several_pem_blocks',
      'The key text holds several PEM blocks; pass only the one meant',
    );
  }
  const [block] = blocks;
  return block === undefined
    ? decodeBare(lines)
    : decodeArmoured(lines, block.index, block[0], block[1] ?? '');
}

function decodeArmoured(text: string, index: number, begin: string, label: string): KeyText {
  const start = index + begin.length;
  const end = text.indexOf(`-----END ${label}-----`, start);
  if (end < 0) {
    throw new CryptoError('damaged_key', 'The PEM block has no END line with the label of its BEGIN line');
  }
  const body = text.slice(start, end);
  // RFC 1421, 4.6.1.1: how PKCS#1 keys with a passphrase are written.
  const enciphered = /Proc-Type:\s*4,\s*ENCRYPTED/.test(body);
  return { label, der: enciphered ? undefined : decodeBase64(withoutSpace(body)) };
}

function decodeBare(text: string): KeyText {
  if (/-----(?:BEGIN|END)/.test(text)) throw damaged();
  const base64 = withoutSpace(text);
  // Every key is a SEQUENCE, in base64 MA to MP. Any other text is a password or a symmetric key perhaps.
  if (!/^M[A-P][A-Za-z0-9+/]*=*$/.test(base64)) {
    throw new CryptoError('not_a_key', 'The key text is neither a PEM block nor the base64 of a key');
  }
  return { label: undefined, der: decodeBase64(base64) };
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

function decodeBase64(base64: string): Uint8Array {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw damaged();
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
