import { describe, expect, it } from 'vitest';
import {
  CodecError,
  type CodecErrorCode,
  canonicalizeJson,
  canonicalizeQuery,
  decodeBase64,
  decodeFlatXml,
  decodeUtf8,
  encodeFlatXml,
  encodeUtf8,
  formatChinaTime,
  parseChinaTime,
  parseJson,
  readJsonMembers,
} from './index.ts';
import { refusal } from './internal/refusal.fixture.ts';

describe('CodecError', () => {
  it('is an Error with a literal name', () => {
    const error = new CodecError('too_large');
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('CodecError');
    expect(error.code).toBe('too_large');
    expect(String(error)).toBe('CodecError: too_large');
  });

  it('carries an offset or a path, never both', () => {
    const atOffset = new CodecError('json_syntax', 0);
    expect(atOffset).toMatchObject({ offset: 0, path: '', message: 'json_syntax at offset 0' });
    const atPath = new CodecError('unsafe_number', 'A.b[2]');
    expect(atPath).toMatchObject({ offset: -1, path: 'A.b[2]', message: 'unsafe_number at A.b[2]' });
    expect(new CodecError('too_large')).toMatchObject({ offset: -1, path: '', message: 'too_large' });
  });
});

describe('what an error shows', () => {
  const secret = '6222020200012345678';
  const lone = `${secret}\ud800`;

  // Everything refused here has the secret in it, as a value or as a name.
  const refused: [CodecErrorCode, () => unknown][] = [
    ['json_syntax', () => canonicalizeJson(`{"CARD":"${secret}"`)],
    ['json_syntax', () => canonicalizeJson(`{"CARD":"${secret}\\x"}`)],
    ['json_syntax', () => parseJson(secret.concat('x'))],
    ['json_duplicate_key', () => parseJson(`{"${secret}":1,"${secret}":2}`)],
    ['json_control_character', () => readJsonMembers(`{"CARD":"${secret}\n"}`)],
    ['json_not_object', () => readJsonMembers(`"${secret}"`)],
    ['number_too_long', () => parseJson(secret, { maxNumberDigits: 3 })],
    ['lone_surrogate', () => parseJson(`"${secret}\\ud800"`)],
    ['lone_surrogate', () => canonicalizeJson({ CARD: lone })],
    ['lone_surrogate', () => canonicalizeJson({ [lone]: '' })],
    ['unsafe_number', () => canonicalizeJson({ [secret]: Number(secret) })],
    ['too_large', () => canonicalizeJson({ CARD: secret }, { maxLength: 3 })],
    ['lone_surrogate', () => canonicalizeQuery({ CARD: lone })],
    ['lone_surrogate', () => canonicalizeQuery({ [lone]: '1' })],
    ['unsafe_number', () => canonicalizeQuery({ [secret]: Number(secret) })],
    ['xml_name', () => encodeFlatXml({ [secret]: '1' })],
    ['xml_illegal_character', () => encodeFlatXml({ CARD: `${secret}\0` })],
    ['lone_surrogate', () => encodeFlatXml({ CARD: lone })],
    ['xml_entity', () => decodeFlatXml(`<xml><a>${secret}&x;</a></xml>`)],
    ['xml_mismatched_tag', () => decodeFlatXml(`<xml><a>${secret}</b></xml>`)],
    ['xml_encoding', () => decodeFlatXml(`<?xml version="1.0" encoding="${secret}"?><xml/>`)],
    ['time_format', () => parseChinaTime(secret)],
    ['time_format', () => formatChinaTime(new Date(0), secret as 'yyyyMMddHHmmss')],
    ['lone_surrogate', () => encodeUtf8(lone)],
    ['utf8_invalid', () => decodeUtf8(new Uint8Array([...encodeUtf8(secret), 0xff]))],
    ['base64_invalid', () => decodeBase64(`${secret}!`)],
    ['base64_invalid', () => decodeBase64(`${secret}=9`)],
  ];

  it.each(refused.map(([code, run], index) => ({ code, run, index })))('$index: $code', ({ code, run }) => {
    const error = refusal(run);
    expect(error.code).toBe(code);
    const shown = [error.message, error.stack, error.path, String(error.cause), JSON.stringify(error)];
    for (const key of Reflect.ownKeys(error)) shown.push(String(Reflect.get(error, key)));
    expect(shown.join('\n')).not.toContain(secret.slice(0, 6));
  });
});
