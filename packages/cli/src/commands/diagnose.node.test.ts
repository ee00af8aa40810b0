import { describe, expect, it } from 'vitest';
import { jsonOf, yinjian } from '../testing/program.ts';
import {
  API_KEY,
  body,
  bodyCanonical,
  bodySign,
  envelope,
  file,
  MD5_KEY,
  md5,
  xml,
  xmlHmac,
  xmlMd5,
} from '../testing/samples.ts';

const withKey = { env: { YINJIAN_KEY: MD5_KEY } };
const withApiKey = { env: { YINJIAN_KEY: API_KEY } };

/** As most libraries write JSON, which is not how it is signed. */
const unescaped = bodyCanonical.replaceAll('\\/', '/');
const wrong = envelope(md5(`${unescaped}&key=${MD5_KEY}`));

describe('yinjian diagnose', () => {
  it('names the cause and the fix before all else', async () => {
    const { status, stdout, stderr } = await yinjian(['diagnose', wrong], withKey);
    expect([status, stderr]).toEqual([1, '']);
    const [verdict, blank, finding, fix] = stdout.split('\n');
    expect([verdict, blank]).toEqual(['✗ The signature does not match, and this is why:', '']);
    expect(finding).toMatch(/^1\. .*slash.*reproduces the signature \[slashes\.not_escaped\]$/i);
    expect(fix).toMatch(/^ {3}Fix: .+/);
    expect(stdout).toContain(bodySign);
    expect(stdout).toContain(unescaped.replace(' ', '␠'));
  });

  it('speaks Chinese', async () => {
    const { stdout } = await yinjian(['diagnose', wrong, '--lang', 'zh'], withKey);
    expect(stdout).toMatch(/^✗ 签名不符，原因如下：\n\n1\. .*斜杠.*\n {3}修正：/);
  });

  it('tells programs all it knows, but no key', async () => {
    const { status, stdout, stderr } = await yinjian(['diagnose', wrong, '--json'], withKey);
    expect(status).toBe(1);
    expect(jsonOf({ stdout })).toMatchObject({
      verdict: 'explained',
      findings: [
        {
          mistakes: [{ id: 'slashes.not_escaped', fields: [] }],
          certainty: 'reproduced',
          correctedSignature: bodySign,
        },
      ],
      tried: { count: expect.any(Number) },
      explanation: { verdict: { result: 'mismatch' } },
    });
    expect(stdout + stderr).not.toContain(MD5_KEY);
  });

  it('ends with 0 where the signature is right', async () => {
    const { status, stdout } = await yinjian(['diagnose', envelope()], withKey);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^✓ /);
  });

  it('shows where the text that was signed differs', async () => {
    const theirs = file('signed.txt', `${unescaped}&key=${MD5_KEY}\n`);
    const { stdout } = await yinjian(['diagnose', wrong, '--their-text', theirs], withKey);
    expect(stdout).toMatch(/Difference: .*\[-\/\/-\]\{\+\\\/\\\/\+\}merchant\.example.*\n {2}• /s);
    expect(stdout).not.toContain(MD5_KEY);
  });

  it('tries other keys', async () => {
    const other = 'ffffffffffffffffffffffffffffffff';
    const signed = envelope(md5(`${bodyCanonical}&key=${other}`));
    const keys = file('others.txt', `${API_KEY}\n${other}\n`);
    const { stdout } = await yinjian(['diagnose', signed, '--other-keys-file', keys, '--json'], withKey);
    expect(jsonOf({ stdout })).toMatchObject({ verdict: 'explained' });
    expect(stdout).not.toContain(other);
  });

  it('knows WeChat Pay’s messages too', async () => {
    const args = ['diagnose', xml({ sign: xmlMd5 }), '--sign-type', 'HMAC-SHA256', '--json'];
    const { stdout } = await yinjian(args, withApiKey);
    expect(jsonOf({ stdout })).toMatchObject({
      findings: [{ certainty: 'reproduced', correctedSignature: xmlHmac }],
    });
  });

  const inexplicable = envelope('0123456789ABCDEF0123456789ABCDEF');

  it('says what to do, and then what was tried, where nothing is found', async () => {
    const { status, stdout } = await yinjian(['diagnose', inexplicable], withKey);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^✗ .*no known mistake.*What to do next:\n {2}1\. Compare the key.*agent's.*\n {2}2\. .*--their-text.*\n {2}3\. .*proxy.*\n\n\d+ signatures tried in \d+ ms\nNever tried: .*three mistakes.*\n {2}/s,
    );
  });

  it('asks for the APIv2 key of WeChat Pay, and speaks Chinese there too', async () => {
    const message = xml({ sign: '0123456789ABCDEF0123456789ABCDEF' });
    const args = ['diagnose', message, '--lang', 'zh', '--milliseconds', '20000'];
    const { stdout } = await yinjian(args, withApiKey);
    expect(stdout).toMatch(/\n接下来：\n {2}1\. .*APIv2.*\n {2}2\. .*--their-text/);
    expect(stdout).toMatch(/\n从不尝试：\p{Script=Han}/u);
  });

  it('does not say that there is no mistake where the time was up', async () => {
    const { stdout } = await yinjian(['diagnose', inexplicable, '--milliseconds', '1'], withKey);
    expect(stdout).toMatch(/^✗ .*not found yet: not everything was tried\.\n/);
    expect(stdout).not.toContain('no known mistake');
    expect(stdout).toContain('\n  1. Search longer: --milliseconds 20000.\n');
  });

  it('has the time to try everything with a usual message, and says how much it takes', async () => {
    const { stdout } = await yinjian(
      ['diagnose', envelope('0123456789ABCDEF0123456789ABCDEF'), '--json'],
      withKey,
    );
    expect(jsonOf({ stdout })).toMatchObject({ verdict: 'unexplained', tried: { complete: true } });
    const help = await yinjian(['diagnose', '--help']);
    expect(help.stdout.replace(/\s+/g, ' ')).toContain('how long to search, in milliseconds [3000]');
  });

  it('takes the signature beside a body', async () => {
    const signature = bodySign.toLowerCase();
    const { stdout } = await yinjian(['diagnose', body, '--signature', signature, '--json'], withKey);
    expect(jsonOf({ stdout })).toMatchObject({
      verdict: 'explained',
      findings: [{ certainty: 'reproduced' }],
    });
  });

  it('needs a key, and time', async () => {
    const keyless = await yinjian(['diagnose', wrong, '--json']);
    expect(keyless).toMatchObject({ status: 2, stdout: '' });
    expect(jsonOf({ stdout: keyless.stderr })).toMatchObject({ error: { code: 'no_key' } });
    const timeless = await yinjian(['diagnose', wrong, '--milliseconds', '-1'], withKey);
    expect(timeless).toMatchObject({ status: 2, stdout: '' });
  });
});
