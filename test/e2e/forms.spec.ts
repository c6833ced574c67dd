import { resolve } from 'node:path';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { FORMS, HostPage, TYPED } from './native-submit/forms.ts';

const ORIGIN = 'https://host.example';

interface Served {
  /** Whether the page has the script that hydrates it. Defaults to true. */
  readonly isHydrated?: boolean;
  /** Events that a script of the host stops before React sees them. Defaults to none. */
  readonly stopped?: readonly string[];
  readonly policy?: string;
}

const test = base.extend<object, { script: string }>({
  script: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that one needs from it
    async ({}, use) => {
      const { outputFiles } = await build({
        entryPoints: [resolve(import.meta.dirname, 'native-submit/page.ts')],
        bundle: true,
        write: false,
        format: 'esm',
        define: { 'process.env.NODE_ENV': '"production"' },
        logLevel: 'silent',
      });
      await use(outputFiles[0]?.text ?? '');
    },
    { scope: 'worker' },
  ],
});

function htmlOf(name: string, { isHydrated = true, stopped = [] }: Served): string {
  const page = renderToString(createElement(HostPage, { name, onSubmit: () => {} }));
  const stop = `for (const type of ${JSON.stringify(stopped)})
    addEventListener(type, (event) => event.stopImmediatePropagation(), true);`;
  return `<!doctype html><title>Host</title><script>${stop}</script>${
    isHydrated ? '<script type="module" src="/page.js"></script>' : ''
  }<body data-form="${name}">${page}</body>`;
}

/** Serves the pages of a host without a network, and keeps every request. */
async function serve(context: BrowserContext, script: string, served: Served): Promise<string[]> {
  const requests: string[] = [];
  context.on('request', (request) => {
    const { referer } = request.headers();
    requests.push(`${request.method()} ${request.url()} ${referer} ${request.postData()}`);
  });
  await context.route('**/*', (route) => {
    const { pathname, search } = new URL(route.request().url());
    // Whatever is submitted leaves the page as it is.
    if (search !== '') return route.fulfill({ status: 204 });
    const name = decodeURIComponent(pathname.slice(1));
    const headers = served.policy ? { 'content-security-policy': served.policy } : {};
    return name === 'page.js'
      ? route.fulfill({ body: script, contentType: 'text/javascript' })
      : route.fulfill({ body: htmlOf(name, served), contentType: 'text/html', headers });
  });
  return requests;
}

/** Runs in the page: types into every field of the library, and chooses where there is a choice. */
function fillIn(typed: string): void {
  document.querySelectorAll('.atrium-root select').forEach((list) => {
    (list as HTMLSelectElement).selectedIndex = 1;
  });
  document.querySelectorAll<HTMLInputElement>('.atrium-root input').forEach((input) => {
    input.focus();
    if (input.type === 'radio') input.click();
    else document.execCommand('insertText', false, input.inputMode === 'decimal' ? '1' : typed);
  });
}

/** Runs in the page: what the fields contain. */
const contents = (): string[] =>
  [...document.querySelectorAll<HTMLInputElement>('.atrium-root input')].map(({ value }) => value);

/** Runs in the page: what the user has typed or chosen. */
const entered = (): string[] =>
  [
    ...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      '.atrium-root :is(input:not([type=radio]), :checked, select)',
    ),
  ].flatMap(({ value }) => value || []);

/** Runs in the page. */
const clickEvery = (selector: string): void =>
  document.querySelectorAll<HTMLElement>(selector).forEach((button) => button.click());

/** Opens a page with one form in three places, and fills in all three. */
async function open(page: Page, name: string, { isHydrated = true }: Served): Promise<void> {
  await page.goto(`${ORIGIN}/${name}`);
  if (isHydrated) await page.waitForFunction(() => document.body.dataset['hydrated'] === 'yes');
  await page.evaluate(fillIn, TYPED);
}

async function pressEnterInEveryPlace(page: Page): Promise<void> {
  for (const place of await page.locator('.place').all()) {
    await place.locator('.atrium-root input').last().press('Enter');
  }
}

/** The one request that the host's own form causes, on the page of this form. */
const ofHostForm = (name: string): string =>
  `GET ${ORIGIN}/host?host=yes ${ORIGIN}/${encodeURI(name)} null`;

const isDialogOpen = (): boolean => document.querySelector('dialog')?.open === true;

const NATIVE_ONLY: readonly [when: string, served: Served, javaScriptEnabled: boolean][] = [
  ['with JavaScript off', { isHydrated: false }, false],
  ['before hydration', { isHydrated: false }, true],
  ['if the host stops their events', { stopped: ['submit', 'click', 'keydown'] }, true],
];

for (const [when, served, javaScriptEnabled] of NATIVE_ONLY) {
  test.describe('forms', () => {
    test.use({ javaScriptEnabled });

    test(`keep what the user typed on the page ${when}`, async ({ context, page, script }) => {
      const requests = await serve(context, script, served);
      for (const name of Object.keys(FORMS)) {
        await open(page, name, served);
        const loaded = requests.length;
        const typed = await page.evaluate(contents);
        expect(typed.join(), name).toContain(TYPED);
        await pressEnterInEveryPlace(page);
        await page.evaluate(clickEvery, '.atrium-root button');
        expect(await page.evaluate(contents), name).toEqual(typed);
        expect(await page.evaluate(isDialogOpen), name).toBe(true);
        expect(requests.slice(loaded), name).toEqual([]);

        await page.evaluate(clickEvery, '#submit-host-form');
        await expect
          .poll(() => requests.slice(loaded), { message: name })
          .toEqual([ofHostForm(name)]);
      }
    });
  });
}

test.describe('forms', () => {
  const served = { stopped: ['submit'], policy: 'sandbox allow-scripts' };

  test('submit by Enter and by their button if the host stops submit events and forbids form submission', async ({
    context,
    page,
    script,
  }) => {
    const requests = await serve(context, script, served);
    for (const name of Object.keys(FORMS).filter((one) => one !== 'InstitutionSearch')) {
      await open(page, name, served);
      await pressEnterInEveryPlace(page);
      await page.evaluate(clickEvery, '.atrium-form [data-kind=primary]');
      const submitted = await page.evaluate(() => Reflect.get(window, 'submitted') as unknown[]);
      expect(submitted, name).toHaveLength(6);
      for (const answers of submitted) expect(JSON.stringify(answers), name).toContain(TYPED);
      expect(await page.evaluate(isDialogOpen), name).toBe(true);
    }
    expect(requests.join('\n')).not.toContain(TYPED);
  });
});

test.describe('forms', () => {
  test('are empty when the user comes back, though the password was shown', async ({
    context,
    page,
    script,
  }) => {
    await serve(context, script, {});
    for (const name of Object.keys(FORMS)) {
      await open(page, name, {});
      await page.evaluate(clickEvery, '.atrium-input-toggle');
      expect(await page.evaluate(entered), name).not.toEqual([]);
      await page.goto(`${ORIGIN}/elsewhere`);
      await page.goBack();
      expect(await page.evaluate(entered), name).toEqual([]);
    }
  });
});
