import { expect, test } from './support/test.ts';

test('hovering leads from a field to its place in the text, and back', async ({ page, signatures }) => {
  await signatures.open({ example: 'quick-pay' });
  const marked = signatures.canonical.locator('.active');
  await expect(marked).toHaveCount(0);
  await signatures.row('NOTIFY_URL').locator('td').nth(1).hover();
  await expect(signatures.row('NOTIFY_URL')).toHaveClass('active');
  expect((await marked.allTextContents()).join('')).toBe(
    '"NOTIFY_URL":"https:\\/\\/merchant.example\\/notify\\/quick-pay"',
  );
  await page.mouse.move(0, 0);
  await expect(marked).toHaveCount(0);

  await signatures.canonical.getByText('PHONENO').hover();
  await expect(signatures.row('PHONENO')).toHaveClass('active');
  await expect(signatures.element.locator('tr.active')).toHaveCount(1);
  await page.mouse.move(0, 0);
  await expect(signatures.element.locator('tr.active')).toHaveCount(0);
});

test('pressing a field keeps it marked until it is pressed again, by mouse or keyboard', async ({
  page,
  signatures,
}) => {
  await signatures.open({ example: 'transit' });
  const field = signatures.element.getByRole('button', { name: 'total_fee', exact: true });
  const marked = signatures.canonical.locator('.active');
  await field.click();
  await page.mouse.move(0, 0);
  await expect(field).toHaveAttribute('aria-pressed', 'true');
  expect((await marked.allTextContents()).join('')).toBe('total_fee=300');
  await page.keyboard.press('Enter');
  await expect(field).toHaveAttribute('aria-pressed', 'false');
  await expect(marked).toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(field).toHaveAttribute('aria-pressed', 'true');
});

test('everything is reached with the keyboard, in the order it is read', async ({ page, signatures }) => {
  await signatures.open({ example: 'transit-empty-field', share: true });
  await expect(signatures.causes.first()).toBeVisible();
  const reached: string[] = [];
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
  });
  for (let count = 0; count < 120; count++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const focused = document.activeElement?.shadowRoot?.activeElement;
      if (focused === null || focused === undefined) return '';
      return (
        focused.id ||
        focused.getAttribute('aria-label') ||
        (focused.textContent ?? '').trim() ||
        focused.localName
      );
    });
    if (name === '' && reached.length > 0) break;
    if (name !== '') reached.push(name);
  }
  const expected = [
    '切换到中文',
    'Load an example',
    'Clear',
    'message',
    'key',
    'agentKey',
    'appid',
    'mch_id',
    'Copy a link to share',
  ];
  expect(reached.filter((name) => expected.includes(name))).toEqual(expected);
  expect(reached.filter((name) => name.startsWith('Copy: ')).length).toBeGreaterThanOrEqual(4);
  expect(reached.length).toBeLessThan(60);
});

test('what has the focus shows it', async ({ page, signatures }) => {
  await signatures.open({ example: 'transit' });
  await signatures.element.getByRole('button', { name: 'Clear' }).focus();
  await page.keyboard.press('Tab');
  await expect(signatures.message).toBeFocused();
  await expect(signatures.message).toHaveCSS('outline-style', 'solid');
});

test('the arrow keys go through the text and say which field it is', async ({ page, signatures }) => {
  await signatures.open({ example: 'quick-pay' });
  const current = signatures.element.locator('.current');
  await expect(current).toHaveAttribute('role', 'status');
  await expect(current).toHaveText('');
  await signatures.canonical.focus();
  await page.keyboard.press('ArrowRight');
  await expect(current).toHaveText(/^AMT Amount.*: 100$/);
  await expect(signatures.row('AMT')).toHaveClass('active');
  await page.keyboard.press('ArrowRight');
  await expect(current).toHaveText(/^CARDNO/);
  await page.keyboard.press('ArrowLeft');
  await expect(current).toHaveText(/^AMT/);
});

test('a press on a piece shows its field, and why it is written like this', async ({ signatures }) => {
  await signatures.open({ example: 'quick-pay' });
  await signatures.canonical.locator('.escape').first().click();
  await expect(signatures.row('NOTIFY_URL')).toHaveClass('active');
  const current = signatures.element.locator('.current');
  await expect(current).toContainText('json_encode');
  await signatures.canonical.locator('.escape').first().click();
  await expect(current).toHaveText('');
});

test('why the text is written as it is can be read, and how sure a cause is', async ({ signatures }) => {
  await signatures.open({ example: 'quick-pay-slashes' });
  await expect(signatures.element.locator('.notes li')).toHaveText([/^\\\/ .*json_encode.*\(NOTIFY_URL\)$/]);
  await expect(signatures.element.locator('.findings .reproduced')).toContainText(
    'this mistake gives exactly your signature',
  );
  await expect(signatures.element.locator('[title]')).toHaveCount(0);
});
