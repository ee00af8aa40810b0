import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import {
  call,
  cardPayment,
  NOWHERE,
  nextNumber,
  origin,
  outcomeOf,
  PAYOUT,
  sandbox,
} from '../testing/calls.ts';
import { jsonOf, resultOf, start, yinjian } from '../testing/program.ts';
import { file } from '../testing/samples.ts';

describe('a call of the sandbox', () => {
  it('starts one where none is named, and says that it is gone', async () => {
    const result = await yinjian(['call', 'querystate', 'openid=o1', '--lang', 'zh']);
    expect(result).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^✓ succeeded .*用户状态查询.*user_state +NORMAL/s),
      stderr: expect.stringContaining('--sandbox'),
    });
  });

  it.each([
    ['direct', []],
    ['partner', ['--mode', 'partner']],
  ])('is called as the merchant of the sandbox: %s', async (_, args) => {
    const result = await call('querystate', 'openid=o1', '--json', ...args);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(jsonOf(result)).toMatchObject({
      operation: 'querystate',
      url: origin(),
      sandbox: 'named',
      warnings: [],
      outcome: { status: 'succeeded', authenticated: true, data: { user_state: 'NORMAL' } },
    });
  });

  it('carries a quick payment from the order to the money', async () => {
    const number = nextNumber();
    const placed = await call('quickPay.pay', ...cardPayment(number));
    expect(placed).toMatchObject({ status: 0, stderr: '' });
    expect(placed.stdout).toMatch(/^… pending .*AMT +1234 = ¥12\.34 .*Next: go on with quickPay\.confirm/s);
    const LIST_ID = /LIST_ID +(\d+)/.exec(placed.stdout)?.[1] ?? '';
    const confirmed = await call(
      'quickPay.confirm',
      `LIST_ID=${LIST_ID}`,
      `MSG_CODE=${sandbox().payer.smsCode(LIST_ID)}`,
    );
    expect(confirmed.status).toBe(0);
    await expect
      .poll(async () => outcomeOf(await call('quickPay.query', `MERORDERID=${number}`, '--json')), {
        timeout: 10_000,
      })
      .toMatchObject({ status: 'succeeded', data: { MERORDERID: number, AMT: 1234 } });
  });

  it('masks personal and card data, unless they are to be shown', async () => {
    const number = nextNumber();
    const masked = await call('quickPay.pay', ...cardPayment(number), '--json');
    expect(outcomeOf(masked)).toMatchObject({ data: { CARDNO: '[redacted]' } });
    expect(masked.stdout).not.toContain('6227000013830237349');
    const shown = await call('quickPay.query', `MERORDERID=${number}`, '--show-secrets', '--json');
    expect(shown.stdout).toMatch(/"CARDNO": "6227/);
  });

  it('reads fields from a file and from standard input, without losing a digit', async () => {
    const ORDERNO = '20260101000000000001';
    const fields = file('payout.json', JSON.stringify(PAYOUT).replace('{', `{"ORDERNO": ${ORDERNO}, `));
    const result = await call('payout.pay', '--fields', fields, '--json');
    expect(outcomeOf(result)).toMatchObject({
      status: 'pending',
      data: { ORDERNO, AMT: 100 },
      authenticated: true,
    });
    const piped = await yinjian(['call', 'payout.query', '--fields', '-', '--sandbox', origin(), '--json'], {
      input: JSON.stringify({ ORDERNO }),
    });
    expect(outcomeOf(piped)).toMatchObject({ data: { ORDERNO } });
  });

  it('takes objects as JSON, or field by field', async () => {
    const ride = {
      end_time: '20260101090000',
      qrcode_hash: 'a756836e7432437d98bbf07bdde2942c99f6a2ab88a72b60aa747fce54b093c6',
      start_station: '西单',
      end_station: '天安门西',
    };
    const fare = [
      'body=地铁代扣',
      'total_fee=888',
      'spbill_create_ip=8.8.8.8',
      'trade_type=PAP',
      'contract_id=Wx1',
      'trade_scene=METRO',
      `notify_url=${NOWHERE}`,
    ];
    const nested = [
      `scene_info=${JSON.stringify(ride)}`,
      'scene_info.start_time=2026-01-01T00:00:00Z',
      `out_trade_no=${nextNumber()}`,
    ];
    const result = await call('payapply', ...fare, ...nested, '--json');
    expect(outcomeOf(result)).toMatchObject({ status: 'pending' });
    const { stdout } = await call('payapply', ...fare, ...nested, '--dry-run', '--json');
    const sent = jsonOf({ stdout }) as { request: { fields: Record<string, string> } };
    expect(JSON.parse(sent.request.fields['scene_info'] ?? '')).toEqual({
      scene_info: { start_time: '20260101080000', ...ride },
    });
  });

  it('prints the rows of a list', async () => {
    const result = await call('payout.balance', `ORDERNO=${nextNumber()}`, 'QRYTYPE=1');
    expect(result.stdout).toMatch(/ACCINFO \(1\).*BALANCEPAY +\d+ = ¥\d+\.\d\d/s);
  });

  it('goes where a certificate is needed, which a sandbox cannot ask for', async () => {
    const result = await call('scanPay.cancel', 'MERORDERID=no-such-order', '--json');
    expect(outcomeOf(result)).toMatchObject({ status: expect.stringMatching(/failed|unknown/) });
  });

  it.each([
    ['failed', ['AMT=3005'], /^✗ failed.*The platform says: -3005.*What to do:/s],
    ['unknown', ['NAME=REFUSE_9999'], /^\? unknown.*Cause: platform.*Next: /s],
  ])('ends with 1 where it %s', async (status, changed, words) => {
    const fields = [
      ...cardPayment(nextNumber()).filter(
        (one) => !changed.some((other) => one.startsWith(`${other.split('=')[0]}=`)),
      ),
      ...changed,
    ];
    const inWords = await call('quickPay.pay', ...fields);
    expect(inWords).toMatchObject({ status: 1, stdout: expect.stringMatching(words) });
    const asData = await call('quickPay.pay', ...fields, '--json');
    expect(outcomeOf(asData)).toMatchObject({ status });
  });

  it('says with --repeat that a refusal settles nothing', async () => {
    const fields = cardPayment(nextNumber()).map((field) => (field === 'AMT=1234' ? 'AMT=3005' : field));
    const result = await call('quickPay.pay', ...fields, '--repeat', '--json');
    expect(outcomeOf(result)).toMatchObject({ status: 'unknown' });
  });

  it('tells Ctrl-C from a failure: the request is out', async () => {
    sandbox().misbehave({ operation: 'querystate', fault: 'delay', delaySeconds: 60 });
    const child = start(['call', 'querystate', 'openid=o1', '--json', '--sandbox', origin()]);
    const result = resultOf(child);
    setTimeout(() => child.kill('SIGINT'), 1500);
    expect(outcomeOf(await result)).toMatchObject({ status: 'unknown', cause: { code: 'aborted' } });
    expect((await result).status).toBe(1);
  });

  it('waits no longer than it was told', async () => {
    sandbox().misbehave({ operation: 'querystate', fault: 'delay', delaySeconds: 60 });
    const result = await call('querystate', 'openid=o1', '--deadline', '0.2', '--json');
    expect(outcomeOf(result)).toMatchObject({ status: 'unknown', cause: { code: 'timeout' } });
  });

  it('does not take another server for a sandbox', async () => {
    const server = createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const result = await yinjian([
      'call',
      'querystate',
      'openid=1',
      '--sandbox',
      `http://127.0.0.1:${port}`,
      '--json',
    ]);
    server.close();
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(jsonOf({ stdout: result.stderr })).toMatchObject({ error: { code: 'sandbox' } });
  });

  it.each([
    ['querystate', ['openid=o1']],
    ['quickPay.query', ['MERORDERID=1']],
    ['payout.query', ['BSORDERNO=1']],
  ])('does not know what becomes of %s where nobody answers', async (operation, fields) => {
    const nowhere = new URL(NOWHERE).origin;
    const result = await yinjian(['call', operation, ...fields, '--sandbox', nowhere, '--json']);
    expect(result).toMatchObject({ status: 1, stderr: '' });
    expect(outcomeOf(result)).toMatchObject({ status: 'unknown', cause: { code: 'network' } });
    const inWords = await yinjian(['call', operation, ...fields, '--sandbox', nowhere]);
    expect(inWords).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^\? unknown.*Cause: network/s),
      stderr: `No sandbox answers at ${nowhere}. Start one with \`yinjian sandbox\`.\n`,
    });
  });

  it.each([
    ['querystate', ['openid=o1', '--dry-run']],
    ['gateway.pay', ['--fields', '-']],
  ])('makes no %s for a sandbox that does not answer', async (operation, args) => {
    const input = JSON.stringify({
      MERORDERID: '1',
      AMT: '100',
      NOTIFY_URL: NOWHERE,
      JUMP_URL: NOWHERE,
      PAY_CHANNEL: '1',
      GOODSNAME: 'tea',
    });
    const result = await yinjian(
      ['call', operation, ...args, '--sandbox', new URL(NOWHERE).origin, '--json'],
      { input },
    );
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(jsonOf({ stdout: result.stderr })).toMatchObject({ error: { code: 'sandbox' } });
  });
});
