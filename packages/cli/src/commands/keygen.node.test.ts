import { createPrivateKey, createPublicKey } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonOf, workFolder, yinjian } from '../testing/program.ts';

const read = (...path: string[]) => readFileSync(join(workFolder(), ...path), 'utf8');

const FILES = ['merchant-private.pem', 'merchant-private.txt', 'merchant-public.pem', 'merchant-public.txt'];

describe('yinjian keygen', () => {
  it('writes a pair of 1024 bits, in PEM and in one line, for its owner alone', async () => {
    const result = await yinjian(['keygen', '--out', 'new/keys']);
    expect(result.status).toBe(0);
    const folder = join(workFolder(), 'new/keys');
    expect(readdirSync(folder).toSorted()).toEqual(FILES);
    for (const file of FILES) expect((statSync(join(folder, file)).mode & 0o777).toString(8)).toBe('600');

    const privatePem = read('new/keys', 'merchant-private.pem');
    const publicPem = read('new/keys', 'merchant-public.pem');
    expect(privatePem).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
    expect(publicPem).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
    const key = createPrivateKey(privatePem);
    expect(key.asymmetricKeyDetails?.modulusLength).toBe(1024);
    const spki = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
    expect(createPublicKey(publicPem).export({ type: 'spki', format: 'der' }).toString('base64')).toBe(spki);
    expect(read('new/keys', 'merchant-public.txt')).toBe(`${spki}\n`);
    expect(read('new/keys', 'merchant-private.txt')).toBe(
      `${key.export({ type: 'pkcs8', format: 'der' }).toString('base64')}\n`,
    );

    expect(result.stdout).toBe(`${spki}\n`);
    expect(result.stderr).toContain('1024 bits');
  });

  it('makes longer ones, under another name', async () => {
    const result = await yinjian(['keygen', '--bits', '2048', '--name', 'second', '--json']);
    expect(jsonOf(result)).toMatchObject({
      bits: 2048,
      files: { privateKey: 'second-private.pem', publicKeyBase64: 'second-public.txt' },
      publicKey: read('second-public.txt').trim(),
    });
    expect(createPublicKey(read('second-public.pem')).asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(result.stdout + result.stderr).not.toContain(read('second-private.txt').slice(40, 80));
  });

  it('overwrites nothing and leaves nothing behind, unless told to', async () => {
    mkdirSync(join(workFolder(), 'old'));
    writeFileSync(join(workFolder(), 'old/merchant-private.txt'), 'precious');
    const refused = await yinjian(['keygen', '--out', 'old', '--json']);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(jsonOf({ stdout: refused.stderr })).toMatchObject({
      error: { code: 'file', message: expect.stringContaining('old/merchant-private.txt exists') },
    });
    expect(readdirSync(join(workFolder(), 'old'))).toEqual(['merchant-private.txt']);
    expect(read('old/merchant-private.txt')).toBe('precious');

    const forced = await yinjian(['keygen', '--out', 'old', '--force']);
    expect(forced.status).toBe(0);
    expect(readdirSync(join(workFolder(), 'old')).toSorted()).toEqual(FILES);
    expect((statSync(join(workFolder(), 'old/merchant-private.txt')).mode & 0o777).toString(8)).toBe('600');
  });

  it.each([
    ['--bits', '512'],
    ['--name', '../x'],
    ['--out', '/dev/null/x'],
    ['--out', '/proc/nope/keys'],
  ])('refuses %s %s', async (...args) => {
    const result = await yinjian(['keygen', ...args]);
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(existsSync(join(workFolder(), '../x-private.pem'))).toBe(false);
  });
});
