/**
 * Measures, and keeps what was found: `npm run bench` everything, in about three quarters of an
 * hour, and `npm run bench -- streams` one part of it. With `--quick` what it finds is shown and
 * not kept. Only on a machine that does nothing else do the figures mean much.
 */
import { chromium } from 'playwright';
import type { Browser } from 'playwright';
import { builtPage } from '../demo/page.ts';
import { launchOptions } from '../scripts/browser.ts';
import { measureGrowth } from './growth.ts';
import { redisVersion } from './machine.ts';
import { installPeer } from './peer/install.ts';
import { measurePeer } from './peer/side-by-side.ts';
import { measureProxyLoad } from './proxy-load.ts';
import { isQuick } from './quick.ts';
import { record } from './record.ts';
import { measureRedis } from './redis.ts';
import { measureRequests } from './requests.ts';
import type { Part } from './results.ts';
import { measureScreen } from './screen.ts';
import { measureStreams } from './streams.ts';
import { measureThroughput } from './throughput.ts';

type Measure = (browser: Browser, versions: Readonly<Record<string, string>>) => Promise<void>;

async function withDemo(measure: Measure): Promise<void> {
  await builtPage();
  await withBrowser(measure);
}

async function withBrowser(measure: Measure): Promise<void> {
  const browser = await chromium.launch(launchOptions);
  try {
    await measure(browser, { Chromium: browser.version() });
  } finally {
    await browser.close();
  }
}

/** What breaks the code to see the tests fail takes hours, and has a command of its own. */
type Measured = Exclude<Part, 'mutants'>;

const PARTS: Readonly<Record<Measured, () => Promise<void>>> = {
  throughput: async () => record('throughput', await measureThroughput()),
  streams: async () => record('streams', await measureStreams()),
  redis: async () => {
    const redis = redisVersion();
    if (redis === undefined) {
      console.error('Left out: there is no redis-server here. Install Redis to measure this part.');
      return;
    }
    await withDemo(async (browser, versions) =>
      record('redis', await measureRedis(browser), { ...versions, Redis: redis }),
    );
  },
  screen: () =>
    withDemo(async (browser, versions) => record('screen', await measureScreen(browser), versions)),
  requests: () =>
    withDemo(async (browser, versions) =>
      record('requests', await measureRequests(browser), versions),
    ),
  peer: async () => {
    const installed = installPeer();
    await withBrowser(async (browser, versions) =>
      record('peer', await measurePeer(browser), { ...versions, ...installed }),
    );
  },
  growth: () =>
    withBrowser(async (browser, versions) =>
      record('growth', await measureGrowth(browser), versions),
    ),
  'proxy-load': async () => record('proxy-load', await measureProxyLoad()),
};

const isPart = (name: string): name is Measured => Object.hasOwn(PARTS, name);

const wanted = process.argv.slice(2).filter((word) => word !== '--quick');
const unknown = wanted.filter((name) => !isPart(name));
if (unknown.length > 0) {
  console.error(`There is no part of this name. There are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}
for (const part of wanted.length > 0 ? wanted.filter(isPart) : Object.keys(PARTS).filter(isPart)) {
  console.log(`Measuring ${part} …`);
  await PARTS[part]();
}
if (!isQuick) console.log('Done: see bench/RESULTS.md.');
