import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { Browser, Locator, Page } from 'playwright';

const patient = expect.configure({ timeout: 30_000 });

/**
 * Opens a host's page as a person who is new to it, and does there what a person would.
 *
 * @throws Error when the browser has anything to complain of, a warning included.
 */
export async function visit(
  browser: Browser,
  address: string,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  const session = { name: 'session', value: randomUUID(), url: new URL(address).origin };
  await page.context().addCookies([session]);
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) complaints.push(message.text());
  });
  try {
    // In development, what a page is made of is compiled when it is first asked for.
    await page.goto(address, { timeout: 120_000 });
    await act(page);
  } catch (error) {
    const heard = complaints.map((complaint) => `\nThe browser: ${complaint}`).join('');
    throw new Error((error instanceof Error ? error.message : String(error)) + heard, {
      cause: error,
    });
  } finally {
    await page.close();
  }
  expect(complaints).toEqual([]);
}

/** The widget in a page, or in a part of it. */
export const widgetIn = (place: Page | Locator): Locator => place.locator('.atrium-connect-widget');

/** Chooses MX Bank, and signs in there. By roles and types alone: it may speak any language. */
export async function signIn(
  widget: Locator,
  { username = 'test_atrium', password = 'password' } = {},
): Promise<void> {
  await widget.getByRole('searchbox').fill('MX Bank');
  await widget.getByRole('button', { name: 'MX Bank' }).first().click();
  await widget.getByRole('textbox', { name: 'Username' }).fill(username);
  await widget.locator('input[type=password]').fill(password);
  await widget.locator('.atrium-form [data-kind=primary]').click();
}

export async function isConnected(widget: Locator): Promise<void> {
  await patient(widget).toHaveAttribute('data-step', 'connected');
  await patient(widget.getByRole('listitem').first()).toBeVisible();
}

/** Connects MX Bank, of which the host is told, in a widget that has its stylesheet. */
export async function connect(page: Page): Promise<void> {
  const widget = widgetIn(page);
  await patient(widget.getByRole('searchbox')).toBeVisible();
  await patient(widget).toHaveCSS('max-inline-size', /px/);
  await signIn(widget);
  await isConnected(widget);
  await patient(page.getByText(/^Accounts found: [1-9]/)).toBeVisible();
}
