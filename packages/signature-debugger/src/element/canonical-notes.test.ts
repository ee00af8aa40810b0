import { describe, expect, it } from 'vitest';
import { explain } from '../explain.ts';
import type { CanonicalStep } from '../types/step.ts';
import { nextField, notesOf } from './canonical-notes.ts';

async function canonical(message: string): Promise<CanonicalStep> {
  const { steps } = await explain(message);
  const step = steps.find(({ kind }) => kind === 'canonical');
  expect(step).toBeDefined();
  return step as CanonicalStep;
}

describe('notes of a canonical text', () => {
  it('say once why its pieces are written as they are, and where', async () => {
    const { text, spans } = await canonical(
      '{"Body":{"URL":"http://a.example/b","BACK":"/","AMT":1.10,"N":"x"},"CommandID":771}',
    );
    expect(notesOf(text, spans)).toEqual([
      {
        note: expect.objectContaining({ zh: expect.stringContaining('1.10') }),
        pieces: [],
        fields: ['AMT'],
      },
      {
        note: expect.objectContaining({ en: expect.stringContaining('/') }),
        pieces: ['\\/'],
        fields: ['BACK', 'URL'],
      },
    ]);
  });

  it('name no more than a few of their pieces', async () => {
    const value = Array.from(
      { length: 20 },
      (_, index) => `\\u${(1 + index).toString(16).padStart(4, '0')}`,
    ).join('');
    const { text, spans } = await canonical(`{"Body":{"AMT":"${value}","N":"x"},"CommandID":771}`);
    expect(notesOf(text, spans).flatMap(({ pieces }) => pieces)).toHaveLength(8);
  });

  it('are absent where nothing is special', async () => {
    const { text, spans } = await canonical('{"Body":{"AMT":"1"},"CommandID":771}');
    expect(notesOf(text, spans)).toEqual([]);
  });
});

describe('the next field of a canonical text', () => {
  it('is found in both directions, and stays at the ends', async () => {
    const { spans } = await canonical('b=2&a=1&c=3&sign=00');
    expect(nextField(spans, undefined, 1)).toBe('a');
    expect(nextField(spans, undefined, -1)).toBe('c');
    expect(nextField(spans, 'a', 1)).toBe('b');
    expect(nextField(spans, 'b', -1)).toBe('a');
    expect(nextField(spans, 'c', 1)).toBe('c');
    expect(nextField(spans, 'a', -1)).toBe('a');
    expect(nextField(spans, 'sign', 1)).toBe('a');
    expect(nextField([], 'a', 1)).toBeUndefined();
  });
});
