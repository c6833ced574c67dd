import { defineConfig } from '@playwright/test';
import { launchOptions } from '../../scripts/browser.ts';
import { DIFFERENCES, UNPACKED } from './pictures.ts';

export default defineConfig({
  testDir: '.',
  outputDir: DIFFERENCES,
  snapshotPathTemplate: `${UNPACKED}/{arg}{ext}`,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  reporter: 'dot',
  expect: {
    timeout: 15_000,
    // Two runs give the same to the last bit, and 4 % of one colour is less than a threshold of 0.05.
    toHaveScreenshot: { threshold: 0, maxDiffPixels: 0 },
  },
  use: {
    browserName: 'chromium',
    launchOptions: {
      ...launchOptions,
      // A machine's own settings for letters.
      args: [...launchOptions.args, '--font-render-hinting=none', '--disable-lcd-text'],
    },
    deviceScaleFactor: 1,
    locale: 'en',
    timezoneId: 'UTC',
  },
});
