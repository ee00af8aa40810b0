import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Every entry that users can import, and a name from each place that declarations come from. */
const CONSUMER = `
import * as codec from '@yinjian/protocol-codec';
import * as crypto from '@yinjian/crypto-webcrypto';
import * as kit from '@yinjian/provider-kit';
import * as transit from '@yinjian/wechat-transit';
import * as mmsp from '@yinjian/mmsp';
import * as quickPay from '@yinjian/mmsp/quick-pay';
import * as payout from '@yinjian/mmsp/payout';
import * as scanPay from '@yinjian/mmsp/scan-pay';
import * as gateway from '@yinjian/mmsp/gateway';
import * as sandbox from '@yinjian/sandbox';

export const entries = [codec, crypto, kit, transit, mmsp, quickPay, payout, scanPay, gateway, sandbox];
export const definitions = [mmsp.payout.pay, mmsp.quickPay.pay, mmsp.scanPay.query, mmsp.gateway.query];
export const clients: [transit.PartnerClient?, quickPay.QuickPayClient?, payout.PayoutClient?] = [];
export const unpaid = (outcome: mmsp.Outcome<object>): boolean => outcome.status !== 'succeeded';
`;

it('has declarations that hold for those who check them, in ESM and CommonJS', async () => {
  const folder = join(root, 'conformance/.cache/declarations');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'consumer.mts'), CONSUMER);
  writeFileSync(join(folder, 'consumer.cts'), CONSUMER);
  const compilerOptions = {
    strict: true,
    skipLibCheck: false,
    target: 'ES2022',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    module: 'node16',
    types: ['node'],
    noEmit: true,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*'] }));
  const check = promisify(execFile)(join(root, 'node_modules/.bin/tsc'), ['-p', folder]);
  await expect(check).resolves.toMatchObject({ stdout: '' });
});
