import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { snippetsOf, writePrograms } from './snippets.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
const bin = (name: string) => join(root, 'node_modules/.bin', name);

const packages = readdirSync(join(root, 'packages')).filter((name) =>
  existsSync(join(root, 'packages', name, 'package.json')),
);
const readmes = packages.flatMap((name) =>
  ['README.md', 'README.zh-CN.md']
    .map((file) => join('packages', name, file))
    .filter((file) => existsSync(join(root, file))),
);

/** What the programs of a package's READMEs print, in their order. */
const PRINTS: Readonly<Record<string, readonly unknown[]>> = {
  'crypto-webcrypto': [
    [
      '60CEDE8E4AD308BBE9776B95F9718976 CFD30669A7B51DF2AB2629B111224B90D932BC80C1D441D1370AE3BFA251357E',
      '收款人\n',
    ].join('\n'),
  ],
  mmsp: [
    '',
    'pending\nsucceeded\n',
    'true 3\n',
    '200\n',
    '1000000000000 0\n',
    'pending true\n',
    'succeeded\n',
  ],
  'protocol-codec': [
    String.raw`{"AMT":"200","PUSH_COUNT":8,"URL":"http:\/\/a.example\/b"}
body=test&mch_id=10000100
`,
  ],
  sandbox: ['', ''],
  'signature-debugger': [
    String.raw`Notification of a quick payment [ 'http-request' ]
{"AMT":"200","PUSH_COUNT":8,"URL":"http:\/\/a.example\/b"}
F03F343C70B8E35BBB389FB1BCD258FE 00
mismatch 签名不符：报文、密钥或签名方法中至少有一个不对
`,
    // The search ends after 200 ms: on a busy machine before everything was tried.
    expect.stringMatching(
      /^reproduced Slashes are not escaped In the text that is signed every \/ is written \\\/, .+\.\nexplained (?:true|false)\n$/,
    ),
  ],
  'wechat-transit': ['', 'true\nsucceeded\n', 'succeeded\n'],
};

describe.each(readmes.filter((readme) => snippetsOf(readme, 'ts').length > 0))('%s', (readme) => {
  const snippets = snippetsOf(readme, 'ts');
  const { folder, files } = writePrograms(readme.replaceAll('/', '-'), snippets);
  const prints = PRINTS[readme.split('/')[1] ?? ''] ?? [];

  it('has as many programs as are known to print something, or nothing', () => {
    expect(files).toHaveLength(prints.length);
  });

  it('has only programs that are correct TypeScript', async () => {
    await expect(run(bin('tsc'), ['--noEmit', '-p', folder])).resolves.toMatchObject({ stdout: '' });
  });

  it.each(files.map((file, index) => [snippets[index]?.heading, file, index] as const))(
    'has a program that runs under "%s"',
    async (_heading, file, index) => {
      const { stdout, stderr } = await run(bin('node'), [file]);
      expect(stderr).toBe('');
      expect(stdout).toEqual(prints[index]);
    },
  );
});

describe.each(readmes.filter((file) => file.endsWith('.zh-CN.md')))('%s', (readme) => {
  it('has the programs of the English one', () => {
    const [english, chinese] = [readme.replace('.zh-CN', ''), readme].map((file) =>
      snippetsOf(file, 'ts').map(({ code }) => code.replace(/\s*\/\/ .*$/gm, '')),
    );
    expect(chinese).toEqual(english);
  });
});
