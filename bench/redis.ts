import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright';
import { startBalancer } from './balancer.ts';
import { readEvents, type EventReader } from './event-reader.ts';
import { watchFreshness, type Freshness } from './freshness.ts';
import { memberGuid } from './guids.ts';
import type { HostQuestions } from './page-host.ts';
import { openPage, signIn } from './person.ts';
import { startHelper } from './processes.ts';
import { redisCosts } from './redis-costs.ts';
import { startRedis, type RedisServer } from './redis-server.ts';
import type { RedisResults } from './results.ts';
import { closeWebhooks, sendWebhook } from './webhooks.ts';

const PORTS = { redis: 41_758, page: 41_759, mx: 41_760, first: 41_761, second: 41_762 };
const PAGE = `http://localhost:${PORTS.page}/`;
const MX = `http://localhost:${PORTS.mx}`;

const PEOPLE = 3;
/** With Redis, without it, and with an empty one: so long each. */
const PHASE_MS = 30_000;
/** Between two events about a member that a page follows. */
const FOLLOWED_MS = 4_000;
/** And between two that the streams are counted by. */
const COUNTED_MS = 250;

/** A person of the demo who has no page: only streams. */
const WATCHER = `larder_session=${'w'.repeat(43)}`;

interface SandboxState {
  readonly users: readonly {
    readonly guid: string;
    readonly members: readonly { readonly guid: string }[];
  }[];
}

/** Tells of members again and again until it is called off, as MX would of what happens to them. */
async function keepTelling(readers: readonly EventReader[], signal: AbortSignal): Promise<void> {
  const { users } = (await (await fetch(`${MX}/_sandbox/state`)).json()) as SandboxState;
  const tell = async (user: string, everyMs: number, nextMember: () => string): Promise<void> => {
    while (!signal.aborted) {
      await sendWebhook(PORTS.first, user, nextMember());
      await wait(everyMs);
    }
  };
  let counted = 0;
  const another = (): string => {
    const member = memberGuid((counted += 1));
    readers.forEach((reader) => reader.expect(member));
    return member;
  };
  await Promise.all(
    users.map(({ guid, members: [member] }) =>
      member ? tell(guid, FOLLOWED_MS, () => member.guid) : tell(guid, COUNTED_MS, another),
    ),
  );
}

/** A page that stays at CREATED, and so goes on asking. */
async function stuckPage(browser: Browser): Promise<Freshness> {
  const page = await openPage(browser);
  const freshness = watchFreshness(page);
  await page.goto(PAGE);
  await signIn(page, 'status:CREATED');
  return freshness;
}

type Outage = Pick<RedisResults, 'outageSeconds' | 'longestGapMs' | 'failedRequests' | 'events'>;

interface RedisToLose {
  readonly lose: () => Promise<void>;
  readonly bringBack: () => Promise<void>;
}

async function liveThrough(browser: Browser, { lose, bringBack }: RedisToLose): Promise<Outage> {
  const readers = [PORTS.first, PORTS.second].map((port) => readEvents(port, WATCHER));
  const pages = await Promise.all(Array.from({ length: PEOPLE }, () => stuckPage(browser)));
  await wait(5_000);
  const over = new AbortController();
  const telling = keepTelling(readers, over.signal);
  const startedAt = Date.now();
  await wait(PHASE_MS);
  await lose();
  const lostAt = Date.now();
  await wait(PHASE_MS);
  await bringBack();
  const backAt = Date.now();
  await wait(PHASE_MS);
  over.abort();
  await telling;
  // The last of them are still on their way.
  await wait(5_000);
  readers.forEach(({ stop }) => stop());
  const longest = (from: number, to: number): number =>
    Math.max(...pages.map(({ longestGapMs }) => longestGapMs(from, to)));
  return {
    outageSeconds: Math.round((backAt - lostAt) / 1_000),
    longestGapMs: { before: longest(startedAt, lostAt), during: longest(lostAt, backAt) },
    failedRequests: pages.reduce((total, { failures }) => total + failures(), 0),
    events: tallyOf(readers),
  };
}

function tallyOf(readers: readonly EventReader[]): RedisResults['events'] {
  const tallies = readers.map(({ tally }) => tally());
  const sum = (what: keyof RedisResults['events']): number =>
    tallies.reduce((total, tally) => total + tally[what], 0);
  return {
    sent: sum('sent'),
    delivered: sum('delivered'),
    toldMissed: sum('toldMissed'),
    lost: sum('lost'),
  };
}

/** What pages see while two processes lose the Redis that they share, and what it has to do. */
export async function measureRedis(browser: Browser): Promise<RedisResults> {
  let redis: RedisServer | undefined;
  const bringBack = async (): Promise<void> => {
    redis = await startRedis(PORTS.redis);
  };
  const lose = async (): Promise<void> => redis?.stop();
  await bringBack();
  const sandbox = await startHelper('sandbox-process.ts', { PORT: PORTS.mx, SLOWNESS: 1_000 });
  const startProxy = (port: number) =>
    startHelper<HostQuestions>('page-host.ts', {
      PORT: port,
      UPSTREAM: MX,
      ORIGIN: new URL(PAGE).origin,
      STORE: `redis://127.0.0.1:${PORTS.redis}`,
    });
  const proxies = [await startProxy(PORTS.first), await startProxy(PORTS.second)];
  const balancer = await startBalancer(PORTS.page, [PORTS.first, PORTS.second]);
  try {
    const seen = await liveThrough(browser, { lose, bringBack });
    return { ...seen, ...(await redisCosts(PORTS.redis)) };
  } finally {
    closeWebhooks();
    balancer.close();
    balancer.closeAllConnections();
    [sandbox, ...proxies].forEach(({ stop }) => stop());
    await lose();
  }
}
