import type { Page } from '@playwright/test';
import { expect, test, type Widget } from './bank.ts';

const BANK = 'MX Bank (OAuth)';

/** Follows the link to the bank. Gives the page that opens. */
async function goToTheBank({ page, root }: Widget): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await root.getByRole('link', { name: `Continue to ${BANK}` }).click();
  return opened;
}

/** Chooses the bank and asks for its page. */
async function ask(widget: Widget): Promise<void> {
  await widget.choose(BANK);
  await widget.button(`Continue to ${BANK}`).click();
}

test('a person authorises at the bank’s own page, in a new tab that nothing can block', async ({
  widget,
}) => {
  await ask(widget);
  const bank = await goToTheBank(widget);
  await bank.getByRole('button', { name: 'Authorize' }).click();
  await expect(bank.getByText('Thank you for completing OAuth')).toBeVisible();
  await widget.isConnected(BANK);
});

test('a person who refuses at the bank can open it again, with an address that works', async ({
  widget,
}) => {
  await ask(widget);
  const bank = await goToTheBank(widget);
  await bank.getByRole('button', { name: 'Deny' }).click();
  await bank.close();
  await widget.button(`Open ${BANK} again`).click();
  const again = await goToTheBank(widget);
  await again.getByRole('button', { name: 'Authorize' }).click();
  await widget.isConnected(BANK);
});

test.describe('in a popup', () => {
  test.beforeEach(async ({ widget: { page } }) => {
    await page.getByRole('radio', { name: 'Popup' }).check();
  });

  const openPopup = async ({ page, root }: Widget): Promise<Page> => {
    const opened = page.waitForEvent('popup');
    await root.getByRole('button', { name: `Continue to ${BANK}` }).click();
    return opened;
  };

  test('authorising connects', async ({ widget }) => {
    await ask(widget);
    const bank = await openPopup(widget);
    await bank.getByRole('button', { name: 'Authorize' }).click();
    await widget.isConnected(BANK);
  });

  test('refusing is said as such at once by the app’s return page, with the way back', async ({
    widget,
  }) => {
    await widget.page.getByRole('radio', { name: 'Larder', exact: true }).check();
    await ask(widget);
    const bank = await openPopup(widget);
    await bank.getByRole('button', { name: 'Deny' }).click();
    await expect(widget.root.getByText(/access was not allowed/).first()).toBeVisible();
    const again = await openPopup(widget);
    await again.getByRole('button', { name: 'Authorize' }).click();
    await widget.isConnected(BANK);
  });

  test('a popup that is closed on MX’s own page has connected', async ({ widget }) => {
    await ask(widget);
    const bank = await openPopup(widget);
    await bank.getByRole('button', { name: 'Authorize' }).click();
    await expect(bank.getByText('Thank you for completing OAuth')).toBeVisible();
    await bank.close();
    await widget.isConnected(BANK);
  });

  test('closing it is noticed, and loses nothing', async ({ widget }) => {
    await ask(widget);
    const bank = await openPopup(widget);
    await bank.close();
    await expect(widget.root.getByText(/The window seems to be closed/).first()).toBeVisible();
    await widget.button(`Open ${BANK} again`).click();
    const again = await openPopup(widget);
    await again.getByRole('button', { name: 'Authorize' }).click();
    await widget.isConnected(BANK);
  });
});
