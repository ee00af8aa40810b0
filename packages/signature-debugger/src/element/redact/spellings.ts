/** Every spelling in which a text may carry the value: each character as it is, or escaped in some way. */
export function spellings(value: string): RegExp {
  const characters = Array.from(value.match(/\\+|[^\\]/gu) ?? [], (character) => {
    if (character.startsWith('\\')) return String.raw`\\+`;
    const units = Array.from({ length: character.length }, (_, index) =>
      character.charCodeAt(index).toString(16).padStart(4, '0'),
    );
    const codePoint = character.codePointAt(0) ?? 0;
    const bytes = Array.from(
      new TextEncoder().encode(character),
      (byte) => `%${byte.toString(16).padStart(2, '0')}`,
    );
    return [
      `\\\\*${literally(character)}`,
      ...(character in SHORT ? [`\\\\+${SHORT[character]}`] : []),
      units.map((unit) => `\\\\+u${unit}`).join(''),
      `&(?:amp;)*#(?:0*${codePoint}|x0*${codePoint.toString(16)});`,
      bytes.join('').replaceAll('%', '%(?:25)*'),
      ...(character === ' ' ? ['\\+'] : []),
      ...(character in NAMED ? [`&(?:amp;)*${NAMED[character]};`] : []),
    ].join('|');
  });
  return new RegExp(characters.map((any) => `(?:${any})`).join(''), 'giu');
}

/** Escapes of JSON and of HTML. */
const SHORT: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\t': 't' };
const NAMED: Readonly<Record<string, string>> = {
  '"': 'quot',
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  "'": 'apos',
};

function literally(character: string): string {
  return /[$()*+./?[\]^{|}]/.test(character) ? `\\${character}` : character;
}
