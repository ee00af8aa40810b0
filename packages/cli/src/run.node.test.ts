import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { jsonOf, programFile, type Result, workFolder, yinjian } from './testing/program.ts';
import { body, bodyCanonical, envelope, file, MD5_KEY, md5 } from './testing/samples.ts';

const COMMANDS = [
  'explain',
  'diagnose',
  'sign',
  'verify',
  'encrypt',
  'decrypt',
  'keygen',
  'operations',
  'call',
  'sandbox',
  'completion',
];

const CHINESE = /\p{Script=Han}/u;
const withKey = { env: { YINJIAN_KEY: MD5_KEY } };

describe('help', () => {
  it('lists every command, in one language', async () => {
    const english = await yinjian(['--help']);
    expect(english).toMatchObject({ status: 0, stderr: '' });
    expect(english.stdout).not.toMatch(CHINESE);
    const chinese = await yinjian(['-h', '--lang', 'zh']);
    expect(chinese).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(CHINESE) });
    for (const { stdout } of [english, chinese]) {
      for (const command of COMMANDS) expect(stdout).toContain(`  yinjian ${command}`);
    }
  });

  it.each(COMMANDS)('has examples for %s in both languages', async (command) => {
    for (const [language, heading] of [
      ['en', 'Examples:'],
      ['zh', '示例：'],
    ] as const) {
      const { status, stdout } = await yinjian([command, '--help', '--lang', language]);
      expect(status).toBe(0);
      expect(stdout.split(heading)[1]).toContain(`yinjian ${command}`);
    }
  });

  it('is printed on standard error where no command was given', async () => {
    const result = await yinjian([]);
    expect(result).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('Commands:') });
  });

  it('tells the version', async () => {
    expect(await yinjian(['--version'])).toEqual({ status: 0, stdout: '1.2.3-test\n', stderr: '' });
  });
});

describe('the language', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, true],
    [{ LANG: 'zh_TW' }, true],
    [{ LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, true],
    [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, false],
    [{ LC_ALL: '', LANG: 'zh_CN.UTF-8' }, true],
    [{ LANG: 'en_US.UTF-8' }, false],
    [{ LANG: 'zhx_XX' }, false],
    [{}, false],
  ])('is told by %j', async (env, isChinese) => {
    const { stderr } = await yinjian(['sign', 'no-such-file'], { env });
    expect(CHINESE.test(stderr)).toBe(isChinese);
  });

  it('is told by --lang before all else', async () => {
    const { stderr } = await yinjian(['sign', 'no-such-file', '--lang=en'], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(stderr).toBe('Error: There is no file no-such-file, and it is no message either.\n');
  });
});

