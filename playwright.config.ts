import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/browser.ts';

const port = process.env['PORT'] ?? '41730';
const sandboxPort = process.env['SANDBOX_PORT'] ?? '41731';
const baseURL = `http://localhost:${port}`;

/** Where .ci/run wants each runner's results, to count them. */
const reports = process.env['TEST_REPORTS'];

export default defineConfig({
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
    baseURL,
    // Without a graphics card, drawing the spinner costs as much as all the rest of a test.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions,
    trace: 'retain-on-failure',
  },
  webServer: {
    command: 'node --import tsx demo/start.ts',
    url: baseURL,
    env: { PORT: port, SANDBOX_PORT: sandboxPort },
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
