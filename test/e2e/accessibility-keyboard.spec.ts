import { tabTo } from '../accessibility/keyboard.ts';
import { expect, test } from './bank.ts';

const BANK = 'MX Bank (OAuth)';

test('a list, a password to look at and a choice of answers need no mouse', async ({
  page,
  widget: { root },
}) => {
  const { keyboard } = page;
  await tabTo(page, root.getByRole('searchbox'));
  await keyboard.type('Marigold');
  await expect(root.getByText('1 institution found')).toBeVisible();
  await tabTo(page, root.getByRole('button', { name: 'Marigold Bank' }));
  await keyboard.press('Enter');

  const region = root.getByRole('combobox', { name: 'Region' });
  await tabTo(page, region);
  await keyboard.press('ArrowDown');
  await expect(region).toHaveValue('region_01');
  await tabTo(page, root.getByLabel('Username'));
  await keyboard.type('test_atrium');
  const password = root.getByLabel('Password', { exact: true });
  await tabTo(page, password);
  await keyboard.type('options');
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await expect(password).toHaveAttribute('type', 'text');
  await expect(root.getByRole('button', { name: 'Hide Password' })).toBeFocused();
  await keyboard.press('Space');
  await expect(password).toHaveAttribute('type', 'password');
  await keyboard.press('Shift+Tab');
  await keyboard.press('Enter');

  await tabTo(page, root.getByRole('radio', { name: 'image', exact: true }));
  const correct = root.getByRole('radio', { name: 'correct', exact: true });
  while (!(await correct.isChecked())) {
    await keyboard.press('ArrowDown');
  }
  await keyboard.press('Enter');
  await expect(root.getByRole('heading', { name: 'You are connected' })).toBeFocused();
});

test('the link to the bank’s own page is followed by Enter', async ({ page, widget }) => {
  await widget.choose(BANK);
  await tabTo(page, widget.button(`Continue to ${BANK}`));
  await page.keyboard.press('Space');
  await expect(widget.root.getByRole('link', { name: `Continue to ${BANK}` })).toBeFocused();
  const opened = page.waitForEvent('popup');
  await page.keyboard.press('Enter');
  await expect((await opened).getByRole('button', { name: 'Authorize' })).toBeVisible();
});

test('the popup of the bank’s own page is opened by the space bar', async ({ page, widget }) => {
  await page.getByRole('radio', { name: 'Popup' }).check();
  await widget.choose(BANK);
  await tabTo(page, widget.button(`Continue to ${BANK}`));
  await page.keyboard.press('Space');
  await expect(widget.root.locator('[data-phase="ready"]')).toBeVisible();
  const opened = page.waitForEvent('popup');
  await page.keyboard.press('Space');
  await expect((await opened).getByRole('button', { name: 'Authorize' })).toBeVisible();
});
