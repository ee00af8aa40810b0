import type { Digest } from './digest.ts';
import type { Member, Members } from './value.ts';

/**
 * How a signature is made, stage by stage. The plan of a platform has the correct setting of each; a mistake replaces
 * some.
 */
export interface Plan extends Style {
  /** The fields that are signed, in the order of the message. */
  readonly scope: Members;
  /** Which fields are left out or added. */
  readonly fields: Edit;
  /** What one field is changed to. */
  readonly change: Edit;
  /** What every field is changed to. */
  readonly values: Rewrite;
  /** The same for what is inside objects and lists. */
  readonly nesting: Rewrite;
  /** What the fields are put into, with others around. */
  readonly wrap: Edit;
  readonly order: Edit;
  /** What becomes of the text as a whole. */
  readonly frame: (text: string) => string;
  /** How the key comes to the text. */
  readonly append: (text: string, key: string) => string;
  readonly key: string;
  /** What becomes of the key before it is used. */
  readonly keyForm: (key: string) => string;
  /** The bytes of a text; undefined for UTF-8. */
  readonly charset: Charset | undefined;
  readonly digest: Digest;
}

/** How fields become a text. */
export interface Style {
  readonly writer: Writer;
  readonly slash: Slash;
  readonly unicode: Unicode;
  /** Further characters that are escaped in JSON. */
  readonly escapes: Escapes;
  readonly spacing: Spacing;
}

/** `escaped`: `\/`. `twice`: `\\/`. `thrice`: `\\\/`, escaped once more after it was. */
export type Slash = 'escaped' | 'raw' | 'twice' | 'thrice';

/** `raw`: as it is, but U+2028 and U+2029 as `\u2028` and `\u2029`. `all-raw`: these too. Else `\uXXXX` in that case. */
export type Unicode = 'raw' | 'all-raw' | 'lower' | 'upper';

export interface Escapes {
  readonly id: string;
  /** Matches one character that is written `\uXXXX`. */
  readonly pattern?: RegExp;
  readonly isUpper?: boolean;
}

export interface Spacing {
  readonly id: string;
  readonly comma: string;
  readonly colon: string;
  /** Of a pretty-printed text: what each level is indented by, and the line break. */
  readonly indent?: { readonly by: string; readonly newline: string };
}

export interface Writer {
  readonly id: string;
  readonly member: (member: Member, style: Style) => string;
  readonly join: (members: readonly string[], style: Style) => string;
}

export type Edit = (members: Members) => Members;
export type Rewrite = (member: Member) => Member;

/** Undefined for a text that the character set has not. */
export type Charset = (text: string) => Uint8Array<ArrayBuffer> | undefined;

export const unchanged = <T>(value: T): T => value;

export const NO_ESCAPES: Escapes = { id: 'none' };
export const COMPACT: Spacing = { id: 'compact', comma: ',', colon: ':' };

/** What a mistake changes. */
export type Stage = keyof Plan;
