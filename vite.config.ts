import { defineConfig } from 'vitest/config';
import type { TestProjectInlineConfiguration, ViteUserConfig } from 'vitest/config';
import { launchOptions } from './scripts/browser.ts';

/** Where .ci/run wants each runner's results, to count them. */
const reports = process.env['TEST_REPORTS'];

const unit: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'unit',
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/consumers/projects/**'],
    environment: 'node',
    restoreMocks: true,
    // One core is usually left free for the person who watches, which halves the speed of two.
    maxWorkers: '100%',
    // Time is no test's subject: a busy machine may take as long as it needs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
};

async function stories(): Promise<TestProjectInlineConfiguration> {
  const [{ storybookTest }, { playwright }] = await Promise.all([
    import('@storybook/addon-vitest/vitest-plugin'),
    import('@vitest/browser-playwright'),
  ]);
  return {
    extends: true,
    plugins: [storybookTest({ configDir: '.storybook' })],
    test: {
      name: 'stories',
      testTimeout: 60_000,
      maxWorkers: '100%',
      setupFiles: ['test/accessibility/every-story.ts'],
      browser: {
        enabled: true,
        headless: true,
        provider: playwright({ launchOptions }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
}

/** Stories are tests only where scripts/with-browser.ts found a browser: loading Storybook costs a second. */
const hasBrowser = launchOptions.executablePath !== undefined;

export default defineConfig(async (): Promise<ViteUserConfig> => ({
  test: {
    // The server prints what a host has to fix. test/server/host-mistakes.test.ts looks at it.
    onConsoleLog: (log) => !log.startsWith('react-atrium-connect/server: '),
    projects: hasBrowser ? [unit, await stories()] : [unit],
    reporters: reports
      ? ['default', ['json', { outputFile: `${reports}/vitest-${process.pid}.json` }]]
      : ['default'],
  },
}));
