import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../explain.ts';
import { API_KEY, answers, payoutReply, requests } from '../internal/fixtures/messages.ts';

describe('a long message', () => {
  it('is read no further than its thousandth field', async () => {
    const fields = (count: number) => Array.from({ length: count }, (_, at) => `f${at}=${at}`).join('&');
    expect((await explain(fields(1000))).problems).toEqual([]);
    const { problems, verdict } = await explain(fields(1001));
    expect([problems[0]?.code, verdict.result]).toEqual(['too_many_fields', 'unreadable']);
    expect(problems[0]?.at).toEqual({ start: fields(1000).length + 1, end: fields(1001).length });
  });

  it('is refused when it is longer than that', async () => {
    const { verdict, problems } = await explain(`{"a":"${'x'.repeat(1_048_576)}"}`);
    expect([verdict.result, problems[0]?.code]).toEqual(['unreadable', 'message_too_long']);
  });
});

describe('any message', () => {
  const whole = [...Object.values(requests), ...Object.values(answers), payoutReply];
  const piece = fc.oneof(
    fc.constantFrom(
      '{',
      '}',
      '"',
      '\\',
      '&',
      '=',
      '<',
      '>',
      '%7B',
      '%',
      "'",
      '$',
      ':',
      ' ',
      '\n',
      '\r\n',
      '\0',
    ),
    fc.constantFrom(
      'curl ',
      '-d ',
      'POST / HTTP/1.1\n',
      'HTTP/1.1 200 OK\n',
      'web_api=',
      '&key=',
      '&quot;',
      '&#34;',
    ),
    fc.constantFrom('<xml>', '</xml>', '<![CDATA[', ']]>', '"Body"', '"Sign"', '{"', '":"', '1', 'a'),
    fc.constantFrom('\ud800', '\ufeff', '\ufffd', '中', '鍦', '\u00a0', '__proto__'),
  );

  /** What must hold whatever was given. */
  async function check(message: string): Promise<void> {
    const { steps, problems } = await explain(message, { key: API_KEY });
    for (const { at } of problems) {
      expect(at?.start ?? 0).toBeGreaterThanOrEqual(0);
      expect(at?.end ?? 0).toBeGreaterThanOrEqual(at?.start ?? 0);
      expect(at?.end ?? 0).toBeLessThanOrEqual(message.length);
    }
    for (const step of steps) {
      if (step.kind !== 'canonical') continue;
      expect(step.spans.map(({ start, end }) => step.text.slice(start, end)).join('')).toBe(step.text);
    }
  }

  it('is explained without an exception', async () => {
    const soup = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));
    await fc.assert(fc.asyncProperty(soup, check), { numRuns: 2000 });
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), check), { numRuns: 300 });
  });

  it('is explained without an exception wherever it is cut or changed', async () => {
    const changed = fc
      .tuple(fc.constantFrom(...whole), fc.nat(), fc.nat(3), piece)
      .map(([message, at, length, change]) => {
        const offset = at % message.length;
        return message.slice(0, offset) + change + message.slice(offset + length);
      });
    await fc.assert(fc.asyncProperty(changed, check), { numRuns: 1000 });
  });

  it('is explained as it is typed', async () => {
    for (const message of whole) {
      for (let length = 0; length < message.length; length += 7) {
        await expect(check(message.slice(0, length))).resolves.toBeUndefined();
      }
    }
  });

  it('says of an empty place in an object nothing of its prototype', async () => {
    const { steps } = await explain('{"__proto__":"1","constructor":"2","AMT":"1"}');
    expect(steps.find(({ kind }) => kind === 'order')).toMatchObject({
      names: ['AMT', '__proto__', 'constructor'],
    });
  });
});
