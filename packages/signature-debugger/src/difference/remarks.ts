import type { Title } from '@yinjian/provider-kit';
import type { DifferencePart, DifferenceRemark } from '../types/difference.ts';
import type { Span } from '../types/step.ts';
import { inWords } from './in-words.ts';

/** More would not be read. */
const MOST_REMARKS = 20;

/** What the parts that differ show, in words; the same thing in many places is said once. */
export function remarksOn(parts: readonly DifferencePart[], spans: readonly Span[]): DifferenceRemark[] {
  if (isReordered(parts)) {
    return [{ at: parts.findIndex(({ kind }) => kind !== 'same'), message: REORDERED }];
  }
  const found: { at: number; message: Title; fields: Set<string> }[] = [];
  let offset = 0;
  for (let at = 0; at < parts.length; at++) {
    const run = runAt(parts, at);
    const field = fieldAt(offset, spans);
    if (run.length > 0) {
      const message = inWords(run.theirs, run.platform);
      const known = found.find((one) => one.message.en === message.en);
      if (known === undefined)
        found.push({ at, message, fields: new Set(field === undefined ? [] : [field]) });
      else if (field !== undefined) known.fields.add(field);
      at += run.length - 1;
      offset += run.platform.length;
    } else {
      offset += parts[at]?.text.length ?? 0;
    }
  }
  return found
    .slice(0, MOST_REMARKS)
    .map(({ at, message, fields }) => ({ at, message: located(message, fields) }));
}

/** The parts from here on that differ, up to the next that is the same. */
function runAt(parts: readonly DifferencePart[], start: number) {
  let end = start;
  const run = { theirs: '', platform: '', length: 0 };
  for (; end < parts.length; end++) {
    const { kind, text } = parts[end] as DifferencePart;
    if (kind === 'same') break;
    run[kind] += text;
    run.length++;
  }
  return run;
}

function fieldAt(offset: number, spans: readonly Span[]): string | undefined {
  return spans.find(({ start, end }) => start <= offset && offset < end)?.field;
}

/** The same pieces in another order. */
function isReordered(parts: readonly DifferencePart[]): boolean {
  const piecesOf = (other: DifferencePart['kind']) =>
    parts
      .filter(({ kind }) => kind !== other)
      .map(({ text }) => text)
      .join('')
      .replace(/^\{|\}$/g, '')
      .split(/,(?=")|&/)
      .toSorted()
      .join('\n');
  return parts.some(({ kind }) => kind !== 'same') && piecesOf('platform') === piecesOf('theirs');
}

function located({ en, zh }: Title, fields: ReadonlySet<string>): Title {
  if (fields.size === 0) return { en, zh };
  const names = [...fields].slice(0, 4).join(', ') + (fields.size > 4 ? ' …' : '');
  return { en: `${en}, at ${names}`, zh: `${zh}（${names}）` };
}

const REORDERED: Title = {
  en: 'the fields are the same, but in another order',
  zh: '字段相同，但顺序不同',
};
