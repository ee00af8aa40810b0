import { describe, expect, it } from 'vitest';
import { explain } from '../explain.ts';
import { MD5_KEY } from '../internal/fixtures/messages.ts';

// Timed, so in Node alone: in workerd no time passes while code runs.

const repeated = (length: number, piece: string) => piece.repeat(Math.floor(length / piece.length));

async function milliseconds(message: string): Promise<number> {
  const start = performance.now();
  await explain(message, { key: MD5_KEY });
  return performance.now() - start;
}

/**
 * How many times as long the second takes, by the fastest run of each, which what else the machine does changes least:
 * the runs take turns until that is settled.
 */
async function growth(one: string, other: string): Promise<number> {
  const best = { one: Number.POSITIVE_INFINITY, other: Number.POSITIVE_INFINITY };
  for (let run = 0; run < 40; run++) {
    best.one = Math.min(best.one, await milliseconds(one));
    best.other = Math.min(best.other, await milliseconds(other));
    if (run >= 2 && best.other < MOST_GROWTH * best.one) break;
  }
  return best.other / best.one;
}

/** Short enough to be read without a pause. */
const LENGTH = 10_000;
const TIMES = 4;
/** Four times the text takes four times the time; where each part is compared with every other, sixteen times. */
const MOST_GROWTH = 8;

describe('a long message', () => {
  it.each<[string, (length: number) => string]>([
    ['braces', (length) => repeated(length, '{')],
    ['brackets', (length) => repeated(length, '[')],
    ['objects', (length) => repeated(length, '{"a":')],
    ['quotes', (length) => repeated(length, '"')],
    ['backslashes', (length) => `"${repeated(length, '\\')}`],
    ['escapes', (length) => `"${repeated(length, '\\u0041')}"`],
    ['escaped JSON', (length) => `{\\"a\\":\\"${repeated(length, '\\\\')}`],
    ['text without an end', (length) => `{"a":"${repeated(length, 'x')}`],
    ['one long text', (length) => `{"a":"${repeated(length, '/')}"}`],
    ['one long number', (length) => `{"a":${repeated(length, '1')}}`],
    ['messages', (length) => repeated(length, '{"a":1}\n')],
    ['tags', (length) => repeated(length, '<xml>')],
    ['CDATA', (length) => repeated(length, '<xml><![CDATA[')],
    ['a long value', (length) => `<xml><a>${repeated(length, '&amp;')}</a></xml>`],
    ['inputs', (length) => repeated(length, '<input')],
    ['inputs with values', (length) => repeated(length, '<input value="{"')],
    ['text areas', (length) => repeated(length, '<textarea>')],
    ['attributes', (length) => `<input ${repeated(length, 'a=b ')}`],
    ['start lines', (length) => repeated(length, 'POST / HTTP/1.1\n')],
    ['headers', (length) => `POST / HTTP/1.1\n${repeated(length, 'a: b\n')}`],
    [
      'chunks',
      (length) => `POST / HTTP/1.1\nTransfer-Encoding: chunked\n\n${repeated(length, '1\r\nx\r\n')}`,
    ],
    ['a long prefix', (length) => `${repeated(length, '(a+)+')} POST / HTTP/1.1\nx`],
    ['words', (length) => `curl ${repeated(length, "'a' ")}`],
    ['open quotes', (length) => `curl ${repeated(length, "'")}`],
    ['data', (length) => `curl ${repeated(length, "-d 'a' ")}`],
    ['dollar quotes', (length) => `curl -d $'${repeated(length, '\\x41')}`],
    ['pairs', (length) => repeated(length, 'a=1&')],
    ['keys', (length) => repeated(length, '&key=')],
    ['pairs with long names', (length) => `a=${repeated(length, '&aaaaaaaa')}`],
    ['percent signs', (length) => repeated(length, '%7B%22')],
    ['bytes that are not UTF-8', (length) => `web_api=%7B${repeated(length, '%D5')}`],
    ['references', (length) => `{&quot;${repeated(length, '&amp;')}`],
    ['mojibake', (length) => repeated(length, '鍦伴搧 锛')],
    ['Latin letters', (length) => repeated(length, 'éé ')],
    ['white space', (length) => `x${repeated(length, ' ')}x`],
    ['colons and white space', (length) => `{'a': ${repeated(length, ' ')}`],
    ['maps', (length) => `{a=${repeated(length, '}')}x`],
    ['web_api', (length) => repeated(length, 'web_api=')],
    ['ciphertext', (length) => `{"ENCRYPT":"${repeated(length, 'A')}"}`],
    ['CDATA that is closed', (length) => `<xml><a>${repeated(length, '<![CDATA[x]]>')}</a></xml>`],
    ['CDATA with end tags', (length) => `<xml><a>${repeated(length, '<![CDATA[</xml>]]>')}</a></xml>`],
    ['CDATA in a log', (length) => `log: <xml><a>${repeated(length, '<![CDATA[x]]>')}</a></xml> end`],
    ['open inputs', (length) => repeated(length, '<input ')],
    ['open text areas', (length) => repeated(length, '<textarea name=a>&amp;')],
    ['many fields', (length) => Array.from({ length: length >> 3 }, (_, at) => `f${at}=0`).join('&')],
    ['carets', (length) => `curl ^"https://a.example^" -d ${repeated(length, '^"^{')}`],
    ['backticks', (length) => `curl -d "{${repeated(length, '`"')}`],
    ['here-documents', (length) => `curl -d @- ${repeated(length, '<<E\n')}`],
    ['PowerShell', (length) => `irm -Body "${repeated(length, '`"$([char]')}`],
    ['calls of fetch', (length) => repeated(length, 'fetch("a", {"body":')],
    ['a log of nginx', (length) => repeated(length, '{\\x22 ')],
    ['objects in a log of nginx', (length) => `\\x41${repeated(length, '{ <xml>')}`],
    ['records', (length) => repeated(length, '{"msg":"{\\"a\\":1}"}\n')],
    ['a record of texts', (length) => JSON.stringify({ msg: Array(length >> 4).fill('a=1&b=2 c:d=') })],
    ['records in records', (length) => repeated(length, '{"a":{"b":"')],
    ['starts of pairs', (length) => JSON.stringify({ msg: repeated(length, ':a=') })],
    ['open brackets', (length) => JSON.stringify({ msg: repeated(length, '<xml &lt;xml ') })],
  ])('takes time in proportion to its length: %s', async (_, make) => {
    expect((await explain(make(LENGTH), { key: MD5_KEY })).verdict.result).toMatch(/^\w+$/);
    expect(await growth(make(LENGTH), make(TIMES * LENGTH))).toBeLessThan(MOST_GROWTH);
  });

  it.each([
    ['<input ', ' '],
    ['<input ', 'a '],
    ['<textarea>', '&amp;'],
    ['<input value="{"', 'a '],
  ])('is read once however many tags it has: %j, %j', async (tag, rest) => {
    const padded = (count: number) => tag.repeat(count) + repeated(LENGTH - count * tag.length, rest);
    expect(await growth(padded(10), padded(200))).toBeLessThan(MOST_GROWTH);
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
