import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { promisify } from 'node:util';
import { createScanPayClient, operations } from '@yinjian/mmsp';
import { type Sandbox, startSandbox } from '@yinjian/sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCertificateFetch } from '../../examples/client-certificate/src/node.ts';
import { snippetsOf, writePrograms } from './snippets.ts';

const root = join(import.meta.dirname, '../..');
const pages = ['docs/certificates.md', 'docs/zh/certificates.md'] as const;

const folder = mkdtempSync(join(tmpdir(), 'yinjian-certificates-'));
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
const pem = (name: string) => readFileSync(join(folder, name), 'utf8');
const pair = (name: string) => ({ cert: pem(`${name}.pem`), key: pem(`${name}.key`) });

/** A certificate authority of its own: `name.pem`, `name.key`. */
function makeAuthority(name: string): void {
  openssl(
    'req',
    '-x509',
    ...NEW_KEY,
    '-subj',
    `/CN=${name}`,
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.pem`,
  );
}

/** A certificate by that authority: `name.pem`, `name.key`. */
function makeCertificate(name: string, authority: string, extensions: string): void {
  writeFileSync(join(folder, `${name}.ext`), extensions);
  openssl('req', '-new', ...NEW_KEY, '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`);
  const issuer = ['-CA', `${authority}.pem`, '-CAkey', `${authority}.key`, '-CAcreateserial'];
  const files = ['-in', `${name}.csr`, '-extfile', `${name}.ext`, '-out', `${name}.pem`];
  openssl('x509', '-req', '-sha256', '-days', '1', ...issuer, ...files);
}

makeAuthority('authority');
makeAuthority('stranger');
makeCertificate('server', 'authority', 'subjectAltName=IP:127.0.0.1');
makeCertificate('merchant', 'authority', 'extendedKeyUsage=clientAuth');
makeCertificate('impostor', 'stranger', 'extendedKeyUsage=clientAuth');
openssl(
  'pkcs12',
  '-export',
  '-in',
  'merchant.pem',
  '-inkey',
  'merchant.key',
  '-passout',
  'pass:hush',
  '-out',
  'merchant.p12',
);

interface Arrival {
  readonly client: string | string[] | undefined;
  readonly method: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

let sandbox: Sandbox;
let server: Server;
let url = '';
let connections = 0;
let arrivals: Arrival[] = [];
const ca = pem('authority.pem');

/** Lets nobody in without a certificate by the authority; what arrives goes on to the sandbox. */
function startServer(): Promise<Server> {
  const demand = { ca, requestCert: true, rejectUnauthorized: true };
  const started = createServer({ ...pair('server'), ...demand }, (request, response) => {
    const { method, headers } = request;
    const client = (request.socket as TLSSocket).getPeerCertificate().subject.CN;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      arrivals.push({ client, method, headers, body });
      if (request.url === '/broken') {
        response.writeHead(200, { 'content-length': '100' }).write('{', () => response.destroy());
        return;
      }
      if (request.url === '/endless') {
        response.writeHead(200).write('{');
        return;
      }
      void answer(request.url, body).then(
        (reply) => reply && response.writeHead(reply.status, reply.headers).end(reply.body),
      );
    });
  });
  started.on('connection', () => {
    connections += 1;
  });
  return new Promise((resolve) => started.listen(0, '127.0.0.1', () => resolve(started)));
}

async function answer(path: string | undefined, body: string) {
  if (path === '/silent') return undefined;
  if (path === '/elsewhere') return { status: 302, headers: { location: '/' }, body: '' };
  if (path === '/nothing') return { status: 204, headers: { 'set-cookie': ['a=1', 'b=2'] }, body: undefined };
  const reply = await fetch(sandbox.urls.scanPay, { method: 'POST', body });
  return { status: reply.status, headers: {}, body: await reply.text() };
}

