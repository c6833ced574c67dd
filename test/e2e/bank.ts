import { expect, test as base, type Locator, type Page } from '@playwright/test';
import type { News } from '../../demo/page/news.ts';
import type { MxApi } from '../../demo/settings.ts';

/** What a person does at the demo, in the widget that stands in the page. */
export class Widget {
  readonly page: Page;
  readonly root: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole('region', { name: 'Connect in the page' });
  }

  /** Finds a bank by its name and chooses it. */
  async choose(bank: string): Promise<void> {
    await this.root.getByRole('searchbox').fill(bank);
    // By keyboard: a mouse click is lost if new results move the row between press and release.
    await this.root.getByRole('button', { name: bank, exact: false }).first().press('Enter');
  }

  /** Fills in the sign-in form and sends it. */
  async signIn(password: string, username = 'test_atrium'): Promise<void> {
    await this.root.getByLabel('Username').fill(username);
    await this.root.getByLabel('Password', { exact: true }).fill(password);
    await this.root.getByRole('button', { name: /^(Connect|Save|Continue|Sign in)/ }).click();
  }

  /** Chooses MX Bank and signs in. */
  async connect(password: string): Promise<void> {
    await this.choose('MX Bank');
    await this.signIn(password);
  }

  heading(): Locator {
    return this.root.getByRole('heading', { level: 2 });
  }

  button(name: string | RegExp): Locator {
    return this.root.getByRole('button', { name });
  }

  async isConnected(bank = 'MX Bank'): Promise<void> {
    await expect(this.root.getByText(`Connected to ${bank} ...`).first()).toBeVisible();
    await expect(this.root.getByRole('listitem').first()).toBeVisible();
  }
}

/** What the browser itself says of a request that a test has made fail. */
const EXPECTED =
  /^Failed to load resource: (the server responded with a status|net::ERR_(FAILED|INCOMPLETE_CHUNKED_ENCODING))/;

/** What differs between the demos that a test can be run on. */
export interface DemoOptions {
  readonly api: MxApi;
  /** How the page learns what is new, as chosen in the bar of the demo. */
  readonly news: News;
  /** Where the sandbox is that the demo speaks to. */
  readonly sandboxOrigin: string;
  /** Set by the one test that shows that a broken policy is noticed. */
  readonly breaksPolicy: boolean;
}

/** A fresh person, who has the demo open. Fails on any error in the page. */
export const test = base.extend<
  DemoOptions & { widget: Widget; policyReports: () => Promise<unknown[]> }
>({
  api: ['atrium', { option: true }],
  news: ['live', { option: true }],
  sandboxOrigin: ['', { option: true }],
  breaksPolicy: [false, { option: true }],
  /** What this person's pages tried and their policy forbade: nothing, after every test. */
  policyReports: [
    async ({ context, baseURL, breaksPolicy }, use) => {
      const read = async (): Promise<unknown[]> => {
        const answer = await context.request.get(`${baseURL}/policy-reports`);
        return (await answer.json()) as unknown[];
      };
      await use(read);
      const reports = await read();
      if (breaksPolicy) expect(reports).not.toEqual([]);
      else expect(reports).toEqual([]);
    },
    { auto: true },
  ],
  // What the person chose before. A `storageState` would open one more page to set it.
  context: async ({ context, baseURL, news }, use) => {
    await context.addInitScript(
      ({ origin, chosen }) => {
        if (location.origin !== origin) return;
        localStorage.setItem('larder.news', localStorage.getItem('larder.news') ?? chosen);
      },
      { origin: baseURL, chosen: news },
    );
    await use(context);
  },
  widget: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) {
        errors.push(message.text());
      }
    });
    await page.goto('/');
    await use(new Widget(page));
    expect(errors).toEqual([]);
  },
});

export { expect };
