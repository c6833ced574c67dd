import type { Browser } from 'playwright';
import { compressed, type Host } from './peer/compressed.ts';
import type { PeerHostQuestions } from './peer/host.ts';
import { buildPages } from './peer/pages.ts';
import { heapOf, longTaskMs, open, PLACES, SLOWER, visit } from './peer/visit.ts';
import { startHelper } from './processes.ts';
import { times } from './quick.ts';
import type { Grown, GrowthResults } from './results.ts';
import { round, spreadOf } from './statistics.ts';

const PORT = 42_152;
const RUNS = times(7, 2);
const MINUTE = times(60, 10);

/** What grows, and how one of it is told on the screen. */
interface Growing {
  readonly what: keyof GrowthResults;
  readonly counts: readonly number[];
  readonly until: { readonly selector: string; readonly words?: string };
}

const MEMBERS: Growing = {
  what: 'members',
  // A person has 25 at most. Whether more would cost more than as many times as much, shows what is beyond.
  counts: [1, 25, 100],
  until: { selector: '.atrium-member' },
};
const WIDGETS: Growing = {
  what: 'widgets',
  counts: [1, 5, 20],
  until: { selector: PLACES.ours.box },
};

const address = (what: string, count: number): string =>
  `http://localhost:${PORT}/growth/?what=${what}&count=${count}`;

/** How soon the last of them is there, and what all of them hold. */
async function loaded(browser: Browser, { what, until }: Growing, count: number) {
  const visited = await visit(browser, SLOWER);
  try {
    const usableMs = await open(visited, address(what, count), { ...until, count });
    const tasks = await longTaskMs(visited);
    return { usableMs, longTaskMs: tasks, heapMb: (await heapOf(visited)).kb / 1e3 };
  } finally {
    await visited.close();
  }
}

/** In the second minute, when what comes with the page is over. */
async function requestsPerMinute(
  browser: Browser,
  host: Host,
  { what, until }: Growing,
  count: number,
): Promise<number> {
  const { visited, pass, stop } = await compressed(browser, host);
  try {
    await open(visited, address(what, count), { ...until, count });
    await pass(MINUTE);
    const before = visited.traffic().requests;
    await pass(MINUTE);
    return round(((visited.traffic().requests - before) * 60) / MINUTE);
  } finally {
    await stop();
  }
}

async function grown(browser: Browser, host: Host, growing: Growing): Promise<readonly Grown[]> {
  const sizes: Grown[] = [];
  for (const count of growing.counts) {
    // Jobs that have just begun, as the list and the widgets see them.
    await host.ask('members', count);
    const runs: Awaited<ReturnType<typeof loaded>>[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await loaded(browser, growing, count));
    await host.ask('members', count);
    sizes.push({
      count,
      usableMs: spreadOf(runs.map(({ usableMs }) => usableMs)),
      longTaskMs: spreadOf(runs.map((run) => run.longTaskMs)),
      heapMb: spreadOf(runs.map(({ heapMb }) => heapMb)),
      requestsPerMinute: await requestsPerMinute(browser, host, growing, count),
    });
  }
  return sizes;
}

/** Ours alone, as there is more and more of it on one page. */
export async function measureGrowth(browser: Browser): Promise<GrowthResults> {
  await buildPages(['growth']);
  const host = await startHelper<PeerHostQuestions>('peer/host.ts', { PORT });
  try {
    return {
      members: await grown(browser, host, MEMBERS),
      widgets: await grown(browser, host, WIDGETS),
    };
  } finally {
    host.stop();
  }
}
