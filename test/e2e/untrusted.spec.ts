import type { Locator, Page } from '@playwright/test';
import { ask, authorize, BANK, choose, expect, go, test } from './own-bank.ts';

/** Says the name and the address of another bank than it is. */
const DISGUISED = { name: 'My Bank\u202e', host: 'moc.knab-ym.evil.example' };

const disguised = (text: string): string =>
  JSON.stringify(JSON.parse(text), (key, value: unknown) => {
    if (key === 'oauth_window_uri' && value !== null) return `https://${DISGUISED.host}/authorize`;
    return value === BANK ? DISGUISED.name : value;
  });

/** Whether each letter of a text is right of the one before it, or on a line further down. */
const readsLeftToRight = (text: Locator): Promise<boolean> =>
  text.evaluate((element) => {
    const letters = element.firstChild ?? element;
    const range = document.createRange();
    const places = [...(letters.textContent ?? '')].map((_, index) => {
      range.setStart(letters, index);
      range.setEnd(letters, index + 1);
      return range.getBoundingClientRect();
    });
    return places.every((place, index) => {
      const before = places[index - 1] ?? { bottom: -Infinity, left: -Infinity };
      return place.top >= before.bottom || place.left > before.left;
    });
  });

test('a name with a direction override does not turn around the address that a user leaves for', async ({
  widget,
  bank,
}) => {
  bank.between = async (url, init) => {
    const answer = await fetch(url, init);
    const text = await answer.text();
    return new Response(text === '' ? null : disguised(text), answer);
  };
  await widget.page.getByRole('radio', { name: 'After a notice' }).check();
  await widget.root.getByRole('searchbox').fill(BANK);
  await expect(widget.root.getByText('1 institution found')).toBeVisible();
  await widget.root.locator('li button').click();
  await widget.root.getByRole('button', { name: /^Continue to/ }).click();
  const notice = widget.root
    .getByRole('paragraph')
    .filter({ hasText: /^You(’re| are) leaving this app/ });
  await expect(notice).toHaveText(
    /belongs to My Bank and is at \u2068?moc\.knab-ym\.evil\.example\u2069?\.$/,
  );
  const address = notice.locator('bdi');
  await expect(address).toHaveText(DISGUISED.host);
  expect(await readsLeftToRight(address)).toBe(true);
  expect(await widget.root.innerHTML()).not.toContain('\u202e');
});

test.describe('the bank’s page has no opener, with which it could move the app’s tab', () => {
  const openerOf = (page: Page) => page.evaluate(() => window.opener as unknown);

  for (const mode of ['Tab', 'Popup'] as const) {
    for (const endsWith of ['MX', 'Larder'] as const) {
      test(`${mode}, ends with ${endsWith}`, async ({ widget }) => {
        await choose(widget, mode, endsWith);
        await ask(widget);
        const bank = await go(widget);
        await bank.waitForURL(/\/oauth\/authorize/);
        expect(await openerOf(bank)).toBe(null);
        await authorize(bank);
        await widget.isConnected(BANK);
      });
    }
  }

  test('This tab', async ({ widget }) => {
    await choose(widget, 'This tab');
    await ask(widget);
    await widget.page.waitForURL(/\/oauth\/authorize/);
    expect(await openerOf(widget.page)).toBe(null);
  });
});
