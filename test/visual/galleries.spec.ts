import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';

/** Where scripts/visual.ts has built Storybook. */
const SITE = resolve(import.meta.dirname, '../../storybook-static');
const ORIGIN = 'http://storybook.test';

const LOOKS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced-colours': { colorScheme: 'light', forcedColors: 'active' },
} as const;
const DIRECTIONS = ['ltr', 'rtl'] as const;
const WIDTHS = [320, 768] as const;

interface Entry {
  readonly id: string;
  readonly tags: readonly string[];
}

const { entries } = JSON.parse(readFileSync(resolve(SITE, 'index.json'), 'utf8')) as {
  readonly entries: Readonly<Record<string, Entry>>;
};
const galleries = Object.values(entries).filter(({ tags }) => tags.includes('gallery'));

/** Answers from the built files, so that no port is needed. */
async function serve(page: Page): Promise<void> {
  await page.route(`${ORIGIN}/**`, async (route) => {
    const path = resolve(SITE, `.${new URL(route.request().url()).pathname}`);
    await (existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 }));
  });
}

/** Shows a story until its play function is through and all that it loads is there. */
async function show(page: Page, id: string, direction: string): Promise<void> {
  const globals = `colorScheme:auto;direction:${direction};a11y.manual:!true`;
  await page.goto(`${ORIGIN}/iframe.html?id=${id}&viewMode=story&globals=${globals}`);
  await expect
    .poll(() => page.evaluate('globalThis.__STORYBOOK_PREVIEW__?.currentRender?.phase'))
    .toMatch(/^(completed|afterEach|finished)$/);
  await page.waitForFunction(async () => {
    await document.fonts.ready;
    const pictures = [...document.querySelectorAll<HTMLCanvasElement>('canvas.atrium-picture')];
    // A canvas that nothing was drawn on is 300 px wide.
    return (
      pictures.every(({ width }) => width !== 300) &&
      [...document.images].every(({ complete }) => complete) &&
      document.fonts.check("16px 'Inter Variable'")
    );
  });
}

test('there are galleries', () => {
  expect(galleries.length).toBeGreaterThan(0);
});

for (const { id } of galleries) {
  for (const [look, media] of Object.entries(LOOKS)) {
    for (const direction of DIRECTIONS) {
      for (const width of WIDTHS) {
        const name = `${id.replace('galleries--', '')}-${look}-${direction}-${width}.png`;
        test(name, async ({ page }) => {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
          await serve(page);
          await show(page, id, direction);
          await expect(page).toHaveScreenshot(name, { fullPage: true });
        });
      }
    }
  }
}
