import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import results from '../../bench/results.json' with { type: 'json' };

const { peer } = results;

const rows = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const found = (...values: readonly number[]): readonly string[] =>
  values.map((value) => value.toLocaleString('en'));

it.each<[string, readonly string[]]>([
  [
    'a search box that takes input, after ms',
    found(peer.usableMs.ours.median, peer.usableMs.peer.median, peer.usableMs.bare.median),
  ],
  [
    'KB sent until then, gzipped',
    found(peer.sent.ours.kilobytes, peer.sent.peer.kilobytes, peer.sent.bare.kilobytes),
  ],
  [
    'from an answer to 100 banks on screen, ms',
    found(peer.rowsMs['100'].ours.median, peer.rowsMs['100'].peer.median),
  ],
  [
    'requests in ten minutes of a stuck bank',
    found(peer.stuck.ours.requests, peer.stuck.peer.requests),
  ],
])('README says of “%s” what was measured', (what, values) => {
  const [, ...said] = rows.find(([first]) => first === what) ?? [];
  expect(said.filter((cell) => cell !== '')).toEqual(values);
});
