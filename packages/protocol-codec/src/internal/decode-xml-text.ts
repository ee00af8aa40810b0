import { CodecError } from '../codec-error.ts';

// Written as the complement of what is copied as it is. In both: carriage returns, surrogates and characters XML
// does not allow; in text also `&` and `]`.
const TEXT_NEEDS_CARE = /[^\t\n -%'-\\^-\ud7ff\ue000-\ufffd]/;
const CDATA_NEEDS_CARE = /[^\t\n -\ud7ff\ue000-\ufffd]/;
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([\dA-Fa-f]+));/y;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * What the characters from `from` to `to` mean: line ends normalised and, outside CDATA, references resolved.
 * Refuses characters XML 1.0 does not allow (section 2.2).
 */
export function decodeXmlText(xml: string, from: number, to: number, kind: 'text' | 'cdata'): string {
  const raw = xml.slice(from, to);
  if (!(kind === 'text' ? TEXT_NEEDS_CARE : CDATA_NEEDS_CARE).test(raw)) return raw;
  let value = '';
  let copied = from;
  let at = from;
  while (at < to) {
    const unit = xml.charCodeAt(at);
    if (unit === 0x0d) {
      value += `${xml.slice(copied, at)}\n`;
      at += xml.charCodeAt(at + 1) === 0x0a ? 2 : 1;
      copied = at;
    } else if (kind === 'text' && unit === 0x26) {
      value += xml.slice(copied, at) + decodeReference(xml, at);
      at = REFERENCE.lastIndex;
      copied = at;
    } else if (kind === 'text' && unit === 0x5d && xml.startsWith(']]>', at)) {
      throw new CodecError('xml_cdata_end', at);
    } else {
      const codePoint = xml.codePointAt(at) ?? 0;
      if (!isXmlCharacter(codePoint)) refuseCharacter(codePoint, at);
      at += codePoint > 0xffff ? 2 : 1;
    }
  }
  return value + xml.slice(copied, to);
}

/** The character the reference at `at` stands for; REFERENCE.lastIndex is then after it. */
function decodeReference(xml: string, at: number): string {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(xml);
  if (match === null) {
    throw xml.charCodeAt(at + 1) === 0x23
      ? new CodecError('xml_character_reference', at)
      : new CodecError('xml_entity', at);
  }
  const [, entity, decimal, hex] = match;
  if (entity !== undefined) return ENTITIES[entity] ?? '';
  const codePoint = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
  if (!isXmlCharacter(codePoint)) {
    throw new CodecError('xml_character_reference', at);
  }
  return String.fromCodePoint(codePoint);
}

function refuseCharacter(codePoint: number, at: number): never {
  throw codePoint >= 0xd800 && codePoint <= 0xdfff
    ? new CodecError('lone_surrogate', at)
    : new CodecError('xml_illegal_character', at);
}

/** XML 1.0 section 2.2, production Char. */
function isXmlCharacter(codePoint: number): boolean {
  if (codePoint < 0x20) return codePoint === 0x09 || codePoint === 0x0a || codePoint === 0x0d;
  if (codePoint < 0xd800) return true;
  return (codePoint >= 0xe000 && codePoint <= 0xfffd) || (codePoint >= 0x10000 && codePoint <= 0x10ffff);
}
