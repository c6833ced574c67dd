import type { Page } from '@playwright/test';
import { ask, authorize, BANK, choose, deny, expect, go, says, test } from './own-bank.ts';

const isClosed = (page: Page) => expect.poll(() => page.isClosed()).toBe(true);

test('at the end of a tab, the page that waits is told, and the tab closes', async ({ widget }) => {
  await choose(widget, 'Tab', 'Larder');
  await ask(widget);
  const refused = await go(widget);
  await deny(refused, 'CANCELLED');
  // Nothing but that tab could tell the reason, for no window ties it to this one.
  await says(widget, /you left MX Bank/);
  await isClosed(refused);
  const bank = await go(widget);
  await authorize(bank);
  await widget.isConnected(BANK);
  await isClosed(bank);
});

test('at the end of a popup, the page that waits is told, and the popup closes', async ({
  widget,
}) => {
  await choose(widget, 'Popup', 'Larder');
  await ask(widget);
  const popup = await go(widget);
  await authorize(popup);
  await widget.isConnected(BANK);
  await isClosed(popup);
});

test('a popup closes also when the status has told the page that waits sooner', async ({
  widget,
  bank,
}) => {
  bank.beforeReturn = () => widget.isConnected(BANK);
  await choose(widget, 'Popup', 'Larder');
  await ask(widget);
  const popup = await go(widget);
  await authorize(popup);
  await isClosed(popup);
  await widget.isConnected(BANK);
});

test('a tab that the browser does not let close says that the person can, or can go on in it', async ({
  widget,
  bank,
  context,
}) => {
  await choose(widget, 'Tab', 'Larder');
  await ask(widget);
  await go(widget);
  const [member] = await bank.members();
  const page = await context.newPage();
  await page.goto(`/return.html?status=error&error_reason=DENIED&member_guid=${member?.guid}`);
  await says({ page }, 'You can close this tab');
  await says(widget, /access was not allowed/);
  await page.getByRole('button', { name: 'Continue here instead' }).click();
  await says({ page }, /access was not allowed/);
  await authorize(await go({ page, root: page.locator('.atrium-root').first() }));
  await says({ page }, `Connected to ${BANK} ...`);
});

test('a page that waits for another bank hears nothing of this one', async ({
  widget,
  context,
}) => {
  await choose(widget, 'Tab', 'Larder');
  await ask(widget);
  const bank = await go(widget);
  const elsewhere = await context.newPage();
  await elsewhere.goto('/return.html?status=error&error_reason=DENIED&member_guid=MBR-1');
  await says({ page: elsewhere }, 'No longer there');
  await expect(widget.heading()).toHaveText(`Waiting for ${BANK}`);
  await authorize(bank);
  await widget.isConnected(BANK);
});

test('where the page that waited is gone, the connection goes on at the end of the tab', async ({
  widget,
}) => {
  await choose(widget, 'Tab', 'Larder');
  await ask(widget);
  const bank = await go(widget);
  await widget.page.goto('about:blank');
  await authorize(bank);
  await says({ page: bank }, `Connected to ${BANK} ...`);
});
