import { isPersonal, letsIn } from './secret-names.ts';

export const MASK = '***';

/** A name and what stands before its value, in a query, a log, JSON or the escapes of these. */
const NAME =
  /(?<![\p{L}\p{N}_.$-])([\p{L}\p{N}_$][\p{L}\p{N}_.$-]*)(?:\\*["'])?\s*(?:[=:：]|%3D)\s*(?:\\*["'])?/giu;

const VALUE = /[^&\s"'<>,;}\\]+/y;

/** The text without keys and what else lets somebody in, nor numbers and addresses of people, wherever they stand. */
export function maskText(text: string): string {
  // A digest has digits that look like anything.
  if (/^[\dA-F]{32,64}$/i.test(text)) return text;
  const keyless = text
    .replace(/-----BEGIN [A-Z\d ]+-----[^]*?(?:-----END [A-Z\d ]+-----|$)/g, MASK)
    .replace(/(?<![\w+/])MII[\w+/-]{60,}={0,2}/g, MASK)
    .replace(/(?<!\w)eyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g, MASK)
    .replace(/\b((?:authorization|cookie)\s*[:=]\s*)[^\r\n]+/gi, `$1${MASK}`)
    .replace(/\b((?:bearer|basic)\s+)[\w.~+/=-]{6,}/gi, `$1${MASK}`)
    .replace(/(:\/\/)[^/\s@"'<>]+@/g, `$1${MASK}@`);
  return maskParameters(keyless)
    .replace(/(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, MASK)
    .replace(IDENTITY_NUMBER, MASK)
    .replace(/(?<!\d)\d(?:[ -]?\d){14,18}(?!\d)/g, (number) => (isCardNumber(number) ? MASK : number))
    .replace(MOBILE_NUMBER, MASK);
}

function maskParameters(text: string): string {
  let masked = '';
  let from = 0;
  for (const { 0: before, 1: name = '', index } of text.matchAll(NAME)) {
    if (index < from || (!letsIn(name) && !isPersonal(name))) continue;
    VALUE.lastIndex = index + before.length;
    if (!VALUE.test(text)) continue;
    masked += text.slice(from, index + before.length) + MASK;
    from = VALUE.lastIndex;
  }
  return masked + text.slice(from);
}

const IDENTITY_NUMBER =
  /(?<!\d)\d{6} ?(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?\d{3}[\dXx](?!\d)/g;

/** With the number of the country or without, in groups or not. */
const MOBILE_NUMBER = /(?<!\d)(?:(?:(?:\+|%2B|00) ?)?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/gi;

/** By its check digit. */
function isCardNumber(number: string): boolean {
  const sum = Array.from(number.replace(/\D/g, ''))
    .toReversed()
    .map((digit, index) => (index % 2 === 0 ? Number(digit) : Number(digit) * 2))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return /^[3-6]/.test(number) && sum % 10 === 0;
}
