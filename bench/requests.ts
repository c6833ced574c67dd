import type { Browser } from 'playwright';
import { answer, card, countRequests, openPage, QUESTION, signIn, startHost } from './person.ts';
import type { PageHost, Way } from './person.ts';
import type { RequestResults, Requests } from './results.ts';

/** With it a bank asks after 12 seconds, and has sent everything 36 seconds after the answer. */
const SLOWNESS = 20;
/** What a person takes to find their bank and to sign in, and to look an answer up. */
const PERSON_MS = { choosing: 10_000, typing: 15_000, answering: 15_000 };
const STUCK_MS = 10 * 60_000;

/** Counts everything that is asked of a host of its own while something happens on one page. */
async function during(
  browser: Browser,
  host: PageHost,
  happens: (visit: Visit) => Promise<void>,
): Promise<Requests> {
  const page = await openPage(browser);
  const asked = countRequests(page);
  const before = await host.helper.ask('counts');
  const startedAt = performance.now();
  await happens({ page, address: host.page });
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  const after = await host.helper.ask('counts');
  await page.context().close();
  return {
    seconds,
    browser: asked.total,
    statusReads: asked.statusReads,
    upstream: after.upstream - before.upstream,
    webhooks: after.webhooks - before.webhooks,
  };
}

interface Visit {
  readonly page: Awaited<ReturnType<typeof openPage>>;
  readonly address: string;
}

async function connect({ page, address }: Visit): Promise<void> {
  await page.goto(address);
  await page.waitForTimeout(PERSON_MS.choosing + PERSON_MS.typing);
  await signIn(page, 'challenge');
  await card(page).getByLabel(QUESTION).waitFor();
  await page.waitForTimeout(PERSON_MS.answering);
  await answer(page);
  const connected = card(page).getByRole('heading', { name: 'You are connected' });
  await connected.waitFor({ timeout: 120_000 });
}

async function beStuck({ page, address }: Visit): Promise<void> {
  await page.goto(address);
  await signIn(page, 'status:CREATED');
  await page.waitForTimeout(STUCK_MS);
}

async function measure(
  browser: Browser,
  way: Way,
): Promise<{ connection: Requests; stuck: Requests }> {
  const host = await startHost(way, SLOWNESS);
  try {
    return {
      connection: await during(browser, host, connect),
      stuck: await during(browser, host, beStuck),
    };
  } finally {
    host.stop();
  }
}

/** What a connection asks of whom, and ten minutes in which nothing happens. Takes as long. */
export async function measureRequests(browser: Browser): Promise<RequestResults> {
  const [polling, live] = await Promise.all([
    measure(browser, 'polling'),
    measure(browser, 'live'),
  ]);
  return {
    connection: { polling: polling.connection, live: live.connection },
    stuck: { polling: polling.stuck, live: live.stuck },
  };
}
