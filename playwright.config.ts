import { defineConfig } from '@playwright/test';
import type { PlaywrightTestProject } from '@playwright/test';
import { launchOptions } from './scripts/browser.ts';
import type { DemoOptions } from './test/e2e/bank.ts';

const port = Number(process.env['PORT'] ?? 41730);
const sandboxPort = Number(process.env['SANDBOX_PORT'] ?? 41731);

/** Each API has a demo of its own; the second one's ports follow two after the first one's. */
const demos = {
  atrium: { port, sandboxPort },
  platform: { port: port + 2, sandboxPort: sandboxPort + 2 },
} as const;

type Api = keyof typeof demos;

const isWhole = process.env['E2E'] === 'whole';

const origin = (at: number): string => `http://localhost:${at}`;

/**
 * What is the same whichever API is spoken: how the page looks and sounds, its way to the bank's,
 * and what is built on answers that the proxy's own tests hold to be the same from either API.
 */
const SAME_ON_BOTH = [
  'accessibility-*',
  'oauth-*',
  '{challenges,forms,hostile,members,policy,polling,repair,secrets,statuses}.spec.ts',
];

/** Atrium has no errors of members, and no accounts kept by hand. */
const WHOLE_WITHOUT: Readonly<Record<Api, string[]>> = { atrium: ['platform/**'], platform: [] };

const ONCE_ELSEWHERE: Readonly<Record<Api, string[]>> = {
  atrium: ['live.spec.ts'],
  platform: SAME_ON_BOTH,
};

/**
 * On one API the page asks for news and on the other it is told, so that either way is walked
 * through; `live.spec.ts` and `polling.spec.ts` walk theirs. `npm run e2e:whole` runs
 * every test on both APIs; `npm test` runs what cannot differ on one, which saves half its time.
 */
const project = (api: Api, news: DemoOptions['news']): PlaywrightTestProject<DemoOptions> => ({
  name: api,
  // Nothing is said twice, unless all of it is asked for.
  testIgnore: isWhole ? WHOLE_WITHOUT[api] : [...WHOLE_WITHOUT[api], ...ONCE_ELSEWHERE[api]],
  use: {
    api,
    news,
    baseURL: origin(demos[api].port),
    sandboxOrigin: origin(demos[api].sandboxPort),
  },
});

const webServer = (api: Api) => ({
  command: 'node --import tsx demo/start.ts',
  url: origin(demos[api].port),
  env: {
    MX_API: api,
    PORT: String(demos[api].port),
    SANDBOX_PORT: String(demos[api].sandboxPort),
  },
  reuseExistingServer: false,
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 5_000 },
});

/** Where .ci/run wants each runner's results, to count them. */
const reports = process.env['TEST_REPORTS'];

export default defineConfig<DemoOptions>({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  // Tests wait for the bank far more than they compute.
  workers: 4,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: reports ? [['list'], ['json', { outputFile: `${reports}/playwright.json` }]] : 'list',
  use: {
    browserName: 'chromium',
    // Without a graphics card, drawing the spinner costs as much as all the rest of a test.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions,
    trace: 'retain-on-failure',
  },
  projects: [project('atrium', 'polling'), project('platform', 'live')],
  webServer: [webServer('atrium'), webServer('platform')],
});
