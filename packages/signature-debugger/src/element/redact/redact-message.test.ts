import { describe, expect, it } from 'vitest';
import { explain } from '../../explain.ts';
import { recognise } from '../../recognise/recognise.ts';
import { examples } from '../examples.ts';
import { redactMessage } from './redact-message.ts';

const envelope =
  '{"CommandID":771,"SeqID":"1","TERMNO":"84970001","MERNO":"001440353999853","Body":{"CARDNO":"6227000013830237349","NAME":"张三","ID_NO":"110101199003070000","PHONENO":"13800138000","AMT":"100","MERORDERID":"20260101000001"},"Sign":"00"}';

/** What of it may be passed on. */
function redacted(message: string, keys: readonly string[] = []): string {
  const result = redactMessage(message, keys);
  expect(result).toHaveProperty('message');
  return 'message' in result ? result.message : '';
}

/** A WeChat Pay message with these fields besides the usual ones. */
const xml = (fields: string) =>
  `<xml><mch_id>10000100</mch_id><nonce_str>x</nonce_str><out_trade_no>1</out_trade_no>${fields}<sign>00</sign></xml>`;

const masked = envelope
  .replace('6227000013830237349', '***')
  .replace('张三', '***')
  .replace('110101199003070000', '***')
  .replace('13800138000', '***');

describe('what surrounds a message', () => {
  it.each([
    [
      'a curl command',
      `curl https://shop.example/pay?token=SECRET -H 'Authorization: Bearer eyJhbGciOi.SECRET' -b 'SESSION=SECRETCOOKIE' -u user:SECRETPW --data-raw '${envelope}'`,
    ],
    [
      'an HTTP request',
      `POST /pay?token=SECRET HTTP/1.1\nCookie: SESSION=SECRET\nAuthorization: Basic c2VjcmV0U0VDUkVU\n\n${envelope}`,
    ],
    ['a line of a log', `2026-01-01 13800138000 md5Key: SECRETKEY ${envelope}`],
    ['text behind it', `${envelope}SECRETKEY`],
    ['a key behind it', `${envelope}&key=SECRETKEY`],
    [
      'a private key before it',
      `-----BEGIN PRIVATE KEY-----\nSECRET\n-----END PRIVATE KEY-----\n${envelope}`,
    ],
    ['another message', `${envelope}\n{"md5Key":"SECRETKEY"}`],
    ['a posted form', `web_api=${encodeURIComponent(envelope)}&sid=SECRET`],
    ['a form in HTML', `<input name="web_api" value="${envelope.replaceAll('"', '&quot;')}"> SECRET`],
    ['a JSON string', JSON.stringify(envelope)],
  ])('is not passed on: %s', (_, message) => {
    expect(redacted(message)).toBe(masked);
  });

  it('leaves behind what it told about the message', async () => {
    for (const { message } of examples) {
      const { recognised } = await explain(message);
      const shared = await explain(redacted(message));
      expect(shared.recognised).toMatchObject({
        ...recognised,
        containers: expect.anything(),
        because: expect.anything(),
      });
      expect(shared.steps.map(({ kind }) => kind)).toEqual(
        (await explain(message)).steps.map(({ kind }) => kind),
      );
    }
    const query = `curl https://pay.example/transit/queryorder?token=SECRET -d '<xml><mch_id>1</mch_id><x>2</x></xml>'`;
    expect(recognise(query).recognised.operation).toBe('queryorder');
    expect(redacted(query)).toBe(
      'POST /transit/queryorder HTTP/1.1\n\n<xml><mch_id>1</mch_id><x>2</x></xml>',
    );
  });
});