describe('wrong usage', () => {
  it.each([
    ['a command that there is not', ['sing', 'x']],
    ['an option that there is not', ['sign', body, '--sing-type', 'MD5']],
    ['an argument too many', ['sign', body, body]],
    ['a value that there is not', ['sign', body, '--sign-type', 'SHA256']],
    ['an option without its value', ['sign', body, '--key-file']],
    ['an option twice', ['sign', body, '--key-file', 'a', '--key-file', 'b']],
    ['a language that there is not', ['sign', body, '--lang', 'fr']],
    ['a file that there is not', ['sign', 'no-such-file.json']],
    ['a key file that there is not', ['sign', body, '--key-file', 'no-such-file.txt']],
    ['a key in two places', ['sign', body, '--key-file', 'a', '--key-env', 'B']],
    ['a variable that is not set', ['sign', body, '--key-env', 'NOT_SET']],
    ['standard input twice', ['sign', '-', '--key-file', '-']],
    ['an operation that there is not', ['call', 'quickPay.refund']],
    ['a call without an operation', ['call']],
    ['fields that are none', ['call', 'querystate', 'openid']],
    ['a field twice', ['call', 'querystate', 'openid=1', 'openid=2']],
    ['two addresses', ['call', 'querystate', '--url', 'https://a.example', '--sandbox', 'http://b.example']],
    ['a certificate without its key', ['call', 'scanPay.cancel', '--cert-file', 'a.pem']],
    ['a port that is none', ['sandbox', '--port', 'http']],
    ['a shell that there is not', ['completion', 'powershell']],
    ['what only the parser knows', ['__complete']],
    ['an address that is none', ['call', 'querystate', 'openid=1', '--sandbox', 'localhost:8080']],
    ['JSON that breaks off', ['sign', '{"A":']],
    ['an empty message', ['verify', '']],
  ])('ends with 2 and a line or two on standard error: %s', async (_, args) => {
    const inWords = await yinjian(args, { ...withKey, input: body });
    expect(inWords).toMatchObject({ status: 2, stdout: '' });
    expect(inWords.stderr).toMatch(/^Error: .+\n(?: .+\n)*$/);
    expect(inWords.stderr).not.toMatch(/^ +at /m);
  });

  it.each([
    [['sing'], 'There is no command sing. Did you mean sign? `yinjian --help` lists all.'],
    [['diagnoze', 'x'], 'There is no command diagnoze. Did you mean diagnose? `yinjian --help` lists all.'],
    [['diag', 'x', 'y'], 'There is no command diag. Did you mean diagnose? `yinjian --help` lists all.'],
    [['bogus', '--json=false'], 'There is no command bogus. `yinjian --help` lists all.'],
    [['--lang', 'zh', 'Verfy'], '没有名为 Verfy 的命令。是否指 verify？`yinjian --help` 列出全部命令。'],
  ])('names the nearest command: %j', async (args, message) => {
    const { status, stderr } = await yinjian(args);
    expect(status).toBe(2);
    expect(stderr).toBe(`${CHINESE.test(message) ? '错误：' : 'Error:'} ${message}\n`);
  });

  it('is told as JSON with --json', async () => {
    const result = await yinjian(['sign', '--no-such-option', '--json', '--lang', 'zh']);
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(jsonOf({ stdout: result.stderr })).toEqual({
      error: { code: 'usage', message: expect.stringMatching(/no-such-option/) },
    });
  });

  it.each(['--key', '--md5-key', '--md5Key', '--secret'])('does not take a key: %s', async (option) => {
    const result = await yinjian(['sign', body, option, MD5_KEY]);
    expect(result).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('--key-file') });
    expect(result.stderr).not.toContain(MD5_KEY);
  });
});

describe('keys', () => {
  it.each([
    ['a file', () => ['--key-file', file('key.txt', MD5_KEY)], {}],
    ['a file with a line break', () => ['--key-file', file('key.txt', `${MD5_KEY}\r\n`)], {}],
    ['a variable', () => ['--key-env', 'MY_KEY'], { MY_KEY: MD5_KEY }],
    ['the usual variable', () => [], { YINJIAN_KEY: MD5_KEY }],
    [
      'a file, before the usual variable',
      () => ['--key-file', file('key.txt', MD5_KEY)],
      { YINJIAN_KEY: 'x' },
    ],
  ])('come from %s', async (_, args, env) => {
    const { status } = await yinjian(['verify', envelope(), ...args()], { env });
    expect(status).toBe(0);
  });

  it('come from standard input, where the message does not', async () => {
    const { status } = await yinjian(['verify', envelope(), '--key-file', '-'], { input: `${MD5_KEY}\n` });
    expect(status).toBe(0);
  });

  it('are not asked for where nobody sits at a terminal', async () => {
    const result = await yinjian(['sign', body, '--json']);
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(jsonOf({ stdout: result.stderr })).toMatchObject({ error: { code: 'no_key' } });
  });
});

