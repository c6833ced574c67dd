// @vitest-environment jsdom
import { cleanup } from '@testing-library/react';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeTime } from '../hooks/world.tsx';
import { walk, type WalkEnd } from './walk.ts';

// Set by scripts/walks.ts, which walks farther, and again.
const { WALKS = '12', WALK_SEED: seed, WALK_PATH: path } = process.env;
const numRuns = Number(WALKS);

beforeEach(fakeTime);
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Each number chooses one of the things that a person can do at that point. */
const choices = fc.array(fc.nat(65_535), { minLength: 4, maxLength: 24, size: 'max' });

it(
  'whatever a person does, it ends connected, at a message with a next step, or closed by them',
  async () => {
    const ends = new Map<WalkEnd, number>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('link', 'popup'), choices, async (mode, way) => {
        const end = await walk(mode, way);
        ends.set(end, (ends.get(end) ?? 0) + 1);
      }),
      { numRuns, ...(seed && { seed: Number(seed) }), ...(path && { path }) },
    );
    console.log(Object.fromEntries(ends));
    expect(ends.size).toBeGreaterThan(0);
  },
  numRuns * 20_000,
);
