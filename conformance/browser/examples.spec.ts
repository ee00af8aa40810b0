import { expect, test } from './support/test.ts';

/** What each example is there to show: its verdict, what it is recognised as, and the cause where it does not match. */
const EXAMPLES = [
  { id: 'quick-pay', verdict: 'match', operation: 'quickPay.pay' },
  {
    id: 'quick-pay-slashes',
    verdict: 'mismatch',
    operation: 'quickPay.pay',
    cause: /Slashes are not escaped/,
  },
  { id: 'scan-pay-notification', verdict: 'mismatch', operation: 'scanPay.notification', cause: /AMT/ },
  { id: 'gateway-form', verdict: 'match', operation: 'gateway.pay' },
  { id: 'payout-reply', verdict: 'mismatch', operation: 'payout.pay', cause: /ciphertext was signed/ },
  { id: 'transit', verdict: 'match', operation: 'payapply' },
  { id: 'transit-empty-field', verdict: 'mismatch', operation: 'payapply', cause: /Empty fields \(attach\)/ },
  { id: 'transit-notice', verdict: 'mismatch', operation: 'paymentNotice', cause: /attach had white space/ },
];

test('is defined by one script tag, under a policy without inline code or connections', async ({
  page,
  signatures,
}) => {
  await signatures.open();
  expect(await page.evaluate(() => customElements.get('signature-debugger') !== undefined)).toBe(true);
  await expect(signatures.message).toBeEnabled();
  await expect(page.getByText('Paste a message: its signature is explained here.')).toBeVisible();
});

test('has an example of every product, and these are all', async ({ page, signatures }) => {
  await signatures.open();
  const ids = await page
    .getByRole('combobox')
    .first()
    .getByRole('option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  expect(ids).toEqual(['', ...EXAMPLES.map(({ id }) => id)]);
});

for (const { id, verdict, operation, cause } of EXAMPLES) {
  test(`example ${id}: ${verdict}`, async ({ signatures }) => {
    await signatures.open();
    await signatures.load(id);
    await expect(signatures.verdict).toHaveClass(`verdict ${verdict}`);
    await expect(signatures.element.locator('.facts code')).toContainText(operation);
    if (cause === undefined) {
      await expect(signatures.causes).toHaveCount(0);
    } else {
      await expect(signatures.causes.first()).toHaveText(cause);
      await expect(signatures.element.locator('.findings .fact').first()).toContainText('Certain');
    }
  });
}

test('starts with the example of its attribute', async ({ signatures }) => {
  await signatures.open({ example: 'transit' });
  await expect(signatures.verdict).toHaveClass('verdict match');
  await expect(signatures.message).toHaveValue(/METRO20260101000001/);
});
