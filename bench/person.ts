import type { Browser, Page } from 'playwright';
import type { HostQuestions } from './page-host.ts';
import { startHelper, type Helper } from './processes.ts';
import type { Ways } from './results.ts';

export type Way = keyof Ways<unknown>;

/** A page on ports of its own, which learns of news in one way, and the MX behind it. */
export interface PageHost {
  readonly page: string;
  readonly controls: string;
  readonly helper: Helper<HostQuestions>;
  readonly stop: () => void;
}

const PORTS = { polling: 41_752, live: 41_754 } as const;

export async function startHost(way: Way, slowness: number): Promise<PageHost> {
  const port = PORTS[way];
  const mx = `http://localhost:${port + 1}`;
  const page = `http://localhost:${port}/`;
  const sandbox = await startHelper('sandbox-process.ts', {
    PORT: port + 1,
    SLOWNESS: slowness,
    WEBHOOKS: way === 'live' ? `${page}webhooks` : '',
  });
  const helper = await startHelper<HostQuestions>('page-host.ts', {
    PORT: port,
    UPSTREAM: mx,
    ORIGIN: new URL(page).origin,
    STORE: way === 'live' ? 'memory' : '',
  });
  const stop = (): void => [sandbox, helper].forEach((each) => each.stop());
  return { page, controls: `${mx}/_sandbox`, helper, stop };
}

export async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  return context.newPage();
}

export const card = (page: Page) => page.getByRole('region', { name: 'Connect in the page' });

export async function signIn(page: Page, password: string): Promise<void> {
  await card(page).getByRole('searchbox').fill('MX Bank');
  await card(page).getByRole('button', { name: 'MX Bank' }).first().click();
  await card(page).getByLabel('Username').fill('test_atrium');
  await card(page).getByLabel('Password', { exact: true }).fill(password);
  await card(page).getByRole('button', { name: 'Connect', exact: true }).click();
}

export async function answer(page: Page): Promise<void> {
  await card(page).getByLabel(QUESTION).fill('correct');
  await card(page).getByRole('button', { name: 'Continue' }).click();
}

export const QUESTION = 'What city were you born in?';

/** Counts what a page asks of its server. */
export function countRequests(page: Page): { total: number; statusReads: number } {
  const counts = { total: 0, statusReads: 0 };
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/api/')) return;
    counts.total += 1;
    if (pathname.endsWith('/status')) counts.statusReads += 1;
  });
  return counts;
}
