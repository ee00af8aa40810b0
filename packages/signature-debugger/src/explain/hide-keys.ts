import type { Title } from '@yinjian/provider-kit';
import type { KeyMask } from '../internal/key-mask.ts';
import { MASKED_KEY } from '../internal/mask.ts';
import type { Explanation } from '../types/explanation.ts';
import type { Problem } from '../types/problem.ts';
import type { CanonicalStep, ExplainedField, Span, Step } from '../types/step.ts';

/** The explanation without the keys that the message holds; the digests are still those of the real text. */
export function hideKeys(explanation: Explanation, mask: KeyMask): Explanation {
  const { recognised, steps, problems } = explanation;
  const hidden = steps.map((step) => hideIn(step, steps, mask));
  const told = problems.some(({ code }) => code === 'key_in_message') ? [] : keyProblems(steps, hidden);
  return {
    ...explanation,
    recognised: { ...recognised, because: recognised.because.map((title) => inTitle(title, mask)) },
    steps: hidden,
    problems: [
      ...problems.map((problem) => ({ ...problem, message: inTitle(problem.message, mask) })),
      ...told,
    ],
  };
}

function inTitle(title: Title, mask: KeyMask): Title {
  const [zh, en] = [mask.hide(title.zh), mask.hide(title.en)];
  return zh === title.zh && en === title.en ? title : { zh, en };
}

function hideIn(step: Step, steps: readonly Step[], mask: KeyMask): Step {
  switch (step.kind) {
    case 'fields':
      return { ...step, fields: step.fields.map((field) => inField(field, mask)) };
    case 'order':
      return { ...step, names: step.names.map((name) => mask.hide(name)) };
    case 'canonical':
      return inCanonical(step, mask);
    case 'digest': {
      const canonical = steps.find(({ kind }) => kind === 'canonical');
      const removed = canonical?.kind === 'canonical' ? bytesOfKeys(canonical.text, mask) : 0;
      return { ...step, inputBytes: step.inputBytes - removed };
    }
    case 'compare':
    case 'rsa-signature':
      return step.found === undefined ? step : { ...step, found: mask.hide(step.found) };
    case 'plaintext':
      return { ...step, text: mask.hide(step.text) };
    case 'append':
    case 'blocks':
      return step;
  }
}

function inField(field: ExplainedField, mask: KeyMask): ExplainedField {
  const [name, value] = [mask.hide(field.name), mask.hide(field.value)];
  return name === field.name && value === field.value ? field : { ...field, name, value };
}

/** A key's length is not shown either. */
function bytesOfKeys(text: string, mask: KeyMask): number {
  const keys = mask.placesIn(text).map(({ start, end }) => text.slice(start, end));
  return new TextEncoder().encode(keys.join('')).length;
}

function inCanonical(step: CanonicalStep, mask: KeyMask): CanonicalStep {
  const { text } = step;
  const places = mask.placesIn(text);
  if (places.length === 0) return step;
  let shown = '';
  let copied = 0;
  for (const { start, end } of places) {
    shown += text.slice(copied, start) + MASKED_KEY;
    copied = end;
  }
  shown += text.slice(copied);
  let next = 0;
  let shift = 0;
  /** Offsets are asked for in rising order; one within a key is that of the end of its mask. */
  const offsetOf = (offset: number): number => {
    for (;;) {
      const place = places[next];
      if (place === undefined || offset <= place.start) return offset + shift;
      if (offset < place.end) return place.start + MASKED_KEY.length + shift;
      shift += MASKED_KEY.length - (place.end - place.start);
      next++;
    }
  };
  const spans: Span[] = [];
  let start = 0;
  for (const span of step.spans) {
    const end = offsetOf(span.end);
    const field = span.field === undefined ? undefined : mask.hide(span.field);
    if (end > start) spans.push({ ...span, start, end, ...(field === undefined ? {} : { field }) });
    start = end;
  }
  return { ...step, text: shown, spans };
}

/** Says that the message holds a key, where hiding it changed something. */
function keyProblems(steps: readonly Step[], hidden: readonly Step[]): Problem[] {
  for (const [index, step] of steps.entries()) {
    const other = hidden[index];
    if (step.kind === 'fields' && other?.kind === 'fields') {
      const at = step.fields.findIndex((field, place) => field !== other.fields[place]);
      const field = other.fields[at];
      if (field === undefined) continue;
      const place = field.at === undefined ? {} : { at: field.at };
      return [{ severity: 'warning', code: 'key_in_message', message: inMessage(field.name), ...place }];
    }
    const isSignature = step.kind === 'compare' && other?.kind === 'compare' && step.found !== other.found;
    if (isSignature) return [{ severity: 'warning', code: 'key_in_message', message: AS_SIGNATURE }];
  }
  return [];
}

const inMessage = (name: string): Title => ({
  zh: `你的密钥就在要发送的报文里（${name}）：看到报文的人都能用它签名；请去掉，已经发送过的话请更换密钥`,
  en: `your key is in the message that you send (${name}): whoever sees it can sign in your name; take it out, and have the key changed if it was ever sent`,
});
const AS_SIGNATURE: Title = {
  zh: '签名处填的就是密钥本身：密钥只用于计算，不能发送；已经发送过的话请更换密钥',
  en: 'what stands for the signature is the key itself: the key is only calculated with and never sent; have it changed if it was',
};
