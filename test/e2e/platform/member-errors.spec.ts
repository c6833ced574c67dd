import { memberErrors } from 'react-atrium-connect/core';
import { expect, test } from '../bank.ts';

const { NO_ELIGIBLE_ACCOUNTS, ...errors } = memberErrors;

const named = (words: string): string => words.replaceAll('{institution}', 'MX Bank');

for (const { code, name, title, message } of Object.values(errors)) {
  test(`the error ${code}, ${name}, is told in its own words, here and in the list`, async ({
    page,
    widget,
  }) => {
    await widget.connect(`error:${code}`);
    await expect(widget.root.getByText(named(message)).first()).toBeVisible();
    const banks = page.getByRole('region', { name: 'Connected banks' });
    await expect(banks.getByText(named(title)).first()).toBeVisible();
    await expect(banks.getByText('Connected', { exact: true })).toHaveCount(0);
  });
}

test('that no account can be verified is told who verifies one, and is no error for the list', async ({
  page,
  widget,
}) => {
  await page.getByRole('radio', { name: 'Verify' }).check();
  await widget.connect(`error:${NO_ELIGIBLE_ACCOUNTS.code}`);
  const { message } = NO_ELIGIBLE_ACCOUNTS;
  await expect(widget.root.getByText(named(message)).first()).toBeVisible();
  const banks = page.getByRole('region', { name: 'Connected banks' });
  await expect(banks.getByText('Connected', { exact: true })).toBeVisible();
});

test('what helps against the error helps: the right password connects', async ({ widget }) => {
  await widget.connect('error:2005');
  await expect(widget.heading()).toHaveText('Update your sign-in details');
  await widget.signIn('password');
  await widget.isConnected();
});
