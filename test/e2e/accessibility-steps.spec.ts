import type { Page } from '@playwright/test';
import { tabThrough, watchFocus } from '../accessibility/keyboard.ts';
import {
  cutOff,
  moving,
  smallTargets,
  WIDE_TEXT,
  withoutOutline,
} from '../accessibility/layout.ts';
import { byOauth, bySignIn } from '../accessibility/steps.ts';
import { liveRegions } from '../accessibility/tree.ts';
import { expect, test } from './bank.ts';

/** 400 % of a window of 1280 × 1024 pixels. */
const ZOOMED = { width: 320, height: 256 };

async function widenText(page: Page): Promise<void> {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, WIDE_TEXT);
}

/**
 * Polite regions besides the one for the status, each of which tells of one control alone: how
 * many institutions the search has found, and what a password may be mistyped by.
 */
const OTHER_REGIONS: Readonly<Record<string, number>> = { search: 1, credentials: 1 };

for (const [way, steps] of Object.entries({ 'by signing in': bySignIn, 'by OAuth': byOauth })) {
  test(`${way}, every step at 400 % zoom and with wide text can be read and reached by Tab, and nothing hides the focus`, async ({
    page,
    widget: { root },
    widget,
  }) => {
    test.slow();
    await page.setViewportSize(ZOOMED);
    await widenText(page);
    for await (const step of steps(widget)) {
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(sideways, `${step}: width`).toBeLessThanOrEqual(ZOOMED.width);
      expect.soft(await root.evaluate(cutOff), `${step}: cut off`).toEqual([]);
      expect.soft(await root.evaluate(smallTargets), `${step}: targets`).toEqual([]);
      const { expected, forwards, backwards, unseen } = await tabThrough(root);
      expect.soft(forwards, `${step}: Tab`).toEqual(expected);
      expect.soft(backwards, `${step}: Shift and Tab`).toEqual(expected);
      expect.soft(unseen, `${step}: focus that is not seen`).toEqual([]);
    }
  });

  test(`${way}, every step takes the focus to its heading, speaks with one voice, keeps its outlines where colours are forced, and keeps still where motion is reduced`, async ({
    page,
    widget: { root },
    widget,
  }) => {
    test.slow();
    const losses = await watchFocus(page);
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    for await (const step of steps(widget)) {
      expect.soft(await page.evaluate(moving), `${step}: moving`).toEqual([]);
      expect.soft(await root.evaluate(withoutOutline), `${step}: no outline`).toEqual([]);
      const regions = await liveRegions(page, 'Connect in the page');
      const polite = regions.filter(({ politeness }) => politeness === 'polite');
      const kind = await root.locator('[data-step]').getAttribute('data-step');
      const others = OTHER_REGIONS[kind ?? ''] ?? 0;
      expect.soft(polite.length, `${step}: polite regions`).toBe(1 + others);
      const voices = polite.filter(({ text }) => text !== '');
      expect.soft(voices.length, `${step}: voices`).toBeLessThanOrEqual(1);
    }
    expect(await losses()).toEqual([]);
  });
}
