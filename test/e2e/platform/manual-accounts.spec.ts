import { tabTo } from '../../accessibility/keyboard.ts';
import { expect, test } from '../bank.ts';

test('an account is kept by hand with the keyboard alone, in a window of 320 pixels', async ({
  page,
  widget: { root },
  widget,
}) => {
  const { keyboard } = page;
  const fits = async (): Promise<void> =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.setViewportSize({ width: 320, height: 640 });
  await widget.choose('MX Bank');
  await tabTo(page, root.getByLabel('Username'));
  await keyboard.type('test_atrium');
  await tabTo(page, root.getByLabel('Password', { exact: true }));
  await keyboard.type('status:CLOSED');
  await keyboard.press('Enter');

  await tabTo(page, widget.button('Add accounts by hand'));
  await keyboard.press('Enter');
  await expect(widget.heading()).toHaveText('Add an account by hand');
  await expect(widget.heading()).toBeFocused();
  await fits();
  await keyboard.press('Tab');
  await keyboard.type('Savings at home');
  await keyboard.press('Tab');
  await keyboard.type('Cash');
  await keyboard.press('Tab');
  await keyboard.type('a lot');
  await keyboard.press('Enter');
  await expect(root.getByRole('alert')).toBeFocused();
  const balance = root.getByLabel('Balance (optional)');
  await expect(balance).toHaveAccessibleDescription(/such as 1,250.50/);
  await expect(root.getByLabel('Name of the account')).toHaveValue('Savings at home');
  await fits();
  await tabTo(page, balance);
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('1,250.50');
  const made = page.waitForRequest(/\/accounts$/);
  await keyboard.press('Enter');
  expect((await made).postDataJSON()).toEqual({
    account: { name: 'Savings at home', account_type: 'CASH', balance: 1250.5 },
  });

  await expect(widget.heading()).toHaveText('Account added');
  await expect(widget.heading()).toBeFocused();
  await fits();
  const banks = page.getByRole('region', { name: 'Connected banks' });
  await expect(banks.getByText('Kept by hand')).toBeVisible();
  await tabTo(page, widget.button('Done'));
  await keyboard.press('Enter');
  await expect(root.getByRole('searchbox')).toBeVisible();
});

test('an account that cannot be added leaves what was typed, and can be added once it can', async ({
  page,
  widget,
}) => {
  await widget.connect('status:DISCONTINUED');
  await widget.button('Add accounts by hand').click();
  const name = widget.root.getByLabel('Name of the account');
  await name.fill('Savings at home');
  await widget.root.getByLabel('Kind of account').selectOption('Savings');
  await page.route('**/api/atrium/accounts', (route) => route.abort());
  await widget.button('Add account').click();
  await expect(widget.root.getByText('You seem to be offline')).toBeVisible();
  await expect(name).toHaveValue('Savings at home');
  await page.unroute('**/api/atrium/accounts');
  await widget.button('Add account').click();
  await expect(widget.heading()).toHaveText('Account added');
});
