import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { PROPERTIES } from './properties.ts';

// `npm run fuzz` does the same for as long as it is told, from another place each time.
it.each(Object.entries(PROPERTIES))('%s holds, whatever comes', async (_name, property) => {
  const { failed, numRuns } = await fc.check(property, { numRuns: 150, seed: 7 });
  expect({ failed, numRuns }).toEqual({ failed: false, numRuns: 150 });
});
