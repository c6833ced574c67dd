import type { Page } from '@playwright/test';
import type { Widget } from './bank.ts';
import { ask, authorize, BANK, choose, deny, expect, says, test } from './own-bank.ts';

const note = (page: Page) => page.getByLabel('A note to yourself');
const isBack = (page: Page) => page.waitForURL(/\/return\.html\?/);

/** Goes to the bank in this very tab. */
async function leave(widget: Widget): Promise<Page> {
  await choose(widget, 'This tab');
  await ask(widget);
  await widget.page.waitForURL(/\/oauth\/authorize/);
  return widget.page;
}

test('this tab goes to the bank after the host has saved its work, and comes back connected', async ({
  widget,
  bank,
}) => {
  await note(widget.page).fill('Buy a kettle');
  const page = await leave(widget);
  expect(new URL(page.url()).origin).toBe(bank.origin);
  await authorize(page);
  await isBack(page);
  await says(widget, `Connected to ${BANK} ...`);
  // What is stored is what the demo itself has stored.
  const stored = await page.evaluate(() => [localStorage, sessionStorage].flatMap(Object.keys));
  expect(stored.filter((key) => !key.startsWith('larder.'))).toEqual([]);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(note(page)).toHaveValue('Buy a kettle');
  expect(await bank.members()).toHaveLength(1);
});

test('what the app connects for goes on after the return: an account is verified', async ({
  widget,
}) => {
  await widget.page.getByRole('radio', { name: 'Verify' }).check();
  await authorize(await leave(widget));
  await isBack(widget.page);
  await says(widget, 'Which account?');
});

const WORDS = {
  CANCELLED: /you left MX Bank/,
  DENIED: /access was not allowed/,
  IMPEDED: /do what it asks for, then try again/,
  PROVIDER_ERROR: /MX Bank \(OAuth\) had a problem/,
  SERVER_ERROR: /the connection service had a problem/,
  SESSION_ERROR: /ended too soon/,
} as const;

test('each of the six reasons has its own words, and a way back to the bank that works', async ({
  widget,
  bank,
}) => {
  const page = await leave(widget);
  for (const [reason, words] of Object.entries(WORDS)) {
    await deny(page, reason);
    await isBack(page);
    await says(widget, words);
    await page.getByRole('button', { name: `Continue to ${BANK}` }).click();
    await page.waitForURL(/\/oauth\/authorize/);
  }
  await authorize(page);
  await says(widget, `Connected to ${BANK} ...`);
  expect(await bank.members()).toHaveLength(1);
});

test('an address whose parameters are escaped as HTML is understood', async ({ widget }) => {
  const page = await leave(widget);
  await page.getByText('What happens next').click();
  await page.getByRole('checkbox', { name: /escaped as HTML/ }).check();
  await authorize(page);
  await isBack(page);
  expect(page.url()).toContain('&amp;member_guid=');
  await says(widget, `Connected to ${BANK} ...`);
});

test('whoever signs in with a login that is connected already gets its member', async ({
  widget,
  bank,
}) => {
  await authorize(await leave(widget));
  await says(widget, `Connected to ${BANK} ...`);
  await widget.page.getByRole('button', { name: 'Connect another' }).click();
  await widget.page.goto('/');
  await authorize(await leave(widget));
  await isBack(widget.page);
  await says(widget, `Connected to ${BANK} ...`);
  const [first, second] = await bank.members();
  expect(widget.page.url()).toContain(`member_guid=${first?.guid}`);
  expect(second?.connection_status).toBe('PENDING');
});

test('a reload of the return page starts again at the same place', async ({ widget, bank }) => {
  const page = await leave(widget);
  await deny(page);
  await says(widget, WORDS.DENIED);
  await page.reload();
  await says(widget, WORDS.DENIED);
  await page.getByRole('button', { name: `Continue to ${BANK}` }).click();
  await authorize(page);
  await says(widget, `Connected to ${BANK} ...`);
  await page.reload();
  await says(widget, `Connected to ${BANK} ...`);
  expect(await bank.members()).toHaveLength(1);
});

test('whoever goes back instead of deciding can leave again, for the same member', async ({
  widget,
  bank,
}) => {
  const page = await leave(widget);
  const first = page.url();
  await page.goBack();
  await widget.root.getByRole('button', { name: /^(Continue to|Open) MX Bank/ }).click();
  await page.waitForURL(/\/oauth\/authorize/);
  expect(page.url()).not.toBe(first);
  await authorize(page);
  await says(widget, `Connected to ${BANK} ...`);
  expect(await bank.members()).toHaveLength(1);
});

test('work that cannot be saved keeps the person, who is told, and leaves once it can', async ({
  widget,
}) => {
  const { page } = widget;
  await page.evaluate(() => {
    const setItem = sessionStorage.setItem.bind(sessionStorage);
    let calls = 0;
    Storage.prototype.setItem = (key: string, value: string) => {
      if (key === 'larder.note') {
        calls += 1;
        setItem('larder.calls', `${calls}`);
      }
      if (key === 'larder.note' && calls === 1) {
        throw new Error('There is no room.');
      }
      setItem(key, value);
    };
  });
  await choose(widget, 'This tab');
  await ask(widget);
  await says(widget, /could not save your work/);
  await widget.button(`Continue to ${BANK}`).click();
  await page.waitForURL(/\/oauth\/authorize/);
  await authorize(page);
  await isBack(page);
  expect(await page.evaluate(() => sessionStorage.getItem('larder.calls'))).toBe('2');
});

test('an address that somebody else has written leads to nobody’s member, and nowhere else', async ({
  widget,
}) => {
  const { page } = widget;
  const others = 'MBR-00000000-0000-4000-8000-000000000000';
  await page.goto(
    `/return.html?status=success&member_guid=${others}&returnUrl=https://evil.example/&next=//evil.example`,
  );
  await says(widget, 'This connection isn’t in your account');
  expect(new URL(page.url()).pathname).toBe('/return.html');
});
