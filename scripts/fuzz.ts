/**
 * Throws random requests and answers at the proxy, the receiver of webhooks, the client and the
 * parsers: npm run fuzz -- [--seconds 60] [--seed a seed that a run has printed]
 */
import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import { PROPERTIES } from '../test/fuzz/properties.ts';

/** In one go, after which what has piled up in memory is let go. */
const RUNS = 2_000;
/** How the seconds are shared out. */
const SHARES: Readonly<Record<string, number>> = { proxy: 0.6 };

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string' } },
});
const seconds = Number(values.seconds);
const first = values.seed === undefined ? Date.now() & 0x7fff_ffff : Number(values.seed);
if (!(seconds > 0 && Number.isInteger(first))) {
  console.error('Usage: npm run fuzz -- [--seconds a number above 0] [--seed a whole number]');
  process.exit(1);
}

console.log(`Seed ${first}, ${seconds} seconds.`);
const names = Object.keys(PROPERTIES);
const rest = names.filter((name) => SHARES[name] === undefined).length;
for (const [name, property] of Object.entries(PROPERTIES)) {
  const until = performance.now() + seconds * 1_000 * (SHARES[name] ?? 0.4 / rest);
  let runs = 0;
  for (let seed = first; performance.now() < until; seed += 1) {
    const interruptAfterTimeLimit = Math.max(1, until - performance.now());
    const details = await fc.check(property, { seed, numRuns: RUNS, interruptAfterTimeLimit });
    runs += details.numRuns;
    if (details.counterexample !== null) {
      console.error(`${name} fails with seed ${seed}:\n${fc.defaultReportMessage(details)}`);
      process.exit(1);
    }
  }
  console.log(`${name}: ${runs} runs, nothing found.`);
}
