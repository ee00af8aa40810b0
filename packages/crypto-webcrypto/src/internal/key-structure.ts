import { CryptoError } from '../crypto-error.ts';
import { type DerElement, damaged, readElement, readElements, TAG } from './der.ts';
import { decodeKeyText } from './key-text.ts';

export type KeyKind =
  | 'PKCS#8 private'
  | 'PKCS#1 private'
  | 'encrypted private'
  | 'other private'
  | 'SPKI public'
  | 'PKCS#1 public'
  | 'X.509 certificate';

export interface KeyStructure {
  readonly kind: KeyKind;
  /** The whole key. */
  readonly encoded: Uint8Array;
  /** The elements of its outermost SEQUENCE. */
  readonly elements: readonly DerElement[];
}

const LABELS = /* @__PURE__ */ new Map<string, KeyKind>([
  ['PRIVATE KEY', 'PKCS#8 private'],
  ['RSA PRIVATE KEY', 'PKCS#1 private'],
  ['ENCRYPTED PRIVATE KEY', 'encrypted private'],
  ['EC PRIVATE KEY', 'other private'],
  ['DSA PRIVATE KEY', 'other private'],
  ['PUBLIC KEY', 'SPKI public'],
  ['RSA PUBLIC KEY', 'PKCS#1 public'],
  ['CERTIFICATE', 'X.509 certificate'],
  ['X509 CERTIFICATE', 'X.509 certificate'],
]);

/** What the tags inside the outermost SEQUENCE, as hex, say about the kind of key. */
const SHAPES: ReadonlyArray<readonly [RegExp, KeyKind]> = [
  [/^023004(?:a0)?(?:81)?$/, 'PKCS#8 private'],
  [/^(?:02){9}(?:30)?$/, 'PKCS#1 private'],
  [/^3004$/, 'encrypted private'],
  [/^0204(?:a0)?(?:a1)?$/, 'other private'],
  [/^(?:02){6}$/, 'other private'],
  [/^3003$/, 'SPKI public'],
  [/^0202$/, 'PKCS#1 public'],
  [/^303003$/, 'X.509 certificate'],
];

/** A key text taken apart as far as to tell which of the accepted kinds it is. */
export function readKeyStructure(text: string): KeyStructure {
  const { label, der } = decodeKeyText(text);
  const kind = label === undefined ? undefined : LABELS.get(label);
  if (label !== undefined && kind === undefined) throw unsupported();
  if (der === undefined) return { kind: 'encrypted private', encoded: new Uint8Array(), elements: [] };

  const elements = readElements(readElement(der, TAG.sequence).content);
  const tags = elements.map(({ tag }) => tag.toString(16).padStart(2, '0')).join('');
  const shape = SHAPES.find(([pattern]) => pattern.test(tags))?.[1];
  if (shape === undefined) throw kind === undefined ? unsupported() : damaged();
  if (kind !== undefined && kind !== shape) {
    throw new CryptoError('pem_label_mismatch', `The PEM label says ${kind}; the data is ${shape}`);
  }
  return { kind: shape, encoded: der, elements };
}

function unsupported(): CryptoError {
  return new CryptoError('unsupported_key_format', 'The key is in a format that is not read here');
}
