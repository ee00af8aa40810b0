import { describe, expect, it } from 'vitest';
import { loggedText } from './logged-text.ts';

const json = '{"AMT":"1","URL":"http:\\/\\/a","NAME":"\\"地\\""}&key=K';
const query = 'appid=a&body=[1]&scene_info={"a":"b: c"}&key=K';

describe('loggedText', () => {
  it.each<[string, (text: string) => string]>([
    ['a JSON string', (text) => JSON.stringify(text)],
    ['a JSON string of a JSON string', (text) => JSON.stringify(JSON.stringify(text))],
    ['a JSON string with white space around it', (text) => ` ${JSON.stringify(text)}\n`],
    ['single quotes', (text) => `'${text}'`],
    ['words', (text) => `signing: ${text}`],
    ['words and brackets', (text) => `2024-01-02 10:00:00.123 DEBUG [main] signing: [${text}]`],
    ['Chinese words and brackets', (text) => `待签名字符串：【${text}】\n`],
    ['brackets', (text) => `[${text}]`],
    ['words and a JSON string', (text) => `string to sign: ${JSON.stringify(text)}`],
    ['brackets and a JSON string', (text) => `signing: [${JSON.stringify(text)}]`],
  ])('takes off %s', (_, wrap) => {
    expect(loggedText(wrap(json))).toBe(json);
    expect(loggedText(wrap(query))).toBe(query);
  });

  it.each([
    json,
    query,
    `${json}\n`,
    `\ufeff${json}`,
    ` ${query}`,
    `Body=${json}`,
    `key${json}`,
    '"a"',
    '',
    'nothing: at all',
    `a=1&b={"c":"d: e"}`,
    JSON.stringify(json).slice(0, -1),
  ])('leaves what may have been signed: %j', (text) => {
    expect(loggedText(text)).toBe(text);
  });
});
