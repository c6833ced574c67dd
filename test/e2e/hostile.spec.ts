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

test('a bank’s sign-in page that runs code is nowhere to go', async ({ page, widget, bank }) => {
  await widget.root.getByRole('searchbox').fill('MX Bank (OAuth)');
  await widget.root.locator('[data-institution], li button').first().click();
  await widget.root.getByRole('button', { name: /^Continue to/ }).click();
  await expect(widget.root.getByRole('alert').or(widget.heading()).first()).toBeVisible();
  await expect.poll(() => JSON.stringify(bank.log)).toContain('oauth_window_uri');
  expect(await page.locator(LINKS).count()).toBe(0);
  expect(await page.title()).toBe('Larder');
});
