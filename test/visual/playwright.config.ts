import { defineConfig } from '@playwright/test';
import { launchOptions } from '../../scripts/browser.ts';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/visual',
  snapshotPathTemplate: '{testDir}/baselines/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  reporter: 'dot',
  expect: { timeout: 15_000, toHaveScreenshot: { maxDiffPixels: 20, threshold: 0.05 } },
  use: { browserName: 'chromium', launchOptions, deviceScaleFactor: 1, locale: 'en' },
});
