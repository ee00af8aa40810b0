import { decodeMatches, type SourceText } from '../../internal/source-text.ts';
import type { Peel } from '../peeled.ts';
import { isMessage, pathOf } from './html-form.ts';

const COMMAND = /(?:^|[\s=(|;])(?:Invoke-WebRequest|Invoke-RestMethod|iwr|irm)\s/i;

/** `Invoke-WebRequest -Uri "…" -Body "{`"CommandID`":771…}"`, as browsers copy a request for PowerShell. */
export const peelPowerShell: Peel = (source) => {
  const { text } = source;
  if (isMessage(text) || !COMMAND.test(text)) return undefined;
  const body = /\s-Body\s+(?:\$(\w+)|(?=["'@]))/i.exec(text);
  if (body === null) return undefined;
  const [whole, variable] = body;
  const at = variable === undefined ? body.index + whole.length : assignmentOf(variable, text);
  const inner = at === undefined ? undefined : stringAt(source, at);
  if (inner === undefined) return undefined;
  const path = pathOf(/\s-Uri\s+["']?([^\s"'`]+)/i.exec(text)?.[1]);
  return {
    containers: ['powershell'],
    inner,
    clues: { role: 'sent', ...(path === undefined ? {} : { path }) },
  };
};

function assignmentOf(variable: string, text: string): number | undefined {
  const match = new RegExp(`\\$${variable}\\s*=\\s*(?=["'@])`, 'i').exec(text);
  return match === null ? undefined : match.index + match[0].length;
}

function stringAt(source: SourceText, at: number): SourceText | undefined {
  const { text } = source;
  const isHere = text[at] === '@';
  const quote = text[isHere ? at + 1 : at] ?? '';
  const start = isHere ? text.indexOf('\n', at) + 1 : at + 1;
  const end = isHere ? text.indexOf(`\n${quote}@`, start) : endOfQuoted(text, start, quote);
  if (start === 0 || end < 0) return undefined;
  const inside = source.slice(start, end);
  if (quote === '"') return expanded(inside);
  return isHere ? inside : decodeMatches(inside, /''/g, () => "'");
}

/** A quote that is doubled does not end the text, and in double quotes none that a backtick escapes. */
function endOfQuoted(text: string, start: number, quote: string): number {
  for (let at = start; at < text.length; at++) {
    if (text[at] === '`' && quote === '"') at++;
    else if (text[at] === quote && text[at + 1] === quote) at++;
    else if (text[at] === quote) return at;
  }
  return -1;
}

/** In double quotes a backtick escapes, and browsers write other characters than ASCII as `$([char]22320)`. */
const EXPANDED = /`([^])|""|\$\(\[char\](\d{1,5})\)/g;

function expanded(inside: SourceText): SourceText {
  return decodeMatches(inside, EXPANDED, ([, escaped, unit]) => {
    if (unit !== undefined) return String.fromCharCode(Number(unit));
    return escaped === undefined ? '"' : (CONTROLS[escaped] ?? escaped);
  });
}

/** Letters that stand for a control after a backtick. */
const CONTROLS: Readonly<Record<string, string>> = { '0': '\0', n: '\n', r: '\r', t: '\t' };
