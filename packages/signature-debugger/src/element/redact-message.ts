import type { Explanation } from '../types/explanation.ts';

const MASK = '***';

/**
 * The message without card and personal data and without a key that was pasted along, for a link that others open. Its
 * signature no longer matches where something was masked. `undefined` where that cannot be promised: what could not be
 * read may hold anything.
 *
 * @param keys What was typed as one, should the message hold it elsewhere.
 */
export function redactMessage(
  message: string,
  { steps, problems }: Explanation,
  keys: readonly string[],
): string | undefined {
  const fields = steps.flatMap((step) => (step.kind === 'fields' ? step.fields : []));
  if (fields.length === 0 || problems.some(({ code }) => code === 'several_messages')) return undefined;
  const secrets = [...keys, ...fields.map(({ value, sensitive }) => (sensitive ? value : ''))];
  let redacted = message;
  for (const secret of secrets) {
    if (secret !== '') redacted = redacted.replace(spellings(secret), MASK);
  }
  return withoutNumbers(redacted).replace(/((?:&amp;|%26|[&?])key(?:=|%3D))[^&\s"'<]*/gi, `$1${MASK}`);
}

/** Every spelling in which a container may carry the value: each character as it is, or escaped in some way. */
function spellings(value: string): RegExp {
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

/** Mobile, identity and card numbers in fields that no document knows, or around the message. */
function withoutNumbers(message: string): string {
  return message
    .replace(/(?<![\dA-Za-z])1[3-9]\d{9}(?!\d)/g, MASK)
    .replace(
      /(?<![\dA-Za-z])\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g,
      MASK,
    )
    .replace(/(?<![\dA-Za-z])\d{15,19}(?!\d)/g, (digits) => (isCardNumber(digits) ? MASK : digits));
}

/** By its check digit. */
function isCardNumber(digits: string): boolean {
  const sum = Array.from(digits)
    .toReversed()
    .map((digit, index) => (index % 2 === 0 ? Number(digit) : Number(digit) * 2))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return /^[3-6]/.test(digits) && sum % 10 === 0;
}
