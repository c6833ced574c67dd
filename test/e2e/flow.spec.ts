import { expect, test } from './bank.ts';

const DENIED =
  'The credentials entered do not match your credentials at this institution. Please re-enter your credentials to continue importing data.';

test('a wrong password is said to be wrong, and the right one then connects', async ({
  widget,
}) => {
  await widget.connect('INVALID');
  await expect(widget.root.getByText(DENIED).first()).toBeVisible();
  await expect(widget.root.getByLabel('Password', { exact: true })).toHaveValue('');
  await widget.signIn('password');
  await widget.isConnected();
});

test('what is missing is said before anything is sent, at the field that lacks it', async ({
  page,
  widget,
}) => {
  await widget.choose('MX Bank');
  await widget.root.getByLabel('Username').fill('test_atrium');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.method()));
  await widget.button('Connect').click();
  await expect(widget.root.getByText('One answer is missing')).toBeVisible();
  const password = widget.root.getByLabel('Password', { exact: true });
  await expect(password).toHaveAccessibleDescription(/Please fill this in/);
  expect(sent).not.toContain('POST');
});

test('the keyboard alone is enough, from the search to the accounts', async ({ page, widget }) => {
  const { keyboard } = page;
  await page.getByRole('button', { name: 'Connect a bank' }).focus();
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Connect a bank' });
  await dialog.getByRole('searchbox').press('End');
  await keyboard.type('MX Bank');
  await expect(dialog.getByRole('button', { name: /MX Bank/ })).toHaveCount(2);
  await keyboard.press('Tab');
  while (
    !(await dialog
      .getByRole('button', { name: /^MX Bank/ })
      .first()
      .evaluate(isFocused))
  ) {
    await keyboard.press('Tab');
  }
  await keyboard.press('Enter');
  await expect(dialog.getByRole('heading', { name: 'Sign in to MX Bank' })).toBeFocused();
  while (!(await dialog.getByLabel('Username').evaluate(isFocused))) {
    await keyboard.press('Tab');
  }
  await keyboard.type('test_atrium');
  await keyboard.press('Tab');
  await keyboard.type('challenge');
  await keyboard.press('Enter');
  await expect(dialog.getByRole('heading', { name: 'Confirm that it is you' })).toBeFocused();
  while (!(await dialog.getByLabel('What city were you born in?').evaluate(isFocused))) {
    await keyboard.press('Tab');
  }
  await keyboard.type('correct');
  await keyboard.press('Enter');
  await expect(dialog.getByRole('heading', { name: 'You are connected' })).toBeFocused();
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(widget.page.getByRole('button', { name: 'Connect a bank' })).toBeFocused();
});

const isFocused = (element: Element): boolean => element === document.activeElement;

test('a reload in the middle carries on where it stood', async ({ page, widget }) => {
  await widget.connect('challenge');
  await expect(widget.root.getByLabel('What city were you born in?')).toBeVisible();
  await page.reload();
  await widget.root.getByLabel('What city were you born in?').fill('correct');
  await page.reload();
  await widget.root.getByLabel('What city were you born in?').fill('correct');
  await widget.button('Continue').click();
  await widget.isConnected();
});

test('a server that goes away while connecting is said to be away, and the rest is seen when it is back', async ({
  page,
  widget,
}) => {
  await widget.choose('MX Bank');
  await page.route('**/api/atrium/**/status', (route) => route.abort());
  await widget.signIn('password');
  await expect(widget.root.getByText(/Our server does not answer/).first()).toBeVisible({
    timeout: 30_000,
  });
  await page.unroute('**/api/atrium/**/status');
  await widget.button('Check again').click();
  await widget.isConnected();
});

test('a server that is away when the form is sent leaves what was typed in place', async ({
  page,
  widget,
}) => {
  await widget.choose('MX Bank');
  await page.route('**/api/atrium/members', (route) => route.abort());
  await widget.signIn('password');
  await expect(widget.root.getByText('You seem to be offline')).toBeVisible();
  await expect(widget.root.getByLabel('Username')).toHaveValue('test_atrium');
  await expect(widget.root.getByLabel('Password', { exact: true })).toHaveValue('password');
  await page.unroute('**/api/atrium/members');
  await widget.button('Connect').click();
  await widget.isConnected();
});

test('a search that fails can be tried again', async ({ page, widget }) => {
  await page.route('**/api/atrium/institutions?**', (route) => route.abort());
  await widget.root.getByRole('searchbox').fill('Driftwood');
  await expect(widget.button('Try again')).toBeVisible();
  await page.unroute('**/api/atrium/institutions?**');
  await widget.button('Try again').click();
  await expect(widget.button(/Driftwood/)).toBeVisible();
});
