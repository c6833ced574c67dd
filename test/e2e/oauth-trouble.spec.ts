import type { Page } from '@playwright/test';
import { ask, authorize, BANK, choose, deny, expect, go, says, test } from './own-bank.ts';

const HOUR_MS = 3_600_000;

test('no member is created before the person asks, and one that waits is used again', async ({
  widget,
  bank,
}) => {
  const { page } = widget;
  await widget.choose(BANK);
  await expect(widget.button(`Continue to ${BANK}`)).toBeVisible();
  expect(await bank.members()).toEqual([]);
  await widget.button(`Continue to ${BANK}`).click();
  const link = widget.root.getByRole('link', { name: /^Continue to/ });
  const first = await link.getAttribute('href');
  // As on another day: the tab remembers nothing.
  await page.evaluate(() => sessionStorage.clear());
  await page.goto('/');
  await ask(widget);
  await expect(link).toHaveAttribute('href', /\/oauth\/authorize/);
  expect(await link.getAttribute('href')).not.toBe(first);
  expect(await bank.members()).toMatchObject([{ connection_status: 'PENDING' }]);
});

test('a reload while the person is away goes on where it was', async ({ widget, bank }) => {
  await ask(widget);
  const tab = await go(widget);
  await expect(widget.heading()).toHaveText(`Waiting for ${BANK}`);
  await widget.page.reload();
  await expect(widget.root.getByRole('link', { name: /^Continue to/ })).toBeVisible();
  await authorize(tab);
  await widget.isConnected(BANK);
  expect(await bank.members()).toHaveLength(1);
});

test('an address that was used is an error at the bank, and a fresh one away here', async ({
  widget,
}) => {
  await ask(widget);
  const tab = await go(widget);
  const used = tab.url();
  await deny(tab);
  await expect(tab.getByText('Your accounts were not shared')).toBeVisible();
  await tab.goto(used);
  await expect(tab.getByText('This link no longer works').first()).toBeVisible();
  await widget.button(`Open ${BANK} again`).click();
  await authorize(await go(widget));
  await widget.isConnected(BANK);
});

test('after an hour the member is gone, which is said, and the person starts again', async ({
  widget,
  bank,
}) => {
  await ask(widget);
  await go(widget);
  const [first] = await bank.members();
  bank.sandbox.clock.advance(HOUR_MS + 1_000);
  await says(widget, /not finished within an hour/);
  await widget.button(`Continue to ${BANK}`).click();
  await authorize(await go(widget));
  await widget.isConnected(BANK);
  expect((await bank.members()).map(({ guid }) => guid)).not.toContain(first?.guid);
});

test('a popup that the browser blocks becomes a link, which it cannot block', async ({
  widget,
}) => {
  await choose(widget, 'Popup');
  await ask(widget);
  await widget.page.evaluate(() => {
    window.open = () => null;
  });
  await widget.button(`Continue to ${BANK}`).click();
  await says(widget, /your browser stopped the new window/);
  await authorize(await go(widget));
  await widget.isConnected(BANK);
});

test('a bank whose window only looks closed is waited for, and gets its time', async ({
  widget,
}) => {
  const JUNIPER = 'Juniper';
  await choose(widget, 'Popup');
  await ask(widget, JUNIPER);
  const popup = await go(widget, JUNIPER);
  await says(widget, /The window seems to be closed.*If it is still open, go on there/);
  await authorize(popup);
  await widget.isConnected(JUNIPER);
});

test('such a bank’s return page reaches the page that waits all the same', async ({ widget }) => {
  const JUNIPER = 'Juniper';
  await choose(widget, 'Popup', 'Larder');
  await ask(widget, JUNIPER);
  const popup = await go(widget, JUNIPER);
  await says(widget, /The window seems to be closed/);
  await deny(popup, 'IMPEDED');
  await says(widget, /do what it asks for/);
});

test('a person who takes many minutes at the bank is waited for', async ({ widget }) => {
  const { page } = widget;
  await page.clock.install();
  await ask(widget);
  const tab = await go(widget);
  await page.clock.fastForward('20:00');
  const read = page.waitForResponse(/\/status$/);
  await page.clock.runFor(12_000);
  await read;
  await expect(widget.heading()).toHaveText(`Waiting for ${BANK}`);
  await authorize(tab);
  await page.clock.resume();
  await page.clock.fastForward(12_000);
  await widget.isConnected(BANK);
});

test('an address that runs code, or opens who knows what, never becomes a link, and that is said', async ({
  widget,
  bank,
}) => {
  const { page } = widget;
  await ask(widget);
  await expect(widget.root.getByRole('link', { name: /^Continue to/ })).toBeVisible();
  const [member] = await bank.members();
  await choose(widget, 'This tab');
  for (const uri of ['javascript:document.title="owned"', 'data:text/html,owned', 'mybank:go']) {
    bank.sandbox.faults.clear();
    bank.sandbox.faults.add({
      kind: 'status',
      status: 200,
      body: { member: { guid: member?.guid, oauth_window_uri: uri } },
      match: { method: 'GET', path: /\/oauth_window_uri$/ },
    });
    await page.reload();
    await says(widget, 'That page cannot be opened');
    await widget.button(`Continue to ${BANK}`).click();
    await says(widget, 'That page cannot be opened');
    expect(await page.title()).toBe('Larder');
    expect(await hrefs(page)).not.toContainEqual(expect.stringMatching(/^(?!https?:)/));
  }
  bank.sandbox.faults.clear();
  await widget.button(`Continue to ${BANK}`).click();
  await authorize(page);
  await says(widget, `Connected to ${BANK} ...`);
});

const hrefs = (page: Page) =>
  page
    .locator('.atrium-root a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));

test.describe('the member that comes back is another than the one that was started', () => {
  test('a popup shows it when it is closed', async ({ widget, bank }) => {
    await choose(widget, 'Popup');
    await ask(widget);
    await authorize(await go(widget));
    await widget.isConnected(BANK);
    await widget.button('Connect another').click();
    await ask(widget);
    const popup = await go(widget);
    await authorize(popup);
    await expect(popup.getByText('Thank you for completing OAuth')).toBeVisible();
    await popup.close();
    await widget.isConnected(BANK);
    expect(await bank.members()).toMatchObject([
      { connection_status: 'CONNECTED' },
      { connection_status: 'PENDING' },
    ]);
  });

  test('a tab that cannot tell is seen through when the person comes back', async ({
    widget,
    bank,
  }) => {
    await ask(widget);
    await authorize(await go(widget));
    await widget.isConnected(BANK);
    await widget.button('Connect another').click();
    await ask(widget);
    const tab = await go(widget);
    await expect(widget.heading()).toHaveText(`Waiting for ${BANK}`);
    await authorize(tab);
    await expect(tab.getByText('Thank you for completing OAuth')).toBeVisible();
    // The browser says so when a tab is looked at again; one without a screen has to be told.
    await expect(async () => {
      await widget.page.evaluate(() =>
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
      );
      await expect(widget.heading()).not.toHaveText(`Waiting for ${BANK}`, { timeout: 500 });
    }).toPass();
    await widget.isConnected(BANK);
    expect(await bank.members()).toMatchObject([
      { connection_status: 'CONNECTED' },
      { connection_status: 'PENDING' },
    ]);
  });
});
