import { expect, test } from './support/test.ts';

/** Nothing else on the page looks like them. */
const SECRETS = {
  key: 'qZ7mVh2LpX9dKw4TbN6sYc1RfJ8gAe3U',
  agentKey: 'Wn5Gy8Bt2Hs6Qk9Zr4Lc7Vx1Mp3Df0Ja',
  merchantPrivateKey: 'MIICdgIBADANBgkqTHISISNOTAREALKEYAT8ALL',
};

test.describe('keys', () => {
  test('are nowhere but in their fields', async ({ page, signatures, requests, complaints }) => {
    await signatures.open({ example: 'quick-pay', share: true });
    const loaded = requests.length;
    await signatures.element.locator('summary', { hasText: 'RSA keys' }).click();
    for (const [name, secret] of Object.entries(SECRETS)) {
      await signatures.element.locator(`#${name}`).fill(secret);
    }
    await expect(signatures.verdict).toHaveClass('verdict mismatch');
    await expect(signatures.element.locator('.tried')).toBeAttached();
    await signatures.element.getByRole('button', { name: 'Copy a link to share' }).click();
    await expect(signatures.element.locator('#link')).toBeVisible();
    await signatures.element.getByLabel('Show keys').check();

    const kept = await page.evaluate(async () => ({
      address: location.href,
      cookies: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
      name: window.name,
      state: history.state as unknown,
    }));
    expect(kept).toMatchObject({
      cookies: '',
      local: 0,
      session: 0,
      databases: [],
      caches: [],
      name: '',
      state: null,
    });
    const everything = [
      await signatures.markup(),
      JSON.stringify(kept),
      complaints.join('\n'),
      requests.join('\n'),
    ].join('\n');
    const link = await signatures.element.locator('#link').inputValue();
    const inLink = Buffer.from(new URL(link).hash.slice('#message='.length), 'base64').toString();
    for (const secret of Object.values(SECRETS)) {
      expect(everything).not.toContain(secret);
      expect(inLink).not.toContain(secret);
    }
    expect(requests.slice(loaded)).toEqual([]);
  });

  test('are forgotten when the element leaves the page', async ({ page, signatures }) => {
    await signatures.open();
    await signatures.load('quick-pay');
    await signatures.key.fill(SECRETS.key);
    await expect(signatures.verdict).toHaveClass('verdict mismatch');
    await page.evaluate(() => {
      const element = document.querySelector('signature-debugger');
      const { parentNode } = element ?? {};
      element?.remove();
      if (element) parentNode?.append(element);
    });
    await expect(signatures.key).toHaveValue('');
    await expect(signatures.message).toHaveValue('');
    await expect(signatures.verdict).toHaveCount(0);
  });

  test('are not offered to be remembered', async ({ signatures }) => {
    await signatures.open();
    await expect(signatures.element.locator('form')).toHaveCount(0);
    for (const name of Object.keys(SECRETS)) {
      await expect(signatures.element.locator(`#${name}`)).toHaveAttribute('autocomplete', 'off');
      await expect(signatures.element.locator(`#${name}`)).not.toHaveAttribute('name');
    }
  });
});

test('loads its own files at the start and nothing ever after', async ({ page, signatures, requests }) => {
  await signatures.open();
  const origin = new URL(page.url()).origin;
  expect(requests.filter((address) => !address.startsWith(`${origin}/`))).toEqual([]);
  const loaded = requests.length;
  expect(loaded).toBeGreaterThan(3);
  for (const example of ['quick-pay-slashes', 'payout-reply', 'transit-notice']) {
    await signatures.load(example);
    await expect(signatures.causes.first()).toBeVisible();
  }
  expect(requests.slice(loaded)).toEqual([]);
});

test('lives on a page that forbids every connection', async ({ page, signatures, complaints }) => {
  await signatures.open();
  const refused = await page.evaluate(() =>
    fetch('/').then(
      () => 'sent',
      () => 'refused',
    ),
  );
  expect(refused).toBe('refused');
  complaints.length = 0;
});

test('a private key is shown when asked for only, and used as it was pasted', async ({
  page,
  signatures,
}) => {
  await signatures.open({ example: 'payout-reply' });
  await expect(signatures.causes.first()).toBeVisible();
  const field = signatures.element.locator('#merchantPrivateKey');
  const showKeys = signatures.element.getByLabel('Show keys');
  await expect(field).toHaveAttribute('type', 'password');
  await showKeys.check();
  await expect(field).toHaveJSProperty('localName', 'textarea');
  await expect(field).toHaveValue(/^-----BEGIN PRIVATE KEY-----\nMIIC/);
  await field.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+X');
  await expect(signatures.verdict).toHaveClass('verdict no_key');
  await showKeys.uncheck();
  await field.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(signatures.verdict).toHaveClass('verdict mismatch');
  await expect(field).toHaveAttribute('type', 'password');
});
