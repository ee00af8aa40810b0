import type { SignatureMistakeId } from '../mistakes/signature.ts';

/** A way in which the signature may have been written. */
interface Spelling {
  readonly mistakes: readonly SignatureMistakeId[];
  /** Whether digests of so many hex digits can come out like this. */
  readonly admits: (hexLength: number) => boolean;
  readonly isOf: (upperHex: string) => boolean;
}

const LENGTHS: ReadonlySet<number> = new Set([32, 40, 64, 128]);
/** Fewer digits say too little. */
const SHORTEST_CUT = 16;

/** The signature that was found, compared however it is written. */
export class FoundSignature {
  readonly #spellings: readonly Spelling[];
  readonly #admitted = new Map<number, boolean>();

  constructor(text: string) {
    this.#spellings = spellingsOf(text);
  }

  /** Whether it may stand for a digest of so many hex digits. */
  admits(hexLength: number): boolean {
    let admitted = this.#admitted.get(hexLength);
    if (admitted === undefined) {
      admitted = this.#spellings.some((spelling) => spelling.admits(hexLength));
      this.#admitted.set(hexLength, admitted);
    }
    return admitted;
  }

  /** How a digest that it stands for was written wrongly, nothing if it was not; `undefined` for any other digest. */
  match(upperHex: string): readonly SignatureMistakeId[] | undefined {
    for (const spelling of this.#spellings) if (spelling.isOf(upperHex)) return spelling.mistakes;
    return undefined;
  }
}

function spellingsOf(found: string): Spelling[] {
  const bare = bareDigest(found);
  const around: SignatureMistakeId[] = bare === found ? [] : ['signature.surrounded'];
  const joined = /^[0-9a-f]{2}([-: ][0-9a-f]{2})+$/i.test(bare) ? bare.replace(/[-: ]/g, '') : bare;
  const separated: SignatureMistakeId[] = joined === bare ? [] : ['signature.separated'];
  if (/^[0-9a-f]+$/i.test(joined)) return ofHex(joined, [...around, ...separated]);
  return ofBase64(bare, around);
}

/** Without white space and quotes around it, and without what tools print beside it: `MD5(stdin)= `, `  -`. */
function bareDigest(found: string): string {
  const trimmed = found.replace(/^[\s\ufeff\u200b"'“”‘’]+|[\s\ufeff\u200b"'“”‘’]+$/g, '');
  const [digest, ...others] = trimmed.match(/(?<![\w+/=])[0-9a-f]{32,}(?![\w+/=])/gi) ?? [];
  return digest !== undefined && others.length === 0 ? digest : trimmed;
}

function ofHex(hex: string, before: readonly SignatureMistakeId[]): Spelling[] {
  const upper = hex.toUpperCase();
  const mistakes: SignatureMistakeId[] = hex === upper ? [...before] : [...before, 'signature.lower_case'];
  const spellings: Spelling[] = [];
  if (LENGTHS.has(upper.length)) spellings.push(exactly(upper, mistakes));
  const inner = asciiOf(bytesOf(upper) ?? []);
  if (/^[0-9a-f]{32,}$/i.test(inner)) {
    spellings.push(exactly(inner.toUpperCase(), [...before, 'signature.hex_twice']));
  }
  if (upper.length >= SHORTEST_CUT) spellings.push(...partOf(upper, mistakes));
  return spellings;
}

function partOf(upper: string, mistakes: readonly SignatureMistakeId[]): Spelling[] {
  const { length } = upper;
  const admits = (hexLength: number) => hexLength > length;
  const middle: Spelling = {
    mistakes: [...mistakes, 'signature.middle_16'],
    admits: (hexLength) => length === 16 && hexLength === 32,
    isOf: (hex) => hex.length === 32 && hex.slice(8, 24) === upper,
  };
  const zeroLost: Spelling = {
    mistakes: [...mistakes, 'signature.leading_zero_lost'],
    admits,
    isOf: (hex) => hex.endsWith(upper) && /^0+$/.test(hex.slice(0, -length)),
  };
  const unpadded: Spelling = {
    mistakes: [...mistakes, 'signature.bytes_unpadded'],
    admits,
    isOf: (hex) => hex.length > length && hex.replace(/(.)(.)/g, withoutZero) === upper,
  };
  const cut: Spelling = {
    mistakes: [...mistakes, 'signature.cut'],
    admits,
    isOf: (hex) => hex.length > length && hex.includes(upper),
  };
  return [middle, zeroLost, unpadded, cut];
}

function withoutZero(pair: string, high: string, low: string): string {
  return high === '0' ? low : pair;
}

function ofBase64(found: string, before: readonly SignatureMistakeId[]): Spelling[] {
  const bytes = bytesOfBase64(found);
  if (bytes === undefined) return [];
  const inner = asciiOf(bytes);
  if (/^[0-9a-f]{32,}$/i.test(inner)) {
    return [exactly(inner.toUpperCase(), [...before, 'signature.base64_of_hex'])];
  }
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return LENGTHS.has(hex.length) ? [exactly(hex.toUpperCase(), [...before, 'signature.base64'])] : [];
}

function exactly(upper: string, mistakes: readonly SignatureMistakeId[]): Spelling {
  return {
    mistakes,
    admits: (hexLength) => hexLength === upper.length,
    isOf: (hex) => hex === upper,
  };
}

function bytesOf(hex: string): number[] | undefined {
  return hex.length % 2 === 0 ? hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) : undefined;
}

/** Standard or URL-safe, percent-encoded or not. */
function bytesOfBase64(text: string): number[] | undefined {
  const plain = text.replace(/%(2B|2F|3D)/gi, (escape) => decodeURIComponent(escape));
  if (!/^[A-Za-z0-9+/_-]{16,}={0,2}$/.test(plain)) return undefined;
  try {
    const binary = atob(plain.replaceAll('-', '+').replaceAll('_', '/'));
    return Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function asciiOf(bytes: readonly number[]): string {
  return String.fromCharCode(...bytes.slice(0, 256));
}