describe('input', () => {
  const signed = async (args: string[], input?: string | Uint8Array): Promise<Result> =>
    await yinjian(['verify', ...args], { ...withKey, ...(input === undefined ? {} : { input }) });

  it('is a file, standard input or the message itself', async () => {
    const name = file('envelope.json', `\ufeff${envelope()}\n`);
    expect((await signed([name])).status).toBe(0);
    expect((await signed([], `${envelope()}\n`)).status).toBe(0);
    expect((await signed(['-'], envelope())).status).toBe(0);
    expect((await signed([envelope()])).status).toBe(0);
  });

  it.each(['sign', 'verify', 'encrypt', 'decrypt'])('is not empty: %s', async (command) => {
    for (const args of [[''], ['-'], [file('empty.txt', ' \n')]]) {
      const { status, stdout, stderr } = await yinjian([command, ...args], withKey);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/: there is nothing in it\.\n$/);
    }
  });

  it.each(['explain', 'diagnose'])('may be empty, which is said: %s', async (command) => {
    const { status, stdout } = await yinjian([command, '', '--lang', 'zh'], withKey);
    expect(status).toBe(2);
    expect(stdout).toContain('没有内容');
  });

  it.each(['explain', 'diagnose'])('ends with 2 where it cannot be read: %s', async (command) => {
    const { status, stdout } = await yinjian([command, '{"A":'], withKey);
    expect(status).toBe(2);
    expect(stdout).toContain('line 1, column');
  });

  it('is UTF-8', async () => {
    const gbk = Uint8Array.of(...Buffer.from('{"NAME":"'), 0xd5, 0xc5, ...Buffer.from('"}'));
    const result = await signed(['-'], gbk);
    expect(result).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('iconv') });
  });

  it('has an end', async () => {
    const result = await signed(['-'], 'x'.repeat(5_000_000));
    expect(result).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('4194304 bytes') });
  });
});

describe('output', () => {
  const ESCAPE = '\u001b';

  it('has colours on a terminal alone, or where they are asked for', async () => {
    expect((await yinjian(['operations'])).stdout).not.toContain(ESCAPE);
    const forced = await yinjian(['operations'], { env: { FORCE_COLOR: '1' } });
    expect(forced.stdout).toContain(`${ESCAPE}[`);
    expect((await yinjian(['operations'], { env: { NO_COLOR: '1' } })).stdout).not.toContain(ESCAPE);
    const both = await yinjian(['explain', envelope()], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    expect(both).toMatchObject({ status: 0, stderr: '', stdout: expect.not.stringContaining(ESCAPE) });
    const refused = await yinjian(['sign', 'x'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    expect(refused.stderr).toMatch(/^Error: .+\n$/);
    const json = await yinjian(['operations', '--json'], { env: { FORCE_COLOR: '1' } });
    expect(json.stdout).not.toContain(ESCAPE);
  });

  it('has no colours in a pipe, of several formats at once neither, in the oldest Node too', async () => {
    const node = join(import.meta.dirname, '../../../conformance/runtimes/node-20/node_modules/.bin/node');
    const signed = envelope(md5(`${bodyCanonical.replaceAll('\\/', '/')}&key=${MD5_KEY}`));
    const theirs = file('theirs.txt', bodyCanonical.replaceAll('\\/', '/'));
    const differing = ['diagnose', signed, '--their-text', theirs];
    for (const args of [['explain', envelope()], differing]) {
      for (const NO_COLOR of ['', '1']) {
        const { stdout, stderr } = await yinjian(args, { node, env: { ...withKey.env, NO_COLOR } });
        expect(stderr).toBe('');
        expect(stdout).toMatch(args === differing ? /\[-\/\/-\]/ : /\\\//);
        expect(stdout).not.toContain(ESCAPE);
      }
    }
  });

  it('may end before it has been read', async () => {
    const shell = `"$NODE" "$PROGRAM" operations --json | head -c 10; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', shell], {
      cwd: workFolder(),
      env: { ...process.env, NODE: process.execPath, PROGRAM: programFile() },
    });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/0\n$/);
  });

  it('does not let a message control the terminal', async () => {
    const message = `<xml><a>${ESCAPE}[31m</a></xml>`;
    const { stdout, stderr } = await yinjian(['explain', message.replace(ESCAPE, '\u009b')]);
    expect(stdout + stderr).not.toContain('\u009b');
  });
});
