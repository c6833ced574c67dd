import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { report } from '../../bench/report.ts';
import results from '../../bench/results.json' with { type: 'json' };
import { pairOf, spreadOf } from '../../bench/statistics.ts';

it('writes RESULTS.md from results.json and from nothing else', async () => {
  const filepath = resolve(import.meta.dirname, '../../bench/RESULTS.md');
  const style = await resolveConfig(filepath);
  const written = await format(report(results), { ...style, filepath });
  expect(readFileSync(filepath, 'utf8')).toBe(written);
});

it('sums measurements up by values that were measured, to three figures', () => {
  const oneToForty = Array.from({ length: 40 }, (_, index) => index + 1).toReversed();
  expect(spreadOf(oneToForty)).toEqual({ count: 40, min: 1, median: 20, p95: 38, max: 40 });
  expect(spreadOf([1_234.5])).toEqual({
    count: 1,
    min: 1_230,
    median: 1_230,
    p95: 1_230,
    max: 1_230,
  });
  expect(() => spreadOf([])).toThrow(RangeError);
});

it('compares two things run by run, and never the best of one with the worst of another', () => {
  const { ours, peer, ratio } = pairOf([10, 20, 40], [40, 40, 120]);
  expect([ours.median, peer.median]).toEqual([20, 40]);
  expect(ratio).toMatchObject({ count: 3, min: 2, median: 3, max: 4 });
  expect(() => pairOf([1, 2], [1])).toThrow(RangeError);
});
