import assert from 'node:assert/strict';
import { decodeFlatXml } from '@yinjian/protocol-codec';
import { bySignType, type Job, type Library } from './peers/library.ts';
import { pieces, plaintext } from './work/payout.ts';
import * as quickPay from './work/quick-pay.ts';
import { type Fields, replies, requests, type SignType } from './work/wechat.ts';

type Check = (result: unknown) => void;

/** What must come of each job. */
const checks: Readonly<Record<Job, Check>> = {
  ...bySignType(
    'build',
    (signType): Check =>
      (result) =>
        isSigned(result, requests[signType]),
  ),
  ...bySignType(
    'read',
    (signType): Check =>
      (result) =>
        isReply(result, signType),
  ),
  ...bySignType(
    'sign',
    (signType): Check =>
      (result) =>
        assert.equal(result, requests[signType].sign),
  ),
  ...bySignType('verify', () => isTrue),
  ...bySignType(
    'digest request',
    (signType): Check =>
      (result) =>
        isDigest(result, requests[signType].sign),
  ),
  ...bySignType(
    'digest reply',
    (signType): Check =>
      (result) =>
        isDigest(result, replies[signType].sign),
  ),
  ...bySignType('whole build', (): Check => (result) => assert.equal(decodeFlatXml(String(result)).size, 16)),
  ...bySignType(
    'whole read',
    (): Check => (result) => {
      assert.equal((result as Record<string, unknown>)['total_fee'], 888);
    },
  ),
  'canonical object': (result) => assert.equal(result, quickPay.canonical),
  'canonical text': (result) => assert.equal(result, quickPay.canonical),
  'canonical PHP text': (result) => assert.equal(result, quickPay.canonicalWithNumber),
  'canonical Python text': (result) => assert.equal(result, quickPay.canonicalWithNumber),
  'canonical pretty text': (result) => assert.equal(result, quickPay.canonicalWithNumber),
  stringify: (result) => assert.equal(String(result).replaceAll('/', '\\/'), quickPay.canonical),
  'sort and stringify': (result) => assert.equal(String(result).replaceAll('/', '\\/'), quickPay.canonical),
  'MMSP sign': (result) => assert.equal(result, quickPay.signature),
  'MMSP verify': isTrue,
  'MMSP digest': (result) => isDigest(result, quickPay.signature),
  decrypt: (result) => assert.equal(result, plaintext),
  'decrypt bytes': (result) => assert.equal(Buffer.from(result as Uint8Array).toString(), plaintext),
  'decrypt raw': (result) => {
    const blocks = (result as Buffer[]).map((block, i) => block.subarray(-(pieces[i]?.length ?? 0)));
    assert.deepEqual(blocks, pieces);
  },
};

/**
 * Does every job of a library once.
 *
 * @returns how many results were looked at
 * @throws where one is not what it must be, or a forgery goes through
 */
export async function checkLibrary({ jobs, forgeries = {} }: Library): Promise<number> {
  for (const [job, run] of Object.entries(jobs)) {
    try {
      checks[job as Job](await run());
    } catch (error) {
      throw new Error(`${job} is wrong: ${String(error)}`, { cause: error });
    }
  }
  for (const [job, run] of Object.entries(forgeries)) {
    if (await goesThrough(run)) throw new Error(`${job} believes a forgery`);
  }
  return Object.keys(jobs).length + Object.keys(forgeries).length;
}

async function goesThrough(run: () => unknown): Promise<boolean> {
  try {
    return (await run()) !== false;
  } catch {
    return false;
  }
}

function isSigned(xml: unknown, { fields, sign }: { fields: Fields; sign: string }): void {
  assert.deepEqual(Object.fromEntries(decodeFlatXml(String(xml))), { ...fields, sign });
}

function isReply(result: unknown, signType: SignType): void {
  const { fields, sign } = replies[signType];
  const read = result instanceof Map ? Object.fromEntries(result) : { ...(result as Fields) };
  assert.deepEqual(read, { ...fields, sign });
}

function isDigest(hex: unknown, sign: string): void {
  assert.equal(String(hex).toUpperCase(), sign);
}

function isTrue(result: unknown): void {
  assert.equal(result, true);
}
