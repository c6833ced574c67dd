import { expect } from '@playwright/test';
import type { QueryClient } from '@tanstack/react-query';
import type { Page } from 'playwright';
import type { Consumer } from '../consumer.ts';
import { isConnected, signIn, visit, widgetIn } from '../person.ts';

declare global {
  interface Window {
    /** Set by the host, where the browser extension of the devtools looks for it. */
    readonly __TANSTACK_QUERY_CLIENT__: QueryClient;
  }
}

/** Words that stand for nothing else, and the right answer to the question that follows. */
const SECRETS = { username: 'mxuser', password: 'challenge', answer: 'correct' };

interface Cache {
  readonly keys: readonly string[];
  /** All that it holds, the variables of mutations included. */
  readonly content: string;
}

/** The host's cache, where the devtools of TanStack look for it. */
const cacheOf = (page: Page): Promise<Cache> =>
  page.evaluate(() => {
    const client = window.__TANSTACK_QUERY_CLIENT__;
    const queries = client.getQueryCache().getAll();
    const held = [...queries, ...client.getMutationCache().getAll()].map((each) => ({
      key: 'queryKey' in each ? each.queryKey : each.options.mutationKey,
      state: each.state,
    }));
    return {
      keys: queries.map(({ queryKey }) => String(queryKey.at(1) ?? queryKey[0])),
      content: JSON.stringify(held),
    };
  });

async function connectWithQuestion(page: Page): Promise<void> {
  const widget = widgetIn(page);
  await signIn(widget, SECRETS);
  await widget.getByLabel('What city were you born in?').fill(SECRETS.answer);
  await widget.locator('.atrium-form [data-kind=primary]').click();
  await isConnected(widget);
}

async function holdsNoSecret(page: Page): Promise<void> {
  const { content } = await cacheOf(page);
  for (const secret of Object.values(SECRETS)) expect(content).not.toContain(`"${secret}"`);
  await page.getByRole('button', { name: 'Open Tanstack query devtools' }).click();
  await expect(page.getByText('currency', { exact: false }).first()).toBeVisible();

  // Looked for in the same way, one that is there is found.
  await page.evaluate((kept) => {
    window.__TANSTACK_QUERY_CLIENT__.setQueryData(['kept'], kept);
  }, SECRETS);
  const kept = await cacheOf(page);
  for (const secret of Object.values(SECRETS)) expect(kept.content).toContain(`"${secret}"`);
}

export const ownQueryClient: Consumer['check'] = async (project, { browser }) => {
  await project.startBank();
  const origin = await project.serve('vite', '--port', '$PORT', '--strictPort');
  await visit(browser, origin, async (page) => {
    await connectWithQuestion(page);
    await expect(page.getByText('Shown in EUR')).toBeVisible();
    expect((await cacheOf(page)).keys).toEqual(['currency']);
    await holdsNoSecret(page);
  });
  await visit(browser, `${origin}/?cache=shared`, async (page) => {
    await connectWithQuestion(page);
    expect((await cacheOf(page)).keys).toEqual(expect.arrayContaining(['currency', 'member']));
    await holdsNoSecret(page);
  });
};
