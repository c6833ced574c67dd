import type { Browser } from 'playwright';
import { times } from '../quick.ts';
import type { Heap, Subject } from '../results.ts';
import { round } from '../statistics.ts';
import { heapOf, open, PLACES, visit } from './visit.ts';

const TIMES = times(200, 20);
/** What is made once and kept is no leak. */
const FIRST = 20;

/** What a page has more of after it has taken its widget away and brought it back many times. */
export async function leftBehind(browser: Browser, origin: string, name: Subject): Promise<Heap> {
  const visited = await visit(browser, 1);
  const until = { selector: PLACES[name].box };
  const remount = (count: number): Promise<void> =>
    visited.page.evaluate(([more, what]) => window.bench.remount(more, what), [
      count,
      until,
    ] as const);
  try {
    await open(visited, `${origin}/${name}/`, until);
    await remount(FIRST);
    const before = await heapOf(visited);
    await remount(TIMES);
    const after = await heapOf(visited);
    return {
      kb: round(after.kb - before.kb),
      nodes: after.nodes - before.nodes,
      listeners: after.listeners - before.listeners,
    };
  } finally {
    await visited.close();
  }
}
