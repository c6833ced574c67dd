import { watchFocus } from '../accessibility/keyboard.ts';
import { expect, test, type Widget } from './bank.ts';
import { hold } from './hold.ts';

const BANK = 'MX Bank (OAuth)';

/** Held, so that what is seen on the way there stays to be seen, however soon the news is there. */
const STATUS = '**/status';

const atHeading = ({ root }: Widget, name: string) =>
  expect(root.getByRole('heading', { name, level: 2 })).toBeFocused();

test('focus goes to the heading after a wrong password and after the right one, and to the host at the end', async ({
  page,
  widget,
}) => {
  const losses = await watchFocus(page);
  const asking = await hold(page, STATUS);
  await widget.connect('INVALID');
  await atHeading(widget, 'Connecting');
  asking.pass();
  await atHeading(widget, 'Update your sign-in details');
  await widget.signIn('password');
  await atHeading(widget, 'You are connected');
  await widget.button('Done').click();
  await expect(widget.root).toBeFocused();
  expect(await losses()).toEqual([]);
});

test('focus stays in the widget on the way to the bank’s own page and back', async ({
  page,
  widget,
}) => {
  const losses = await watchFocus(page);
  await widget.choose(BANK);
  await atHeading(widget, `Sign in at ${BANK}`);
  await widget.button(`Continue to ${BANK}`).click();
  const link = widget.root.getByRole('link', { name: `Continue to ${BANK}` });
  await expect(link).toBeFocused();
  const opened = page.waitForEvent('popup');
  await link.press('Enter');
  const bank = await opened;
  await atHeading(widget, `Waiting for ${BANK}`);
  await widget.button(`Open ${BANK} again`).click();
  await expect(link).toBeFocused();
  await bank.getByRole('button', { name: 'Authorize' }).click();
  await atHeading(widget, 'You are connected');
  expect(await losses()).toEqual([]);
});

test('in a dialog, focus never leaves it, and goes back to what opened it', async ({
  widget: { page },
}) => {
  const opener = page.getByRole('button', { name: 'Connect a bank' });
  await opener.click();
  const dialog = page.getByRole('dialog', { name: 'Connect a bank' });
  const inside = () => dialog.evaluate((element) => element.contains(document.activeElement));
  await dialog.getByRole('searchbox').fill('MX Bank');
  await dialog.getByRole('button', { name: 'MX Bank' }).first().click();
  await expect(dialog.getByRole('heading', { name: 'Sign in to MX Bank' })).toBeFocused();
  await dialog.getByLabel('Username').fill('test_atrium');
  await dialog.getByLabel('Password', { exact: true }).fill('status:FAILED');
  const asking = await hold(page, STATUS);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('heading', { name: 'Connecting' })).toBeFocused();
  asking.pass();
  await expect(dialog.getByRole('heading', { name: 'That did not work' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await inside()).toBe(true);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(opener).toBeFocused();
});

test('gaps are summed up, each one key press away from its field, which says what is missing', async ({
  widget,
}) => {
  await widget.connect('all challenges');
  await expect(widget.heading()).toHaveText('Confirm that it is you');
  await widget.button('Continue').click();
  const summary = widget.root.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('5 answers are missing');
  for (const link of await summary.getByRole('button').all()) {
    await link.press('Enter');
    const label = (await link.textContent()) ?? '';
    const field = widget.root
      .getByRole('textbox', { name: label, exact: true })
      .or(widget.root.getByRole('group', { name: label, exact: true }));
    await expect(field).toHaveAccessibleDescription(/^Please (fill this in|choose one)\.$/);
    expect(await field.evaluate((one) => one.contains(document.activeElement))).toBe(true);
  }
  await expect(widget.root.getByText('only a few minutes to answer')).toBeVisible();
});
