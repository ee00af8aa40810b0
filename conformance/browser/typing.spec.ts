import { expect, test } from './support/test.ts';

const KEY = 'ea21842eea24e448b991b1cb0a0294cf';
const QUERY = 'attach=a b&mch_id=10000100&nonce_str=x&out_trade_no=1&total_fee=300&sign=00';

test('explains what is pasted, and each change to it', async ({ page, signatures }) => {
  await signatures.open({ example: 'quick-pay' });
  const message = await signatures.message.inputValue();
  await signatures.element.getByRole('button', { name: 'Clear' }).click();
  await expect(signatures.message).toHaveValue('');
  await expect(signatures.key).toHaveValue('');
  await expect(signatures.verdict).toHaveCount(0);

  await page.locator('main').evaluate((main, text) => {
    const source = document.createElement('textarea');
    source.value = text;
    main.append(source);
    source.select();
  }, message);
  await page.keyboard.press('ControlOrMeta+C');
  await signatures.message.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(signatures.verdict).toHaveClass('verdict no_key');
  await signatures.key.pressSequentially(KEY);
  await expect(signatures.verdict).toHaveClass('verdict match');

  await signatures.message.fill(message.replace('"AMT": "100"', '"AMT": "1.00"'));
  await expect(signatures.verdict).toHaveClass('verdict mismatch');
  await expect(signatures.causes.first()).toContainText('AMT');
  await signatures.message.fill('{"CommandID": 771, "Body": {"AMT": ');
  await expect(signatures.verdict).toHaveClass('verdict unreadable');
  await signatures.message.fill(message);
  await expect(signatures.verdict).toHaveClass('verdict match');
  await expect(signatures.causes).toHaveCount(0);
});

test('keeps up with somebody who types a message character by character', async ({ signatures }) => {
  await signatures.open();
  await signatures.message.pressSequentially(QUERY);
  await signatures.key.pressSequentially(KEY);
  await expect(signatures.message).toHaveValue(QUERY);
  await expect(signatures.key).toHaveValue(KEY);
  await expect(signatures.verdict).toHaveClass('verdict mismatch');
  await expect(signatures.canonical).toHaveText(
    'attach=a·b&mch_id=10000100&nonce_str=x&out_trade_no=1&total_fee=300',
  );
});

test('shows white space, and copies it as it is', async ({ page, signatures }) => {
  await signatures.open();
  await signatures.message.fill('{"Body":{"A":" x\\u00a0\\t","B":"1\\u3000"},"CommandID":771,"Sign":"00"}');
  await expect(signatures.row('A').locator('td.value')).toHaveText('·x⍽⇥');
  await expect(signatures.row('B').locator('td.value')).toHaveText('1□');
  await signatures.element.getByRole('button', { name: /^Copy/ }).first().click();
  await expect(signatures.element.locator('.note')).toHaveText(/^Copied: /);
  await signatures.message.fill('');
  await signatures.message.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(signatures.message).toHaveValue('{"A":" x\u00a0\\t","B":"1\u3000"}');
});

test('says so where the browser does not let it copy', async ({ page, signatures }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await signatures.open({ example: 'transit' });
  await signatures.element.getByRole('button', { name: /^Copy/ }).first().click();
  await expect(signatures.element.locator('.note')).toHaveText(/does not allow copying/);
});

test('compares with the text that was signed, and masks the key in it', async ({ signatures }) => {
  await signatures.open({ example: 'quick-pay-slashes' });
  const correct = await signatures.canonical.textContent();
  const theirs = `${(correct ?? '').replaceAll('\\/', '/')}&key=${KEY}`;
  await signatures.element.locator('summary', { hasText: 'The text you signed' }).click();
  await signatures.element.locator('#theirText').fill(theirs);
  const difference = signatures.element.locator('.difference');
  await expect(difference).toBeVisible();
  await expect(difference.locator('ins').first()).toHaveText(/^\\/);
  await expect(difference).not.toContainText(KEY);
  await expect(signatures.element.locator('section[aria-labelledby=difference] li').first()).toContainText(
    '/',
  );
});

test('does not close what somebody is typing into', async ({ signatures }) => {
  await signatures.open({ example: 'transit' });
  await signatures.element.locator('summary', { hasText: 'The text you signed' }).click();
  const signature = signatures.element.locator('#signature');
  await signature.pressSequentially('A');
  await signature.press('Backspace');
  await expect(signature).toHaveValue('');
  await expect(signature).toBeFocused();
});

test('masks keys until they are to be shown', async ({ signatures }) => {
  await signatures.open({ example: 'quick-pay' });
  await expect(signatures.key).toHaveAttribute('type', 'password');
  await signatures.element.getByLabel('Show keys').check();
  await expect(signatures.key).toHaveAttribute('type', 'text');
});

test('shows what cannot be seen', async ({ signatures }) => {
  await signatures.open();
  await signatures.message.fill(
    '{"Body":{"AMT":"1\\u200b","NAME":"a\\u200e\\u2028\\ufeff\\u00adb"},"CommandID":771,"Sign":"00"}',
  );
  await expect(signatures.row('AMT').locator('td.value')).toHaveText('1U+200B');
  await expect(signatures.row('NAME').locator('td.value')).toHaveText('aU+200EU+2028BOMU+00ADb');
});

test('says what to do where nothing is found', async ({ signatures }) => {
  await signatures.open({ example: 'quick-pay' });
  await signatures.element.locator('summary', { hasText: 'The text you signed' }).click();
  await signatures.element.locator('#signature').fill('0'.repeat(32));
  const next = signatures.element.locator('section.next');
  await expect(next.getByRole('heading', { name: 'No cause was found' })).toBeVisible();
  await expect(next).toContainText('test or of production');
  await next.getByRole('button', { name: 'Enter the text you signed' }).press('Enter');
  await expect(signatures.element.locator('#theirText')).toBeFocused();
});
