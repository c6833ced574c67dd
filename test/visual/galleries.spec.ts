import { expect, test, type Page } from '@playwright/test';
import { galleries, LOCALES, picturesOf } from './pictures.ts';
import { openStory } from './site.ts';

/** All that is loaded or drawn is there. */
async function isComplete(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    await document.fonts.ready;
    const pictures = [...document.querySelectorAll<HTMLCanvasElement>('canvas.atrium-picture')];
    // A canvas that nothing was drawn on is 300 px wide.
    return (
      pictures.every(({ width }) => width !== 300) &&
      [...document.images].every(({ complete }) => complete)
    );
  });
}

/** The fonts in use that no development dependency brings, and that so differ between machines. */
async function systemFonts(page: Page): Promise<readonly string[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeIds } = await devtools.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: '#storybook-root *',
  });
  const used = await Promise.all(
    nodeIds.map((nodeId) => devtools.send('CSS.getPlatformFontsForNode', { nodeId })),
  );
  const names = used.flatMap(({ fonts }) =>
    fonts.flatMap(({ isCustomFont, familyName }) => (isCustomFont ? [] : familyName)),
  );
  return [...new Set(names)];
}

test('there are galleries', () => {
  expect(galleries()).not.toEqual([]);
});

for (const gallery of galleries()) {
  for (const locale of LOCALES) {
    test(`${gallery} looks as before in ${locale}`, async ({ page }) => {
      await page.clock.setFixedTime('2026-03-04T12:00:00Z');
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await openStory(page, gallery, { colorScheme: 'auto', locale, 'a11y.manual': '!true' });
      for (const { name, width, media } of picturesOf(gallery, locale)) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia(media);
        await isComplete(page);
        await expect.soft(page).toHaveScreenshot(`${name}.png`, { fullPage: true });
      }
      expect(await systemFonts(page)).toEqual([]);
    });
  }
}
