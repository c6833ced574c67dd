import { join } from 'node:path';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright';
import type { Heap, Subject, Traffic } from '../results.ts';
import { round } from '../statistics.ts';

interface Painted {
  readonly selector: string;
  readonly count?: number;
  readonly words?: string;
}

declare global {
  interface Window {
    /** Of in-page.js. */
    readonly bench: {
      readonly longTasks: readonly { readonly startTime: number; readonly duration: number }[];
      readonly painted: (what: Painted) => Promise<number>;
      readonly answeredAt: (address: string) => number | undefined;
      readonly remount: (times: number, until: Painted) => Promise<void>;
    };
    usable: Promise<number>;
  }
}

/** A page in a browser of its own cookies and cache, as a person who comes for the first time. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly devTools: CDPSession;
  readonly traffic: () => Traffic;
  readonly close: () => Promise<void>;
}

const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Whoever else is asked has a picture of one point at once: the network must not be measured. */
async function answerForOthers(devTools: CDPSession): Promise<void> {
  await devTools.send('Fetch.enable', { patterns: [{ urlPattern: 'https://*' }] });
  devTools.on('Fetch.requestPaused', ({ requestId }) => {
    const responseHeaders = [{ name: 'content-type', value: 'image/png' }];
    const answer = { requestId, responseCode: 200, responseHeaders, body: PICTURE };
    // The page may be gone by now.
    void devTools.send('Fetch.fulfillRequest', answer).catch(() => {});
  });
}

/** A phone that is not new, against the machine that measures. */
export const SLOWER = 4;

export async function visit(browser: Browser, slower: number): Promise<Visit> {
  const context = await browser.newContext();
  await context.addInitScript({ path: join(import.meta.dirname, 'in-page.js') });
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  await devTools.send('Network.enable');
  await answerForOthers(devTools);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  let traffic: Traffic = { requests: 0, kilobytes: 0, toOthers: 0 };
  devTools.on('Network.requestWillBeSent', ({ request: { url } }) => {
    if (url.startsWith('data:')) return;
    const isToOther = new URL(url).hostname !== 'localhost';
    const { requests, toOthers } = traffic;
    traffic = { ...traffic, requests: requests + 1, toOthers: toOthers + Number(isToOther) };
  });
  devTools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    traffic = { ...traffic, kilobytes: traffic.kilobytes + encodedDataLength / 1e3 };
  });
  return {
    page,
    context,
    devTools,
    traffic: () => ({ ...traffic, kilobytes: round(traffic.kilobytes) }),
    close: () => context.close(),
  };
}

/** Where a page takes what a person types, and where it shows the banks that it has found. */
export const PLACES: Readonly<
  Record<'bare' | Subject, { readonly box: string; readonly row: string }>
> = {
  bare: { box: 'input', row: 'none' },
  ours: { box: 'input[type=search]', row: 'button.atrium-institution' },
  // It shows the box at once, and takes nothing before it has read which banks are popular.
  peer: { box: '#mx-connect-search:not([disabled])', row: '[data-test$="-row"]' },
};

/** Opens a page, and resolves with when so much of it has been painted, since the navigation. */
export async function open({ page }: Visit, url: string, until: Painted): Promise<number> {
  await page.addInitScript((wanted) => {
    // Only in the page itself: a frame of it is not waited for.
    if (window.self === window.top) window.usable = window.bench.painted(wanted);
  }, until);
  await page.goto(url, { waitUntil: 'commit' });
  return page.evaluate(() => window.usable);
}

/** How long the page could not have answered a person: its tasks of 50 ms and more, together. */
export async function longTaskMs({ page }: Visit): Promise<number> {
  const tasks = await page.evaluate(() => window.bench.longTasks);
  return tasks.reduce((total, { duration }) => total + duration, 0);
}

/** What is left after a collection of garbage. */
export async function heapOf({ devTools }: Visit): Promise<Heap> {
  await devTools.send('HeapProfiler.collectGarbage');
  await devTools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devTools.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await devTools.send('Memory.getDOMCounters');
  return { kb: usedSize / 1e3, nodes, listeners: jsEventListeners };
}