describe('fields', () => {
  it.each([
    ['<key>SECRETKEY</key>', '<key>***</key>'],
    ['<md5Key><![CDATA[SECRETKEY]]></md5Key>', '<md5Key>***</md5Key>'],
    ['<App_Secret>SECRETKEY</App_Secret>', '<App_Secret>***</App_Secret>'],
    ['<ACCESS_TOKEN>SECRETKEY</ACCESS_TOKEN>', '<ACCESS_TOKEN>***</ACCESS_TOKEN>'],
    ['<deviceid>dev</deviceid>', '<deviceid>***</deviceid>'],
    ['<DeviceID>dev</DeviceID>', '<DeviceID>***</DeviceID>'],
    ['<attach>+8613800138000</attach>', '<attach>***</attach>'],
    ['<attach>tel 138 0013 8000, 86-138-0013-8000</attach>', '<attach>tel ***, ***</attach>'],
    ['<attach>a=1&amp;password=SECRET</attach>', '<attach>a=1&amp;password=***</attach>'],
    ['<attach>{"a":{"key":"SECRETKEY"}}</attach>', '<attach>{"a":{"key":"***"}}</attach>'],
    ['<attach>{\\"key\\":\\"SECRETKEY\\"}</attach>', '<attach>{\\"key\\":\\"***\\"}</attach>'],
    ['<attach>Cookie: SESSION=SECRET; b=SECRET</attach>', '<attach>Cookie: ***</attach>'],
    ['<attach>eyJhbGciOiJIUzI1NiJ9.eyJzdWIi.SECRET</attach>', '<attach>***</attach>'],
    [
      '<notify_url>https://u:SECRET@a.example/n?token=SECRET&amp;line=2</notify_url>',
      '<notify_url>https://***@a.example/n?token=***&amp;line=2</notify_url>',
    ],
    [
      '<attach>-----BEGIN RSA PRIVATE KEY-----\nSECRET\n-----END RSA PRIVATE KEY-----</attach>',
      '<attach>***</attach>',
    ],
    ['<attach>6227 0000 1383 0237 349</attach>', '<attach>***</attach>'],
    ['<attach>someone@mail.example</attach>', '<attach>***</attach>'],
    ['<p13800138000>1</p13800138000>', '<masked>1</masked>'],
  ])('of XML that may not be passed on are masked where they stand: %s', (field, expected) => {
    const text = (value: string) => value.replaceAll('\\\\', '\\');
    expect(
      text(
        redacted(xml(field)).replaceAll(/<!\[CDATA\[(.*?)\]\]>/gs, (_, value: string) =>
          value.replaceAll('&', '&amp;'),
        ),
      ),
    ).toBe(text(xml(expected)));
  });

  it.each([
    ['"key":"SECRETKEY"', '"key":"***"'],
    ['"md5Key" : "SECRETKEY"', '"md5Key" : "***"'],
    ['"Key":["SECRETKEY"]', '"Key":"***"'],
    ['"PHONENO":13800138000', '"PHONENO":"***"'],
    ['"REMARK":13800138000', '"REMARK":"***"'],
    ['"13800138000":"1"', '"***":"1"'],
    ['"REMARK":"\\u0031380013800\\u0030"', '"REMARK":"***"'],
    ['"Other":{"Name":"张三","at":"西单"}', '"Other":{"Name":"***","at":"西单"}'],
    ['"NAME":null,"PHONENO":""', '"NAME":null,"PHONENO":""'],
  ])('of a Body and of the header are masked where they stand: %s', (field, expected) => {
    const message = (member: string) =>
      `{"CommandID":771,"Body":{"MERORDERID":"1","AMT": "100",${member}},"Sign":"00"}`;
    expect(redacted(message(field))).toBe(message(expected));
    const header = (member: string) => `{"CommandID":771,${member},"Body":{"AMT":"100"},"Sign":"00"}`;
    expect(redacted(header(field))).toBe(header(expected));
  });

  it('of a Body that is text are masked too', () => {
    const body = JSON.stringify({ AMT: '100', NAME: '张三' });
    const message = (text: string) => JSON.stringify({ CommandID: 771, Body: text, Sign: '00' });
    expect(redacted(message(body))).toBe(message(body.replace('张三', '***')));
  });

  it('that are private are masked wherever else they stand, unless they are short', () => {
    const message = (name: string, attach: string) =>
      `{"CommandID":771,"Attach":"${attach}","Body":{"AMT":"100","NAME":"${name}"},"Sign":"00"}`;
    expect(redacted(message('Zhang San', 'for Zhang%20San'))).toBe(message('***', 'for ***'));
    expect(redacted(message('100', '100'))).toBe(message('***', '100'));
  });

  it('may be long', () => {
    const message = (name: string) => `{"CommandID":771,"Body":{"AMT":"100","NAME":"${name}"},"Sign":"00"}`;
    expect(redacted(message('张'.repeat(500_000)))).toBe(message('***'));
  });

  it('hold no key that was typed or pasted', () => {
    const key = 'ea21842eea24e448b991b1cb0a0294cf';
    const query = 'attach=x&mch_id=10000100&nonce_str=x&out_trade_no=1&total_fee=300';
    expect(redacted(`${query}&key=${key}`)).toBe(query);
    expect(redacted(query.replace('=x&m', `=${key}&m`), [key])).toBe(query.replace('=x&m', '=***&m'));
    expect(redacted(`{"mch_id":"1","nonce_str":"x","key":"${key}","out_trade_no":"1"}`)).toBe(
      '{"mch_id":"1","nonce_str":"x","out_trade_no":"1"}',
    );
    expect(redacted('{"MERORDERID":"1","AMT":"2"}SECRETKEY')).toBe('{"MERORDERID":"1","AMT":"2"}');
  });

  it('that are public stay as they were written', () => {
    const message = `{ "CommandID" : 771, "Body": {"AMT":1.10,"MERORDERID":"171225100000041240","NOTIFY_URL":"https:\\/\\/a.example\\/n","PAYTIME":"2017-12-25 10:01:05","RANDSTR":"5K8264ILTKCH16CQ2502SI8ZNMTM67VS","T":1767225600000},"Sign":"13800138000AF18C0000000000000000A" }`;
    expect(redacted(message)).toBe(message);
  });
});

describe('nothing is passed on', () => {
  it.each([
    ['NAME 张三 CARDNO 6227000013830237349', 'not_recognised'],
    ['{"CommandID":771,"Body":{"AMT":', 'not_recognised'],
    ['-----BEGIN PRIVATE KEY-----\nSECRET\n-----END PRIVATE KEY-----', 'not_recognised'],
    ['', 'not_recognised'],
    ['MERORDERID=1&AMT=2', 'unsigned'],
    ['{"Body":{"13800138000":1,"13900139000":2}}', 'unreadable'],
  ])('of %j', (message, refused) => {
    expect(redactMessage(message, [])).toEqual({ refused });
  });
});
