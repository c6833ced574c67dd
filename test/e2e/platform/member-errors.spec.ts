import { memberErrors } from 'react-atrium-connect/core';
import { expect, test } from '../bank.ts';

const { NO_ELIGIBLE_ACCOUNTS, ...errors } = memberErrors;

const named = (words: string): string => words.replaceAll('{institution}', 'MX Bank');

/** Of accounts, of signing in, of the institution: the first of each thousand. */
const isFirstOfItsKind = ({ code }: { readonly code: number }): boolean =>
  Object.values(errors).find((other) => Math.trunc(other.code / 1000) === Math.trunc(code / 1000))
    ?.code === code;

// Each of them is shown by the widget's own tests, in every language.
const isWhole = process.env['E2E'] === 'whole';
const shown = Object.values(errors).filter((error) => isWhole || isFirstOfItsKind(error));

for (const { code, name, title, message } of shown) {
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
