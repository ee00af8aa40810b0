import { expect, test } from '@playwright/test';
import { startMerchant } from './support/merchant.ts';

for (const [decision, button] of [
  ['confirmed', '确认支付 Pay'],
  ['declined', '拒绝 Decline'],
] as const) {
  test(`a gateway payment is ${decision} on the bank's page`, async ({ page }) => {
    const merchant = await startMerchant(decision === 'confirmed' ? '20260101000011' : '20260101000012');
    try {
      // The merchant's form posts itself.
      await page.goto(merchant.payPage);
      await expect(page.getByText('¥8.80')).toBeVisible();
      await expect(page.getByText('月票')).toBeVisible();
      await page.getByRole('button', { name: button }).click();
      if (decision === 'confirmed') {
        await page.waitForURL(`${merchant.returnPage}?**`);
        await expect(page.getByText('Being checked: 20260101000011, verified false')).toBeVisible();
        await expect.poll(() => merchant.notifications.length).toBe(1);
        expect(merchant.notifications[0]).toMatchObject({ status: 'succeeded', data: { AMT: 880 } });
        expect(await merchant.query()).toMatchObject({ status: 'succeeded', data: { AMT: 880 } });
      } else {
        await expect.poll(async () => (await merchant.query()).status).toBe('failed');
        expect(merchant.notifications).toEqual([]);
      }
    } finally {
      await merchant.close();
    }
  });
}
