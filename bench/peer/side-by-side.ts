import type { Browser } from 'playwright';
import { QUESTION } from '../person.ts';
import { startHelper } from '../processes.ts';
import { times } from '../quick.ts';
import type { PeerResults, Subject } from '../results.ts';
import { pairOf, spreadOf, type Pair } from '../statistics.ts';
import { connect, beStuck } from './compressed.ts';
import type { PeerHostQuestions } from './host.ts';
import { aMember, setStatus } from './member.ts';
import { buildPages } from './pages.ts';
import { leftBehind } from './remounts.ts';
import { longTaskMs, open, PLACES, SLOWER, visit, type Visit } from './visit.ts';

const PORT = 42_150;
const ORIGIN = `http://localhost:${PORT}`;
/** As in what a person costs: a bank then asks after 12 seconds. */
const SLOWNESS = 20;
const RUNS = times(9, 2);
const ROWS = [10, 100, 1_000];

/** Both, and the floor under them. In turn, so that none always comes after the same. */
const NAMES = ['bare', 'ours', 'peer'] as const;
type Name = (typeof NAMES)[number];

const inTurn = (run: number): readonly Name[] =>
  NAMES.map((_, at) => NAMES[(at + run) % 3] ?? 'bare');

interface Loaded {
  readonly usableMs: number;
  readonly longTaskMs: number;
  readonly traffic: ReturnType<Visit['traffic']>;
}

interface Run {
  readonly loaded: Loaded;
  /** In the order of `ROWS`. */
  readonly rowsMs: readonly number[];
  readonly wordsMs: number;
}

async function load(visited: Visit, name: Name): Promise<Loaded> {
  const { box } = PLACES[name];
  const usableMs = await open(visited, `${ORIGIN}/${name}/`, { selector: box });
  const loaded = { usableMs, longTaskMs: await longTaskMs(visited), traffic: visited.traffic() };
  await visited.page.locator(box).fill('x');
  if ((await visited.page.locator(box).inputValue()) !== 'x') {
    throw new Error(`The search box of ${name} takes nothing.`);
  }
  return loaded;
}

/** From the answer to a search to so many rows, as a person would see them. */
async function search({ page }: Visit, name: Name, count: number): Promise<number> {
  const words = `${count} banks`;
  const { box, row: selector } = PLACES[name];
  const paintedAt = page.evaluate((what) => window.bench.painted(what), {
    selector,
    count,
    // Before anything is looked for, the popular ones are there.
    words: 'Savings Bank',
  });
  await page.locator(box).fill(words);
  const shownAt = await paintedAt;
  return shownAt - (await answeredAt(page, `name=${words}`));
}

async function answeredAt(page: Visit['page'], address: string): Promise<number> {
  const at = await page.evaluate((asked) => window.bench.answeredAt(asked), address);
  if (at === undefined) throw new Error(`Nothing like ${address} was asked.`);
  return at;
}

/** From the answer that tells of a bank's question to its words. */
async function question(visited: Visit, name: Name): Promise<number> {
  const guid = await aMember(visited.context, ORIGIN);
  const until = { selector: '#root', words: 'Connecting to' };
  await open(visited, `${ORIGIN}/${name}/?member=${guid}`, until);
  const paintedAt = visited.page.evaluate((what) => window.bench.painted(what), {
    selector: '#root',
    words: QUESTION,
  });
  await setStatus(ORIGIN, guid, 'CHALLENGED');
  const shownAt = await paintedAt;
  return shownAt - (await answeredAt(visited.page, `/members/${guid}/status`));
}

async function measured(browser: Browser, name: Name): Promise<Run> {
  const visited = await visit(browser, SLOWER);
  try {
    const loaded = await load(visited, name);
    if (name === 'bare') return { loaded, rowsMs: [], wordsMs: 0 };
    const rowsMs: number[] = [];
    for (const count of ROWS) rowsMs.push(await search(visited, name, count));
    return { loaded, rowsMs, wordsMs: await question(visited, name) };
  } finally {
    await visited.close();
  }
}

async function allRuns(browser: Browser): Promise<Readonly<Record<Name, readonly Run[]>>> {
  const runs: Record<Name, Run[]> = { bare: [], ours: [], peer: [] };
  for (let run = 0; run < RUNS; run += 1) {
    for (const name of inTurn(run)) runs[name].push(await measured(browser, name));
  }
  return runs;
}

const eachOf = async <T>(found: (name: Subject) => Promise<T>): Promise<Record<Subject, T>> => ({
  ours: await found('ours'),
  peer: await found('peer'),
});

/** Our widget and MX's own, in the same browser, on the same machine, with the same answers. */
export async function measurePeer(browser: Browser): Promise<PeerResults> {
  await buildPages(NAMES);
  const host = await startHelper<PeerHostQuestions>('peer/host.ts', { PORT, SLOWNESS });
  try {
    const { bare, ours, peer } = await allRuns(browser);
    const pair = (of: (run: Run) => number): Pair => pairOf(ours.map(of), peer.map(of));
    const withFloor = (of: (loaded: Loaded) => number) => ({
      ...pair(({ loaded }) => of(loaded)),
      bare: spreadOf(bare.map(({ loaded }) => of(loaded))),
    });
    const sent = (runs: readonly Run[]) => runs[0]?.loaded.traffic ?? fail();
    return {
      usableMs: withFloor(({ usableMs }) => usableMs),
      longTaskMs: withFloor((loaded) => loaded.longTaskMs),
      sent: { bare: sent(bare), ours: sent(ours), peer: sent(peer) },
      rowsMs: Object.fromEntries(
        ROWS.map((count, index) => [count, pair(({ rowsMs }) => rowsMs[index] ?? fail())]),
      ),
      wordsMs: pair(({ wordsMs }) => wordsMs),
      remounted: await eachOf((name) => leftBehind(browser, ORIGIN, name)),
      connection: await eachOf((name) => connect(browser, ORIGIN, host, name)),
      stuck: await eachOf((name) => beStuck(browser, ORIGIN, host, name)),
    };
  } finally {
    host.stop();
  }
}

function fail(): never {
  throw new RangeError('Nothing was measured.');
}
