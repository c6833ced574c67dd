import type { LoadQuestions, Round, Timed } from './load-clients.ts';
import { startHelper, type Helper } from './processes.ts';
import type { ProxyQuestions } from './proxy-process.ts';
import { times } from './quick.ts';
import type { Load, ProxyLoadResults } from './results.ts';
import { round, spreadOf } from './statistics.ts';
import type { UpstreamQuestions } from './upstream.ts';

const PORT = 42_155;
const UPSTREAM_PORT = 42_156;
const BROWSERS = [1, 10, 100, 1_000];
const ROUNDS = times(5, 1);
const ROUND_MS = times(9_000, 3_000);
/** What a page asks at. A few of them would take hours to tell how long the slowest takes. */
const POLL_MS = 3_000;
/** So that even one browser is read 300 times a round: it leaves the proxy alone most of the time. */
const LEAST_PER_SECOND = 1_000 / 30;

const everyMs = (browsers: number): number =>
  Math.min(POLL_MS, Math.round((browsers * 1_000) / LEAST_PER_SECOND));

interface Processes {
  readonly clients: Helper<LoadQuestions>;
  readonly proxy: Helper<ProxyQuestions>;
  readonly upstream: Helper<UpstreamQuestions>;
}

const roundOf = (browsers: number, port: number, pagesEach = 1): Round => ({
  port,
  browsers,
  everyMs: everyMs(browsers),
  forMs: ROUND_MS,
  pagesEach,
});

const spreads = (rounds: readonly Timed[]) => ({
  p50: spreadOf(rounds.map(({ p50 }) => p50)),
  p99: spreadOf(rounds.map(({ p99 }) => p99)),
});

/** Past the proxy and through it in turn, so that both meet the same machine. */
async function loaded({ clients, proxy, upstream }: Processes, browsers: number): Promise<Load> {
  const direct: Timed[] = [];
  const proxied: Timed[] = [];
  // The first is for the compiler, and for the connections.
  await clients.ask('read', roundOf(browsers, PORT));
  let upstreamCalls = 0;
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    direct.push(await clients.ask('read', roundOf(browsers, UPSTREAM_PORT)));
    const before = await upstream.ask('count');
    proxied.push(await clients.ask('read', roundOf(browsers, PORT)));
    upstreamCalls += (await upstream.ask('count')) - before;
  }
  const { rss, heapUsed } = await proxy.ask('memory');
  return {
    browsers,
    everyMs: everyMs(browsers),
    direct: spreads(direct),
    proxied: spreads(proxied),
    upstreamPerRequest: round(
      upstreamCalls / proxied.reduce((sum, { requests }) => sum + requests, 0),
    ),
    rssMb: round(rss / 1e6),
    heapMb: round(heapUsed / 1e6),
  };
}

async function twoPages({ clients, upstream }: Processes): Promise<ProxyLoadResults['twoPages']> {
  const browsers = 100;
  const before = await upstream.ask('count');
  const { requests } = await clients.ask('read', roundOf(browsers, PORT, 2));
  const asked = (await upstream.ask('count')) - before;
  return { browsers, upstreamPerRequest: round(asked / requests) };
}

/** What a proxy adds to a call of MX, and what it holds, while more and more browsers poll. */
export async function measureProxyLoad(): Promise<ProxyLoadResults> {
  const upstream = await startHelper<UpstreamQuestions>('upstream.ts', { PORT: UPSTREAM_PORT });
  const proxy = await startHelper<ProxyQuestions>('proxy-process.ts', {
    PORT,
    UPSTREAM: `http://127.0.0.1:${UPSTREAM_PORT}`,
  });
  const clients = await startHelper<LoadQuestions>('load-clients.ts');
  const processes: Processes = { clients, proxy, upstream };
  try {
    const loads: Load[] = [];
    for (const browsers of BROWSERS) loads.push(await loaded(processes, browsers));
    return { loads, twoPages: await twoPages(processes) };
  } finally {
    [clients, proxy, upstream].forEach(({ stop }) => stop());
  }
}
