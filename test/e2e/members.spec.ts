import type { Locator, Page } from '@playwright/test';
import { expect, test } from './bank.ts';
import { hold } from './hold.ts';

/** Creates a member for the user of a page: with a login, or with OAuth if the login is empty. */
async function addMember(page: Page, code: string, login: readonly string[]): Promise<string> {
  return page.evaluate(
    async ([institution, values]) => {
      const ask = async (path: string, body?: object): Promise<Record<string, unknown>> => {
        const init = body && {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ member: body }),
        };
        const response = await fetch(`/api/atrium${path}`, init);
        return (await response.json()) as Record<string, unknown>;
      };
      const found = await ask(`/institutions/${institution}/credentials`);
      const fields = found['credentials'] as readonly { guid: string }[];
      const credentials = fields.map(({ guid }, index) => ({ guid, value: values[index] ?? '' }));
      const signIn = values.length > 0 ? { credentials } : { is_oauth: true };
      const made = await ask('/members', { institution_code: institution, ...signIn });
      return (made['member'] as { guid: string }).guid;
    },
    [code, login] as const,
  );
}

/** Sets what the API says of a member, as nothing at a bank could. */
async function force(sandbox: string, guid: string, status: string): Promise<void> {
  const response = await fetch(`${sandbox}/_sandbox/members/${guid}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ connection_status: status }),
  });
  expect(response.ok).toBe(true);
}

const banksOf = (page: Page): Locator => page.getByRole('region', { name: 'Connected banks' });
const CONNECTS = ['test_atrium', 'password'];

test.describe('asking', () => {
  // To a page whose time is run ahead, the server would seem to have fallen silent.
  test.use({ news: 'polling' });

  test('25 members cost one request a minute, change one at a time, and leave no room for more', async ({
    page,
    sandboxOrigin,
    widget: _,
  }) => {
    const guids: string[] = [];
    for (let number = 0; number < 25; number += 1) {
      // The proxy accepts credentials 20 times in ten minutes, which is more than a user needs.
      const guid = await (number < 20
        ? addMember(page, 'mxbank', [`person${number}`, 'password'])
        : addMember(page, 'mx_bank_oauth', []));
      await force(sandboxOrigin, guid, 'CONNECTED');
      guids.push(guid);
    }
    await page.clock.install();
    await page.reload();
    const banks = banksOf(page);
    await expect(banks.getByText('Connected', { exact: true })).toHaveCount(25);
    await expect(banks.getByText(/There can be 25 at most/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Connect a bank' })).toBeHidden();

    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/atrium/members'))
        asked.push(new URL(request.url()).pathname);
    });
    for (let second = 0; second < 600; second += 5) {
      await page.clock.runFor(5_000);
    }
    expect(new Set(asked)).toEqual(new Set(['/api/atrium/members']));
    // The time that the test itself takes goes by as well, and so does that of an answer.
    expect(asked.length).toBeLessThanOrEqual(11);
    expect(asked.length).toBeGreaterThanOrEqual(6);

    await force(sandboxOrigin, guids[3] ?? '', 'DENIED');
    // An answer that takes longer than the clock runs is shown only once the clock runs on.
    const denied = async (): Promise<number> => {
      await page.clock.runFor(10_000);
      return banks.getByText('Those details did not match').count();
    };
    await expect.poll(denied).toBe(1);
  });
});

test('a refresh shows what runs, and says that all is up to date where nothing does', async ({
  page,
  widget: _,
}) => {
  const banks = banksOf(page);
  await addMember(page, 'mxbank', CONNECTS);
  await addMember(page, 'amberfield', CONNECTS);
  await page.reload();
  await expect(banks.getByText('Connected', { exact: true })).toHaveCount(2);
  await expect(banks.getByText('New data is coming in')).toHaveCount(0);

  const free = banks.getByRole('button', { name: /^Refresh.* MX Bank$/ });
  // Held, so that what is seen meanwhile stays to be seen, however soon the news is there.
  const reading = await hold(page, /\/members\?|\/status$/);
  await free.click();
  await expect(free).toHaveAccessibleName('Refreshing … MX Bank');
  await expect(banks.getByText('New data is coming in')).toBeVisible();
  reading.pass();
  await expect(free).toHaveAccessibleName('Refresh MX Bank');
  await expect(free).toBeFocused();
  await expect(banks.getByText('Up to date.')).toHaveCount(0);

  await banks.getByRole('button', { name: 'Refresh Amberfield Community Bank' }).click();
  await expect(banks.getByText('Up to date.')).toBeVisible();
  await expect(banks.getByText('New data is coming in')).toHaveCount(0);
});

test('the keyboard alone repairs, asks for the exact time, renames and removes', async ({
  page,
  widget: _,
}) => {
  const { keyboard } = page;
  const banks = banksOf(page);
  await addMember(page, 'mxbank', ['test_atrium', 'INVALID']);
  await page.reload();
  await banks.getByRole('button', { name: 'Enter sign-in details MX Bank' }).press('Enter');
  await banks.getByLabel('Username').fill('test_atrium');
  await banks.getByLabel('Password', { exact: true }).fill('password');
  await keyboard.press('Enter');
  await expect(banks.getByRole('heading', { name: 'You are connected' })).toBeFocused();
  await banks.getByRole('button', { name: 'Done' }).press('Enter');
  await expect(banks.getByRole('heading', { name: 'MX Bank' })).toBeFocused();

  await keyboard.press('Tab');
  await expect(banks.getByText('Updated now')).toBeVisible();
  const exact = banks.getByText(new RegExp(`${new Date().getFullYear()}.* at `));
  await expect(exact).toBeHidden();
  await keyboard.press('Enter');
  await expect(exact).toBeVisible();

  await banks.getByRole('button', { name: 'Rename MX Bank' }).press('Enter');
  await keyboard.type('Household');
  await keyboard.press('Enter');
  await expect(banks.getByRole('button', { name: 'Rename Household' })).toBeFocused();
  await page.reload();
  await expect(banks.getByRole('heading', { name: 'Household' })).toBeVisible();

  await banks.getByRole('button', { name: 'Remove Household' }).press('Enter');
  const question = banks.getByRole('heading', { name: 'Remove the connection to Household?' });
  await expect(question).toBeFocused();
  await expect(banks.getByText(/accounts, balances and transactions leave/)).toBeVisible();
  await keyboard.press('Escape');
  await expect(banks.getByRole('button', { name: 'Remove Household' })).toBeFocused();
  await keyboard.press('Enter');
  await banks.getByRole('button', { name: 'Remove connection' }).press('Enter');
  await expect(banks.getByText('No banks yet')).toBeVisible();
  await expect(banks.getByRole('heading', { name: 'Connected banks' })).toBeFocused();
});

test('a removal that does not get through leaves the bank, and can be tried again', async ({
  page,
  widget: _,
}) => {
  const banks = banksOf(page);
  await addMember(page, 'mxbank', CONNECTS);
  await page.reload();
  await banks.getByRole('button', { name: 'Remove MX Bank' }).click();
  await page.route('**/api/atrium/members/MBR-*', (route) => route.abort());
  await banks.getByRole('button', { name: 'Remove connection' }).click();
  await expect(banks.getByText('You seem to be offline')).toBeVisible();
  await page.unroute('**/api/atrium/members/MBR-*');
  await banks.getByRole('button', { name: 'Remove connection' }).click();
  await expect(banks.getByText('No banks yet')).toBeVisible();
});

test('two tabs aggregate a member that waits for the person once between them', async ({
  page,
  context,
  sandboxOrigin,
  widget: _,
}) => {
  const guid = await addMember(page, 'mxbank', CONNECTS);
  await page.reload();
  await expect(banksOf(page).getByText('Connected', { exact: true })).toBeVisible();
  await force(sandboxOrigin, guid, 'RECONNECTED');
  const asked: string[] = [];
  context.on('request', (request) => {
    if (request.url().endsWith('/aggregate')) asked.push(request.url());
  });
  const other = await context.newPage();
  await Promise.all([page.reload(), other.goto('/')]);
  for (const tab of [page, other]) {
    await expect(banksOf(tab).getByText('Connected', { exact: true })).toBeVisible();
  }
  expect(asked).toHaveLength(1);
});