beforeAll(async () => {
  sandbox = await startSandbox({ timeScale: 0.01 });
  server = await startServer();
  url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

beforeEach(() => {
  connections = 0;
  arrivals = [];
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A client of the server that demands a certificate. */
function clientOf(options: Partial<Parameters<typeof createScanPayClient>[0]>) {
  const { MERNO, TERMNO, md5Key } = sandbox.merchants.mmsp;
  return createScanPayClient({ MERNO, TERMNO, md5Key, url, ...options });
}

const refund = { MERORDERID: 'CERTIFICATE', REFUND_MERORDERID: 'REFUND', AMT: 40 } as const;

/** An order that can be refunded. */
async function payOrder(MERORDERID: string): Promise<void> {
  const paid = await clientOf({ url: sandbox.urls.scanPay }).wechatCard({
    MERORDERID,
    AMT: 100,
    GOODSNAME: '珍珠奶茶',
    NOTIFY_URL: 'http://127.0.0.1:9/notify',
    CODE: '134567890123456789',
  });
  expect(paid.status).toBe('succeeded');
}

describe('the example for Node', () => {
  it.each([
    ['PEM', 'PEM', () => pair('merchant')],
    ['PKCS#12', 'P12', () => ({ pfx: readFileSync(join(folder, 'merchant.p12')), passphrase: 'hush' })],
  ])(
    'gets a refund through to a server that demands a certificate: %s',
    async (_form, suffix, certificate) => {
      const MERORDERID = `CERTIFICATE${suffix}`;
      await payOrder(MERORDERID);
      const client = clientOf({ certificateFetch: createCertificateFetch({ ...certificate(), ca }) });
      const outcome = await client.refund({ MERORDERID, REFUND_MERORDERID: `REFUND${suffix}`, AMT: 40 });
      expect(outcome).toMatchObject({ status: 'pending', authenticated: true, data: { AMT: 40 } });
      expect(arrivals).toMatchObject([{ client: 'merchant', method: 'POST' }]);
      expect(arrivals[0]?.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(arrivals[0]?.headers['content-length']).toBe(String(Buffer.byteLength(arrivals[0]?.body ?? '')));
    },
  );

  it('ends unknown with the certificate of somebody else', async () => {
    const certificateFetch = createCertificateFetch({ ...pair('impostor'), ca });
    const outcome = await clientOf({ certificateFetch }).refund(refund);
    expect(outcome).toMatchObject({ status: 'unknown', cause: { code: 'network' } });
    expect(connections).toBe(1);
    expect(arrivals).toEqual([]);
  });

  it('ends unknown, and sends nothing, where the server is not trusted', async () => {
    const certificateFetch = createCertificateFetch({ ...pair('merchant'), ca: pem('stranger.pem') });
    const outcome = await clientOf({ certificateFetch }).refund(refund);
    expect(outcome).toMatchObject({ status: 'unknown', cause: { code: 'network' } });
    expect(arrivals).toEqual([]);
  });

  it('follows no redirect', async () => {
    const certificateFetch = createCertificateFetch({ ...pair('merchant'), ca });
    const outcome = await clientOf({ certificateFetch, url: `${url}elsewhere` }).refund(refund);
    expect(outcome).toMatchObject({ status: 'unknown', cause: { code: 'redirect' } });
    expect(arrivals).toHaveLength(1);
    await expect(certificateFetch(url, {})).rejects.toThrow(TypeError);
    expect(arrivals).toHaveLength(1);
  });

  it('ends unknown where the reply breaks off', async () => {
    const certificateFetch = createCertificateFetch({ ...pair('merchant'), ca });
    const outcome = await clientOf({ certificateFetch, url: `${url}broken` }).refund(refund);
    expect(outcome).toMatchObject({ status: 'unknown', cause: { code: 'network' } });
  });

  it.each(['silent', 'endless'])('lets go of the connection at the deadline: %s', async (path) => {
    const certificateFetch = createCertificateFetch({ ...pair('merchant'), ca });
    const closed = new Promise<void>((resolve) => {
      server.once('secureConnection', (socket) => void socket.once('close', () => resolve()));
    });
    const client = clientOf({ certificateFetch, url: `${url}${path}`, deadlineSeconds: 1 });
    expect(await client.refund(refund)).toMatchObject({ status: 'unknown', cause: { code: 'timeout' } });
    await closed;
    expect(arrivals).toHaveLength(1);
  });

  it('rejects at once where the signal has fired', async () => {
    const certificateFetch = createCertificateFetch({ ...pair('merchant'), ca });
    const init: RequestInit = { redirect: 'manual', signal: AbortSignal.abort() };
    await expect(certificateFetch(url, init)).rejects.toMatchObject({ name: 'AbortError' });
    expect(arrivals).toEqual([]);
  });

  it('reads a reply without a body, and headers that come twice', async () => {
    const certificateFetch = createCertificateFetch({ ...pair('merchant'), ca });
    const response = await certificateFetch(`${url}nothing`, { redirect: 'manual' });
    expect([response.status, response.body, response.headers.getSetCookie()]).toEqual([
      204,
      null,
      ['a=1', 'b=2'],
    ]);
    expect(arrivals).toMatchObject([{ method: 'GET', body: '' }]);
  });

  it('refuses a certificate that does not belong to the key', () => {
    const { cert } = pair('merchant');
    expect(() => createCertificateFetch({ cert, key: pair('impostor').key })).toThrow(/key values mismatch/);
  });
});

/** A program of a merchant in Deno: what it needs comes on standard input. */
const REFUND_IN_DENO = `
import { createScanPayClient } from '@yinjian/mmsp';
import { createCertificateFetch } from './deno.ts';

const { pair, options, refund } = JSON.parse(await new Response(Deno.stdin.readable).text());
const client = createScanPayClient({ ...options, certificateFetch: createCertificateFetch(pair) });
const { status, authenticated, data, cause } = await client.refund(refund);
console.log(JSON.stringify({ status, authenticated, AMT: data?.AMT, code: cause?.code }));
`;

describe('the example for Deno', () => {
  let program = '';

  beforeAll(() => {
    const { folder: programs, files } = writePrograms('certificates-deno', [
      { heading: '', code: REFUND_IN_DENO },
    ]);
    copyFileSync(join(root, 'examples/client-certificate/src/deno.ts'), join(programs, 'deno.ts'));
    program = files[0] ?? '';
  });

  /** What comes of a refund with that certificate where that authority is trusted. */
  async function refundInDeno(certificate: string, authority: string, order: object): Promise<unknown> {
    const { MERNO, TERMNO, md5Key } = sandbox.merchants.mmsp;
    const resolution = ['--node-modules-dir=manual', '--no-lock'];
    const permission = ['--no-prompt', '--allow-net=127.0.0.1', `--cert=${join(folder, `${authority}.pem`)}`];
    const running = promisify(execFile)(
      join(root, 'node_modules/.bin/deno'),
      ['run', ...resolution, ...permission, program],
      { env: { ...process.env, NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1' } },
    );
    const options = { MERNO, TERMNO, md5Key, url };
    running.child.stdin?.end(JSON.stringify({ pair: pair(certificate), options, refund: order }));
    const { stdout, stderr } = await running;
    expect(stderr).toBe('');
    return JSON.parse(stdout);
  }

  it('gets a refund through to a server that demands a certificate', async () => {
    const order = { ...refund, MERORDERID: 'CERTIFICATEDENO', REFUND_MERORDERID: 'REFUNDDENO' };
    await payOrder(order.MERORDERID);
    const outcome = await refundInDeno('merchant', 'authority', order);
    expect(outcome).toEqual({ status: 'pending', authenticated: true, AMT: 40 });
    expect(arrivals).toMatchObject([{ client: 'merchant', method: 'POST' }]);
    expect(arrivals[0]?.headers['user-agent']).toMatch(/^Deno\//);
  });

  it('ends unknown with the certificate of somebody else', async () => {
    const outcome = await refundInDeno('impostor', 'authority', refund);
    expect(outcome).toMatchObject({ status: 'unknown', code: 'network' });
    expect(connections).toBe(1);
    expect(arrivals).toEqual([]);
  });

  it('ends unknown, and sends nothing, where the server is not trusted', async () => {
    const outcome = await refundInDeno('merchant', 'stranger', refund);
    expect(outcome).toMatchObject({ status: 'unknown', code: 'network' });
    expect(arrivals).toEqual([]);
  });
});

it.each(['refund', 'cancel'] as const)('%s is refused before anything is sent without', async (name) => {
  const sent: string[] = [];
  const client = clientOf({
    fetch: async (to) => {
      sent.push(to);
      return new Response();
    },
  });
  const call = name === 'refund' ? client.refund(refund) : client.cancel({ MERORDERID: 'CERTIFICATE' });
  await expect(call).rejects.toMatchObject({ name: 'ConfigurationError', code: 'certificate_required' });
  expect([sent, connections]).toEqual([[], 0]);
});

describe.each(pages)('%s', (page) => {
  it('names just the operations that need a certificate', () => {
    const needed = operations.filter(({ needsCertificate }) => needsCertificate).map(({ name }) => name);
    const [introduction = ''] = readFileSync(join(root, page), 'utf8').split('\n## ');
    const named = [...introduction.matchAll(/`(\w+\.\w+)`/g)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(needed));
  });

  it('has a program that runs beside the example, with what its commands make of a PKCS#12 file', async () => {
    const { folder: programs, files } = writePrograms(page.replaceAll('/', '-'), snippetsOf(page, 'ts'));
    copyFileSync(join(root, 'examples/client-certificate/src/node.ts'), join(programs, 'node.ts'));
    const commands = snippetsOf(page, 'sh').flatMap(({ code }) => code.trim().split('\n'));
    expect([files.length, commands.length]).toEqual([1, 2]);
    rmSync(join(folder, 'cert.pem'), { force: true });
    rmSync(join(folder, 'key.pem'), { force: true });
    for (const command of commands) {
      const [program, ...args] = command.split(' ');
      expect(program).toBe('openssl');
      openssl(...args, '-passin', 'pass:hush');
    }
    const node = join(root, 'node_modules/.bin/node');
    await expect(promisify(execFile)(node, files, { cwd: folder })).resolves.toMatchObject({ stderr: '' });
  });
});

it('says the same in both languages', () => {
  const [english, chinese] = pages.map((page) =>
    snippetsOf(page, 'ts').map(({ code }) => code.replace(/\s*\/\/ .*$/gm, '')),
  );
  expect(chinese).toEqual(english);
});
