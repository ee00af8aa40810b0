import { operations as mmspOperations } from '@yinjian/mmsp';
import { operations as transitOperations } from '@yinjian/wechat-transit';
import { describe, expect, it } from 'vitest';
import { jsonOf, yinjian } from '../testing/program.ts';

const CATALOG = [...transitOperations, ...mmspOperations];

describe('yinjian operations', () => {
  it('lists every operation with its title, in both languages', async () => {
    for (const language of ['en', 'zh'] as const) {
      const { status, stdout } = await yinjian(['operations', '--lang', language]);
      expect(status).toBe(0);
      const lines = stdout.split('\n');
      for (const { name, title } of CATALOG) {
        const line = lines.find((one) => one.startsWith(`  ${name} `));
        expect(line).toContain(title[language]);
      }
    }
  });

  it('lists one product', async () => {
    const { stdout } = await yinjian(['operations', '--product', 'payout', '--json']);
    const listed = JSON.parse(stdout) as { name: string }[];
    expect(listed.map(({ name }) => name)).toEqual(['payout.pay', 'payout.query', 'payout.balance']);
  });

  it.each(['quickPay.pay', 'scanPay.refund', 'payout.balance', 'gateway.queryBatch'])(
    'tells everything about %s',
    async (name) => {
      const operation = mmspOperations.find((one) => one.name === name);
      const asData = await yinjian(['operations', name, '--json']);
      expect(jsonOf(asData)).toEqual({ platform: 'mmsp', ...operation });
      const { stdout } = await yinjian(['operations', name, '--lang', 'zh']);
      for (const field of operation?.requestFields ?? []) {
        expect(stdout).toMatch(new RegExp(`^ +${field.name} .*${field.title.zh.replace(/[()]/g, '.')}`, 'm'));
      }
      for (const code of Object.keys(operation?.errors ?? {}))
        expect(stdout).toMatch(new RegExp(`^ +${code} `, 'm'));
    },
  );

  it('tells the sub-merchant’s fields in partner mode', async () => {
    const partner = await yinjian(['operations', 'payapply', '--mode', 'partner']);
    expect(partner.stdout).toMatch(/^ +sub_mch_id +required/m);
    const direct = await yinjian(['operations', 'payapply']);
    expect(direct.stdout).not.toMatch(/^ +sub_mch_id +required/m);
  });

  it('tells the fields of each case', async () => {
    const { stdout } = await yinjian(['operations', 'payapply']);
    const [, metro = '', bus = ''] = stdout.split(/Where trade_scene is (?:METRO|BUS):/);
    expect(metro).toMatch(/^ +scene_info\.start_station +required/m);
    expect(bus).toMatch(/^ +scene_info\.line_name +required/m);
  });

  it.each([
    ['quickpay.pay', 'quickPay.pay'],
    ['refund', 'scanPay.refund'],
    ['payaply', 'payapply'],
  ])('guesses what %s was to be', async (written, meant) => {
    const result = await yinjian(['operations', written]);
    expect(result).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(meant) });
  });
});
