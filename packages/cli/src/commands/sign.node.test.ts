import { createVerify } from 'node:crypto';
import { merchants } from '@yinjian/sandbox';
import { describe, expect, it } from 'vitest';
import { jsonOf, yinjian } from '../testing/program.ts';
import {
  API_KEY,
  body,
  bodyCanonical,
  bodySign,
  envelope,
  fieldsJson,
  file,
  hmac,
  MD5_KEY,
  md5,
  xml,
  xmlHmac,
  xmlMd5,
} from '../testing/samples.ts';

const withKey = { env: { YINJIAN_KEY: MD5_KEY } };
const withApiKey = { env: { YINJIAN_KEY: API_KEY } };

describe('yinjian sign', () => {
  it.each([
    ['a body', body, withKey, bodySign, []],
    ['an envelope, whatever it was signed with', envelope('0A8B'), withKey, bodySign, []],
    ['XML with HMAC-SHA256, which is usual', xml(), withApiKey, xmlHmac, []],
    ['fields of XML as JSON', fieldsJson, withApiKey, xmlHmac, ['--platform', 'wechat-transit']],
    ['XML with MD5', xml(), withApiKey, xmlMd5, ['--sign-type', 'MD5']],
  ])('prints the signature of %s, and nothing else', async (_, message, options, signature, args) => {
    const result = await yinjian(['sign', message, ...args], options);
    expect(result).toEqual({ status: 0, stdout: `${signature}\n`, stderr: '' });
  });

  it('takes sign_type from the XML, which signs it too, and nothing that contradicts it', async () => {
    const message = xml({ sign_type: 'MD5' });
    const { stdout } = await yinjian(['sign', message], withApiKey);
    const text =
      'appid=wxd930ea5d5a258f4f&body=test&device_info=1000&mch_id=10000100&nonce_str=ibuaiVcKdpRxkhJA&sign_type=MD5';
    expect(stdout).toBe(`${md5(`${text}&key=${API_KEY}`)}\n`);
    const contradicted = await yinjian(['sign', message, '--sign-type', 'HMAC-SHA256'], withApiKey);
    expect(contradicted).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('sign_type MD5'),
    });
  });

  it('signs with the agent’s key where the message is in agent mode', async () => {
    const env = { YINJIAN_KEY: MD5_KEY, YINJIAN_AGENT_KEY: 'agentkey' };
    const ofAgent = await yinjian(['sign', envelope('', '90000001')], { env });
    expect(ofAgent.stdout).toBe(`${md5(`${bodyCanonical}&key=agentkey`)}\n`);
    const ofMerchant = await yinjian(['sign', envelope('')], { env });
    expect(ofMerchant.stdout).toBe(`${bodySign}\n`);
  });

  it('does not sign with the merchant’s key in its place', async () => {
    const english = await yinjian(['sign', envelope('', '90000001')], withKey);
    expect(english).toMatchObject({ status: 2, stdout: '' });
    expect(english.stderr).toMatch(/AGENTNO.*--agent-key-file FILE or --agent-key-env NAME/);
    const chinese = await yinjian(['sign', envelope('', '90000001'), '--lang', 'zh'], withKey);
    expect(chinese).toMatchObject({ status: 2, stdout: '' });
    expect(chinese.stderr).toMatch(/^错误： 报文是代理商模式.*--agent-key-file/);
  });

  it('says everything with --json but the key', async () => {
    const result = await yinjian(['sign', body, '--json'], withKey);
    expect(jsonOf(result)).toEqual({
      platform: 'mmsp',
      field: 'Sign',
      algorithm: 'MD5',
      signature: bodySign,
      signedText: bodyCanonical,
    });
    expect(result.stdout).not.toContain(MD5_KEY);
  });

  it('completes a message, leaving all else of it as it was', async () => {
    const message = await yinjian(['sign', envelope('0A8B'), '--complete'], withKey);
    expect(message.stdout).toBe(`${envelope()}\n`);
    const inXml = await yinjian(['sign', xml({ sign: 'x' }), '--complete'], withApiKey);
    expect(inXml.stdout).toBe(`${xml({ sign: xmlHmac })}\n`);
    const alone = await yinjian(['sign', body, '--complete'], withKey);
    expect(alone).toMatchObject({ status: 2, stdout: '' });
  });

  it('keeps numbers as they were written', async () => {
    const { stdout } = await yinjian(['sign', '{"B":1.10,"A":20171225100000041240}'], withKey);
    expect(stdout).toBe(`${md5(`{"A":20171225100000041240,"B":1.10}&key=${MD5_KEY}`)}\n`);
  });

  it('signs the plain text of a payout with the merchant’s private key', async () => {
    const text = '{"CMDID":"4097","MERNO":"1"}';
    const key = file('merchant.pem', merchants.mmsp.privateKeyPem);
    const { stdout } = await yinjian(['sign', text, '--merchant-private-key-file', key]);
    const isValid = createVerify('sha1')
      .update(text)
      .verify(merchants.mmsp.publicKeyPem, stdout.trim(), 'base64');
    expect(isValid).toBe(true);
  });

  it.each([
    ['neither JSON nor XML', 'a=b&c=d', 2, 'unreadable', []],
    ['broken JSON', '{"A":', 2, 'json_syntax', []],
    ['XML with a document type', '<!DOCTYPE xml><xml><a>1</a></xml>', 2, 'xml_doctype', []],
    ['an envelope whose Body is text', '{"Body":"","Sign":""}', 2, 'unreadable', []],
    ['a sealed payout', '{"ENCRYPT":"QQ=="}', 2, 'unreadable', []],
    ['XML where MMSP was asked for', '<xml><a>1</a></xml>', 2, 'unreadable', ['--platform', 'mmsp']],
  ])('does not sign %s', async (_, message, status, code, args) => {
    const result = await yinjian(['sign', message, '--json', ...args], withKey);
    expect(result).toMatchObject({ status, stdout: '' });
    expect(jsonOf({ stdout: result.stderr })).toMatchObject({ error: { code, message: expect.any(String) } });
  });

  it('says what is wrong with a message as explain does, and where', async () => {
    const english = await yinjian(['sign', '{"a":1,\n"b":}'], withKey);
    expect(english).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Error: The message cannot be read: [^_]+ \(line 2, column \d+\)\.\n$/),
    });
    const chinese = await yinjian(['verify', '{"a":', '--lang', 'zh'], withKey);
    expect(chinese).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^错误： 无法读取报文：\p{Script=Han}[^_]+（第 1 行第 \d+ 列）。\n$/u),
    });
  });

  it('refuses a key that cannot be right, without showing it', async () => {
    const result = await yinjian(['sign', body], { env: { YINJIAN_KEY: 'with a blank' } });
    expect(result).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('md5Key') });
    expect(result.stderr).not.toContain('with a blank');
  });

  it('agrees with other implementations', () => {
    const text =
      'appid=wxd930ea5d5a258f4f&body=test&device_info=1000&mch_id=10000100&nonce_str=ibuaiVcKdpRxkhJA';
    expect([md5(`${text}&key=${API_KEY}`), hmac(`${text}&key=${API_KEY}`, API_KEY)]).toEqual([
      xmlMd5,
      xmlHmac,
    ]);
  });
});
