import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../explain.ts';
import { API_KEY, answers, MD5_KEY, payoutReply, requests } from '../internal/fixtures/messages.ts';

const LENGTH = 200_000;
const repeated = (piece: string) => piece.repeat(Math.floor(LENGTH / piece.length));

/** What takes quadratic time needs far more for a message of this length. */
const MILLISECONDS = 3000;

describe('a long message', () => {
  it.each([
    ['braces', repeated('{')],
    ['brackets', repeated('[')],
    ['objects', repeated('{"a":')],
    ['quotes', repeated('"')],
    ['backslashes', `"${repeated('\\')}`],
    ['escapes', `"${repeated('\\u0041')}"`],
    ['escaped JSON', `{\\"a\\":\\"${repeated('\\\\')}`],
    ['text without an end', `{"a":"${repeated('x')}`],
    ['one long text', `{"a":"${repeated('/')}"}`],
    ['one long number', `{"a":${repeated('1')}}`],
    ['messages', repeated('{"a":1}\n')],
    ['tags', repeated('<xml>')],
    ['CDATA', repeated('<xml><![CDATA[')],
    ['a long value', `<xml><a>${repeated('&amp;')}</a></xml>`],
    ['inputs', repeated('<input')],
    ['inputs with values', repeated('<input value="{"')],
    ['text areas', repeated('<textarea>')],
    ['attributes', `<input ${repeated('a=b ')}`],
    ['start lines', repeated('POST / HTTP/1.1\n')],
    ['headers', `POST / HTTP/1.1\n${repeated('a: b\n')}`],
    ['chunks', `POST / HTTP/1.1\nTransfer-Encoding: chunked\n\n${repeated('1\r\nx\r\n')}`],
    ['a long prefix', `${repeated('(a+)+')} POST / HTTP/1.1\nx`],
    ['words', `curl ${repeated("'a' ")}`],
    ['open quotes', `curl ${repeated("'")}`],
    ['data', `curl ${repeated("-d 'a' ")}`],
    ['dollar quotes', `curl -d $'${repeated('\\x41')}`],
    ['pairs', repeated('a=1&')],
    ['keys', repeated('&key=')],
    ['pairs with long names', `a=${repeated('&aaaaaaaa')}`],
    ['percent signs', repeated('%7B%22')],
    ['bytes that are not UTF-8', `web_api=%7B${repeated('%D5')}`],
    ['references', `{&quot;${repeated('&amp;')}`],
    ['mojibake', repeated('鍦伴搧 锛')],
    ['Latin letters', repeated('éé ')],
    ['white space', `x${repeated(' ')}x`],
    ['colons and white space', `{'a': ${repeated(' ')}`],
    ['maps', `{a=${repeated('}')}x`],
    ['web_api', repeated('web_api=')],
    ['ciphertext', `{"ENCRYPT":"${repeated('A')}"}`],
  ])('takes no time to speak of: %s', async (_, message) => {
    const start = performance.now();
    const { verdict } = await explain(message, { key: MD5_KEY });
    expect(verdict.result).toMatch(/^\w+$/);
    expect(performance.now() - start).toBeLessThan(MILLISECONDS);
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

describe('a message as it is typed', () => {
  it('is explained before the next key is pressed', async () => {
    const fields = Array.from({ length: 60 }, (_, index) => [`FIELD_${index}`, 'https://a.example/地铁']);
    const message = JSON.stringify({ CommandID: 771, Body: Object.fromEntries(fields), Sign: 'X' });
    expect(message.length).toBeGreaterThan(2000);
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 30; run++) {
      const start = performance.now();
      await explain(message, { key: MD5_KEY });
      best = Math.min(best, performance.now() - start);
    }
    expect(best).toBeLessThan(5);
  });
});
