import type { Locator } from '@playwright/test';
import { type Debugger, expect, test } from './support/test.ts';

const KEY = 'ea21842eea24e448b991b1cb0a0294cf';
const PRIVATE = ['6227000013830237349', '张三', '110101199003070000', '13800138000'];

async function share(signatures: Debugger): Promise<{ link: string; message: string }> {
  await signatures.element.getByRole('button', { name: 'Copy a link to share' }).click();
  const field: Locator = signatures.element.locator('#link');
  await expect(field).toBeVisible();
  const link = await field.inputValue();
  const encoded = new URLSearchParams(new URL(link).hash.slice(1)).get('message') ?? '';
  return { link, message: Buffer.from(encoded, 'base64').toString() };
}

test('a link carries the message without what is private, and opens', async ({ page, signatures }) => {
  await signatures.open({ example: 'quick-pay', share: true });
  const { link, message } = await share(signatures);
  expect(message).toContain('"MERORDERID": "20260101000001"');
  for (const value of PRIVATE) expect(message).not.toContain(value);
  expect(page.url()).not.toContain('#');

  // The link is that of the page, whose attributes are behind `?` here.
  const opened = new URL(page.url());
  opened.searchParams.delete('example');
  opened.hash = new URL(link).hash;
  await page.goto('about:blank');
  await page.goto(opened.href);
  await expect(signatures.message).toHaveValue(message);
  await expect(signatures.verdict).toHaveClass('verdict no_key');
  await expect(signatures.key).toHaveValue('');
  await expect(signatures.row('MERORDERID')).toBeVisible();
});

const envelope = `{"CommandID":771,"SeqID":"1","TERMNO":"84970001","MERNO":"001440353999853","Body":{"CARDNO":"6227000013830237349","NAME":"\\u5F20\\u4e09","ID_NO":"110101199003070000","PHONENO":"13800138000","AMT":"100","MERORDERID":"20260101000001"},"Sign":"00"}`;

for (const [container, message] of Object.entries({
  'as escaped JSON': envelope,
  'as JSON in a string': JSON.stringify(envelope),
  'as a posted form': `web_api=${encodeURIComponent(envelope.replace('\\u5F20\\u4e09', '张三'))}`,
  'as a form in lower-case hex': `web_api=${encodeURIComponent(envelope.replace('\\u5F20\\u4e09', '张三')).replace(/%../g, (hex) => hex.toLowerCase())}`,
  'as a curl command': `curl -d '${envelope}' https://mmsp.example/api`,
  'as HTML': `<input name="web_api" value="${envelope.replaceAll('"', '&quot;').replace('\\u5F20\\u4e09', '&#24352;&#x4E09;')}">`,
  'after a line of a log that names the payer': `2026-01-01 13800138000 6227000013830237349 ${envelope}`,
})) {
  test(`nothing private is left of a message ${container}`, async ({ signatures }) => {
    await signatures.open({ share: true });
    await signatures.message.fill(message);
    await expect(signatures.row('CARDNO')).toBeVisible();
    const { message: shared } = await share(signatures);
    expect(shared).toContain('***');
    for (const value of [...PRIVATE, '\\u5F20', '%E5%BC%A0', '%e5%bc%a0', '&#24352;', '4e09'])
      expect(shared).not.toContain(value);
  });
}

test('nor is a key that was pasted with it, or is typed and occurs in it', async ({ signatures }) => {
  await signatures.open({ share: true });
  await signatures.message.fill(`mch_id=10000100&nonce_str=x&out_trade_no=1&total_fee=300&key=${KEY}`);
  await expect(signatures.row('mch_id')).toBeVisible();
  expect((await share(signatures)).message).not.toContain(KEY);
  await signatures.key.fill(KEY);
  await signatures.message.fill(`attach=${KEY}&mch_id=10000100&nonce_str=x&out_trade_no=1&total_fee=300`);
  await expect(signatures.row('attach')).toBeVisible();
  expect((await share(signatures)).message).not.toContain(KEY);
});

test('what could not be read is not shared', async ({ signatures }) => {
  await signatures.open({ share: true });
  await signatures.message.fill('NAME 张三 CARDNO 6227000013830237349');
  await expect(signatures.verdict).toHaveClass('verdict unreadable');
  await signatures.element.getByRole('button', { name: 'Copy a link to share' }).click();
  await expect(signatures.element.locator('.note')).toHaveText(/^Not shared/);
  await expect(signatures.element.locator('#link')).toHaveCount(0);
});

test('sharing is offered where the page asks for it only', async ({ signatures }) => {
  await signatures.open({ example: 'quick-pay' });
  await expect(signatures.verdict).toBeVisible();
  await expect(signatures.element.getByRole('button', { name: 'Copy a link to share' })).toHaveCount(0);
});

for (const [what, message] of Object.entries({
  'the headers and the address of curl': `curl 'https://a.example/p?token=SECRET' -H 'Authorization: Bearer eyJhbGciOi.SECRET' -b 'SESSION=SECRET' -u user:SECRET --data-raw '{"CommandID":771,"Body":{"AMT":"100","MERORDERID":"1","key":"SECRET"},"Sign":"00"}'`,
  'those of HTTP': `POST /p?token=SECRET HTTP/1.1\nCookie: SESSION=SECRET\nAuthorization: Basic SECRETSECRET\n\n{"CommandID":771,"Body":{"AMT":"100","MERORDERID":"1","md5Key":"SECRET"},"Sign":"00"}`,
  'a key in a log': `md5Key: SECRET {"CommandID":771,"Body":{"AMT":"100","MERORDERID":"1"},"Sign":"00"} SECRET`,
})) {
  test(`a link does not carry ${what}`, async ({ page, signatures }) => {
    await signatures.open({ share: true });
    await signatures.message.fill(message);
    await expect(signatures.row('AMT')).toBeVisible();
    await signatures.element.getByRole('button', { name: 'Copy a link to share' }).click();
    const link = await signatures.element.locator('#link').inputValue();
    const shared = Buffer.from(
      new URLSearchParams(new URL(link).hash.slice(1)).get('message') ?? '',
      'base64',
    ).toString();
    expect(shared).not.toContain('SECRET');
    expect(shared).toMatch(/^\{"CommandID":771,.*"Sign":"00"\}$/);
    const opened = new URL(page.url());
    opened.hash = new URL(link).hash;
    await page.goto('about:blank');
    await page.goto(opened.href);
    await expect(signatures.message).toHaveValue(shared);
    await expect(signatures.element.locator('section[aria-labelledby="recognised"]')).toContainText(
      'quickPay.pay',
    );
  });
}
