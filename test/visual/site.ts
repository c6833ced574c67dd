import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { SITE } from './pictures.ts';

// Play functions have a keyboard and a mouse only in a secure context.
const ORIGIN = 'https://storybook.test';

/** Where Storybook's preview says what became of that which it shows. */
declare const __STORYBOOK_ADDONS_CHANNEL__: {
  last(event: string): readonly [unknown] | undefined;
};

/** Opens a page of the built Storybook, from its files, so that no port is needed. */
async function open(page: Page, search: Readonly<Record<string, string>>): Promise<void> {
  await page.route(`${ORIGIN}/**`, async (route) => {
    const path = resolve(SITE, `.${new URL(route.request().url()).pathname}`);
    await (existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 }));
  });
  await page.goto(`${ORIGIN}/iframe.html?${new URLSearchParams(search).toString()}`);
}

const last = (page: Page, event: string) =>
  page.evaluate(
    (name) =>
      typeof __STORYBOOK_ADDONS_CHANNEL__ === 'undefined'
        ? undefined
        : __STORYBOOK_ADDONS_CHANNEL__.last(name)?.[0],
    event,
  );

/** Shows a story until its play function is through. */
export async function openStory(
  page: Page,
  id: string,
  globals: Readonly<Record<string, string>>,
): Promise<void> {
  const chosen = Object.entries(globals).map(([name, value]) => `${name}:${value}`);
  await open(page, { id, viewMode: 'story', globals: chosen.join(';') });
  await expect.poll(() => last(page, 'storyFinished')).toMatchObject({ status: 'success' });
  expect(await last(page, 'playFunctionThrewException')).toBeUndefined();
}

/** Shows a written page. */
export async function openPage(page: Page, id: string): Promise<void> {
  await open(page, { id, viewMode: 'docs' });
  await expect.poll(() => last(page, 'docsRendered')).toBe(id);
}
