import type { Title } from '@yinjian/provider-kit';
import type { Place } from './place.ts';

/** One step of making or checking a signature, in the order in which they are taken. */
export type Step =
  | FieldsStep
  | OrderStep
  | CanonicalStep
  | AppendStep
  | DigestStep
  | CompareStep
  | BlocksStep
  | PlaintextStep
  | RsaSignatureStep;

/** Which fields there are and which of them are signed. */
export interface FieldsStep {
  readonly kind: 'fields';
  readonly title: Title;
  /** In the order of the message. */
  readonly fields: readonly ExplainedField[];
}

export interface ExplainedField {
  readonly name: string;
  /** As text: what a string means, a number as it was written, anything nested as its JSON. */
  readonly value: string;
  /** What JSON has it as. In XML everything is a string. */
  readonly type: 'string' | 'number' | 'boolean' | 'null' | 'object' | 'array';
  /** Its name in the documents, where it is in the definition. */
  readonly title?: Title;
  /** What its value means, where the documents list it. */
  readonly valueTitle?: Title;
  readonly signed: boolean;
  /** Why it is signed, or not. */
  readonly why: Title;
  /** Personal or card data. */
  readonly sensitive: boolean;
  /** Not in the definition of the message. */
  readonly unknown: boolean;
  /** Where it stands in the message that was given. */
  readonly at?: Place;
}

/** The names of what is signed, sorted. */
export interface OrderStep {
  readonly kind: 'order';
  readonly title: Title;
  readonly names: readonly string[];
}

/** The text that is signed, without the key. */
export interface CanonicalStep {
  readonly kind: 'canonical';
  readonly title: Title;
  readonly text: string;
  /** They cover the text exactly, in order. */
  readonly spans: readonly Span[];
}

/** A piece of a canonical text. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly role: 'punctuation' | 'name' | 'value' | 'escape';
  /** The top-level field it belongs to. */
  readonly field?: string;
  /** Why it is written like this. */
  readonly note?: Title;
}

/** What is appended to the canonical text. */
export interface AppendStep {
  readonly kind: 'append';
  readonly title: Title;
  /** `&key=` and a mask of fixed length. */
  readonly text: string;
}

export interface DigestStep {
  readonly kind: 'digest';
  readonly title: Title;
  readonly algorithm: 'MD5' | 'HMAC-SHA256';
  /** UTF-8 bytes of the canonical text and `&key=`, without those of the key. */
  readonly inputBytes: number;
  /** In upper-case hex; absent without a key. */
  readonly expected?: string;
}

export interface CompareStep {
  readonly kind: 'compare';
  readonly title: Title;
  /** In upper-case hex; absent without a key. */
  readonly expected?: string;
  /** As it stands in the message, or was given. */
  readonly found?: string;
  /** Absent where one of the two is. */
  readonly matches?: boolean;
}

/** The blocks of a payout's `ENCRYPT`. */
export interface BlocksStep {
  readonly kind: 'blocks';
  readonly title: Title;
  /** What the base64 stands for. */
  readonly bytes: number;
  /** The bytes of one block, which are those of the modulus; without the key 128 is assumed, where it divides. */
  readonly blockBytes?: number;
  readonly isAssumed: boolean;
  readonly count?: number;
  /** The plain bytes of each block; absent without the private key. */
  readonly plainBytes?: readonly number[];
}

/** What a payout's `ENCRYPT` holds. */
export interface PlaintextStep {
  readonly kind: 'plaintext';
  readonly title: Title;
  readonly text: string;
  /** In UTF-8: these are what is signed. */
  readonly bytes: number;
}

/** The check of a payout's `SIGN`. */
export interface RsaSignatureStep {
  readonly kind: 'rsa-signature';
  readonly title: Title;
  readonly algorithm: 'SHA1withRSA';
  /** The key it was checked with: the sender's public key, or its private key by signing once more; or the missing one. */
  readonly key: 'merchantPublicKey' | 'merchantPrivateKey' | 'platformPublicKey' | 'platformPrivateKey';
  /** Whether the key was given. */
  readonly hasKey: boolean;
  /** Bytes that are signed; absent where the plain text is not known. */
  readonly inputBytes?: number;
  /** Bytes of the signature; absent where there is none or it is not base64. */
  readonly signatureBytes?: number;
  /** Base64, as it stands in the message. */
  readonly found?: string;
  /** Base64; absent without the sender's private key. */
  readonly expected?: string;
  /** Absent where it could not be checked. */
  readonly matches?: boolean;
}
