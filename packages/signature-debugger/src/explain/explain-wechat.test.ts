import { hmacSha256Hex } from '@yinjian/crypto-webcrypto';
import { describe, expect, it } from 'vitest';
import { explain } from '../explain.ts';
import { API_KEY, answers, MD5_KEY } from '../internal/fixtures/messages.ts';
import { resultOf, stepsOf } from '../internal/fixtures/steps.ts';

describe('a message of WeChat Pay', () => {
  const vector =
    'appid=wxd930ea5d5a258f4f&body=test&device_info=1000&mch_id=10000100&nonce_str=ibuaiVcKdpRxkhJA';
  const md5 = '9A0A8659F005D6984697E2CA0A9CF3B7';
  const hmac = '6A9AE1657590FD6257D693A078E1C3E4BB6BA4DC30B23E0EE2496E54170DACD6';

  it('has the signatures of the official example', async () => {
    const options = { key: API_KEY };
    expect(await resultOf(vector, { ...options, signature: md5 })).toBe('match');
    expect(await resultOf(vector, { ...options, signature: hmac })).toBe('match');
    expect(await resultOf(vector, { ...options, signature: hmac, signType: 'MD5' })).toBe('mismatch');
    const fields = vector.replaceAll(/(\w+)=(\w+)&?/g, '<$1>$2</$1>');
    expect(await resultOf(`<xml>${fields}<sign>${md5}</sign></xml>`, options)).toBe('match');
    expect(await resultOf(`<xml>${fields}<sign><![CDATA[${hmac}]]></sign><x/></xml>`, options)).toBe('match');
  });

  it.each([
    ['asked for', '', { signType: 'MD5', signature: hmac }, 'MD5', 'as was asked for'],
    ['of the message', '&sign_type=HMAC-SHA256', { signature: md5 }, 'HMAC-SHA256', 'has sign_type'],
    ['of a sign of 32 digits', `&sign=${md5}`, {}, 'MD5', '32 digits'],
    ['of a sign of 64 digits', `&sign=${hmac}`, {}, 'HMAC-SHA256', '64 digits'],
    ['of the transit operations', '', {}, 'HMAC-SHA256', 'default'],
  ] as const)('takes the algorithm %s', async (_, more, options, algorithm, reason) => {
    const explanation = await explain(vector + more, options);
    expect(stepsOf(explanation, 'digest')).toMatchObject([{ algorithm }]);
    expect(explanation.recognised.because.at(-1)?.en).toContain(reason);
  });

  it('leaves out sign and what is empty', async () => {
    const [fields] = stepsOf(await explain(answers.wechat), 'fields');
    const unsigned = fields?.fields.filter(({ signed }) => !signed).map(({ name }) => name);
    expect(unsigned).toEqual(['attach', 'sign']);
    expect(fields?.fields.map(({ at }) => answers.wechat.slice(at?.start, at?.end)).join('')).toBe(
      answers.wechat.slice('<xml>'.length, -'</xml>'.length),
    );
  });

  it('is not signed where the call failed', async () => {
    const failed = '<xml><return_code>FAIL</return_code><return_msg>签名错误</return_msg></xml>';
    expect(await resultOf(failed, { key: API_KEY })).toBe('unsigned');
  });

  it('may carry its key in its signing text', async () => {
    for (const message of [`${vector}&key=${API_KEY}`, `${vector}&key=${API_KEY}&sign=${md5}`]) {
      const explanation = await explain(message, { signature: md5 });
      expect(explanation.verdict.result).toBe('match');
      expect(explanation.problems).toMatchObject([{ code: 'key_in_message' }]);
      expect(stepsOf(explanation, 'canonical')[0]?.text).toBe(vector);
    }
    expect(await resultOf(`${vector}&key=${API_KEY}`, { key: MD5_KEY, signature: md5 })).toBe('mismatch');
  });

  it('may be JSON', async () => {
    const message = JSON.stringify({ mch_id: '1', total_fee: 100, attach: null, body: '' });
    const explanation = await explain(message, { key: API_KEY });
    expect(stepsOf(explanation, 'canonical')[0]?.text).toBe('mch_id=1&total_fee=100');
    const expected = hmacSha256Hex(`mch_id=1&total_fee=100&key=${API_KEY}`, API_KEY);
    expect(stepsOf(explanation, 'digest')).toMatchObject([{ expected }]);
  });

  it('may not be one, if the caller says so', async () => {
    const message = '{"mch_id":"1"}';
    expect((await explain(message, { platform: 'mmsp' })).recognised.wire).toBe('body');
    expect((await explain('{"x":"1"}', { platform: 'wechat-transit' })).recognised.wire).toBe('query');
  });
});
