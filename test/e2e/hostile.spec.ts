import { expect, test as base } from './own-bank.ts';

const SCRIPT = `</script><img src=x onerror="document.title='It ran'"><script>document.title='It ran'</script>`;
/** Turns the text around, hides in it, and never ends. */
const ODD = `\u202e\u2066\u200b\u00ad${'W'.repeat(300)}\u202c${'\u0301'.repeat(40)}`;
const SVG = `data:image/svg+xml;base64,${btoa(`<svg xmlns="http://www.w3.org/2000/svg" onload="${SCRIPT}"/>`)}`;
const NAME = `MX Bank ${SCRIPT}${ODD}`;

/** What a bank could say that means harm, in place of what the sandbox says, by key. */
const HOSTILE: Readonly<Record<string, string>> = {
  name: NAME,
  label: `${SCRIPT}${ODD}`,
  connection_status_message: SCRIPT,
  image_data: SVG,
  data_uri: SVG,
  url: "javascript:document.title='It ran'",
  institution_url: 'data:text/html,<script>alert(1)</script>',
  small_logo_url: SVG,
  medium_logo_url: SVG,
  oauth_window_uri: "javascript:document.title='It ran'",
};

const poisoned = (text: string): string =>
  JSON.stringify(JSON.parse(text), (key, value: unknown) =>
    typeof value === 'string' ? (HOSTILE[key] ?? value) : value,
  );

const test = base.extend({
  bank: async ({ bank }, use) => {
    bank.between = async (url, init) => {
      const answer = await fetch(url, init);
      const text = await answer.text();
      return new Response(text === '' ? null : poisoned(text), answer);
    };
    await use(bank);
  },
});

const LINKS = 'a[href]:not([href^="http:"], [href^="https:"], [href^="/"], [href^="#"])';

test('what a bank says is text, whatever it says, and never wider than the page', async ({
  page,
  widget,
}, testInfo) => {
  await page.setViewportSize({ width: 320, height: 800 });
  const step = async (name: string): Promise<void> => {
    await page.screenshot({ path: testInfo.outputPath(`${name}.png`), fullPage: true });
    expect.soft(await page.title(), name).toBe('Larder');
    expect.soft(await page.locator(`${LINKS}, [src^="data:"]`).count(), `${name}: links`).toBe(0);
    expect.soft(await page.locator('.atrium-root :is(script, img, svg[onload])').count()).toBe(0);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(width, `${name}: width`).toBeLessThanOrEqual(320);
  };

  await widget.root.getByRole('searchbox').fill('MX Bank');
  const found = widget.root.getByRole('button', { name: 'MX Bank' });
  await expect(found.first()).toBeVisible();
  await step('search');

  await found.first().click();
  const fields = widget.root.locator('.atrium-form input');
  await expect(fields).toHaveCount(2);
  await step('credentials');
  await fields.nth(0).fill('test_atrium');
  await fields.nth(1).fill('all challenges');
  await widget.button(/^Connect/).click();

  await expect(widget.root.getByText('The picture cannot be shown').first()).toBeVisible();
  await step('challenges');
});

test('a bank’s sign-in page that runs code is nowhere to go', async ({ page, widget, bank }) => {
  await widget.root.getByRole('searchbox').fill('MX Bank (OAuth)');
  await expect(widget.root.getByText('1 institution found')).toBeVisible();
  await widget.root.locator('li button').click();
  await widget.root.getByRole('button', { name: /^Continue to/ }).click();
  await expect(widget.root.getByRole('alert').or(widget.heading()).first()).toBeVisible();
  await expect.poll(() => JSON.stringify(bank.log)).toContain('oauth_window_uri');
  expect(await page.locator(LINKS).count()).toBe(0);
  expect(await page.title()).toBe('Larder');
});
