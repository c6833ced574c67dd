import { defineConfig } from 'vitest/config';

/** The tests that mutants are tried on: those of the rooms that are mutated, which need no page and no Redis. */
export default defineConfig({
  test: {
    include: ['test/{domain,api,server}/**/*.test.ts'],
    exclude: ['test/server/redis/**'],
    testTimeout: 10_000,
  },
});
