import { once } from 'node:events';
import type { Page } from '@playwright/test';
import { createAdaptorServer } from '@hono/node-server';
import { createSandbox, type Sandbox } from 'react-atrium-connect/sandbox';
import { createHost, WEBHOOKS_PATH } from '../../demo/host.ts';
import { newCredentials, sendWebhooks } from '../../demo/sandbox.ts';
import { PAGE_FOLDER } from '../../demo/vite.config.ts';
import { expect, test as base, type Widget } from './bank.ts';

/** A demo and a bank that only one test knows, on two origins of two sites. */
export interface OwnBank {
  readonly sandbox: Sandbox;
  /** Where the bank's pages are. */
  readonly origin: string;
  /** Carries what the app's server asks of the bank. */
  between: (url: string, init: RequestInit) => Promise<Response>;
  /** What the app's server has told its log. */
  readonly log: unknown[];
  /** What the app's return page waits for before it is served. */
  beforeReturn: () => Promise<void>;
  /** Cuts every connection that pages have to their host. */
  cut: () => void;
  readonly members: () => Promise<readonly WireMember[]>;
}

/** The keys of the app's server. */
export const KEYS = { apiKey: 'key-that-nobody-may-see', clientId: 'client-that-nobody-may-see' };

interface WireMember {
  readonly guid: string;
  readonly connection_status: string | null;
}

async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  hostname: string,
): Promise<{ origin: string; close: () => void; cut: () => void }> {
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false });
  server.listen(0, hostname);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://${hostname}:${port}`,
    close: () => void server.close(),
    cut: () => 'closeAllConnections' in server && server.closeAllConnections(),
  };
}

/** Like `test`, with a bank whose time can be stepped and whose faults bother nobody else. */
export const test = base.extend<{ bank: OwnBank; home: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that one needs from it
  bank: async ({}, use) => {
    const sandbox = createSandbox();
    const { origin, close } = await listen(sandbox.fetch, '127.0.0.1');
    const members = async () => {
      const answer = await sandbox.fetch(new Request(`${origin}/_sandbox/state`));
      const { users } = (await answer.json()) as { users: { members: WireMember[] }[] };
      return users.flatMap((user) => user.members);
    };
    await use({
      sandbox,
      origin,
      members,
      log: [],
      between: (url, init) => fetch(url, init),
      beforeReturn: () => Promise.resolve(),
      cut: () => {},
    });
    close();
  },
  home: async ({ api, bank }, use) => {
    const between = (url: string, init: RequestInit) => bank.between(url, init);
    const mx = { api, ...KEYS, baseUrl: bank.origin, fetch: between };
    const webhooks = newCredentials();
    const host = createHost({
      mx,
      webhooks,
      hints: null,
      sessionSecret: 'secret of one test',
      observe: (event) => bank.log.push(event),
      page: () => Promise.resolve(PAGE_FOLDER),
    });
    const serve = async (request: Request): Promise<Response> => {
      if (new URL(request.url).pathname === '/return.html') {
        await bank.beforeReturn();
      }
      return host.fetch(request);
    };
    const { origin, close, cut } = await listen(serve, 'localhost');
    bank.cut = cut;
    await sendWebhooks(bank.origin, `${origin}${WEBHOOKS_PATH}`, webhooks);
    await use(origin);
    close();
  },
  baseURL: ({ home }, use) => use(home),
});

export const BANK = 'MX Bank (OAuth)';

/** Sets how the bank's own page is reached, and whose page ends it. */
export async function choose(
  { page }: Widget,
  mode: 'Tab' | 'Popup' | 'This tab',
  endsWith: 'MX' | 'Larder' = 'MX',
): Promise<void> {
  await page.getByRole('radio', { name: mode, exact: true }).check();
  if (mode !== 'This tab') {
    await page.getByRole('radio', { name: endsWith, exact: true }).check();
  }
}

/** Chooses the bank and asks for its page. */
export async function ask(widget: Widget, bank = BANK): Promise<void> {
  await widget.choose(bank);
  await widget.button(`Continue to ${bank}`).click();
}

/** Follows the link, or presses the button, to the bank. Gives the page that opens. */
export async function go(
  { page, root }: Pick<Widget, 'page' | 'root'>,
  bank = BANK,
): Promise<Page> {
  const opened = page.waitForEvent('popup');
  const name = new RegExp(`^Continue to ${bank.replace(/[()]/g, String.raw`\$&`)}`);
  await root.getByRole('link', { name }).or(root.getByRole('button', { name })).click();
  return opened;
}

export const authorize = (bank: Page): Promise<void> =>
  bank.getByRole('button', { name: 'Authorize' }).click();

/** Refuses at the bank, which gives this reason. */
export async function deny(bank: Page, reason = 'DENIED'): Promise<void> {
  await bank.getByText('What happens next').click();
  await bank.getByLabel(/^After Deny/).selectOption(reason);
  await bank.getByRole('button', { name: 'Deny' }).click();
}

/** Says something in the widget, wherever it is. */
export const says = ({ page }: Pick<Widget, 'page'>, words: string | RegExp): Promise<void> =>
  expect(page.locator('.atrium-root').getByText(words).first()).toBeVisible();

export { expect };
