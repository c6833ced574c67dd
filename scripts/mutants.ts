/**
 * Breaks `domain`, `api` and `server` in every way that Stryker knows, and keeps how much of it
 * the tests have noticed. `npm run mutants -- --mutate 'src/domain/*.ts'` takes some files, and
 * keeps what it finds beside what is known of the others.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { record, recorded } from '../bench/record.ts';
import type { MutatedFile } from '../bench/results.ts';

const ROOT = resolve(import.meta.dirname, '..');

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { status: string }[] }>>;
}

interface Package {
  readonly version: string;
}

const read = (path: string): unknown => JSON.parse(readFileSync(resolve(ROOT, path), 'utf8'));

function countOf(mutants: readonly { readonly status: string }[]): MutatedFile {
  const count = (...statuses: string[]): number =>
    mutants.filter(({ status }) => statuses.includes(status)).length;
  return { noticed: count('Killed', 'Timeout'), unnoticed: count('Survived', 'NoCoverage') };
}

const wanted = process.argv.slice(2);
const { status } = spawnSync('stryker', ['run', ...wanted], {
  cwd: ROOT,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (status !== 0) process.exit(status ?? 1);
// A part of a file says nothing of the whole.
if (wanted.some((word) => /:\d/.test(word))) process.exit();
const { files } = read('mutants/report.json') as Report;
const found = Object.entries(files).map(([path, { mutants }]) => [path, countOf(mutants)] as const);
const known = { ...recorded().mutants?.files, ...Object.fromEntries(found) };
const sorted = Object.entries(known)
  .filter(([, { noticed, unnoticed }]) => noticed + unnoticed > 0)
  .toSorted(([one], [other]) => one.localeCompare(other));
const { version } = read('node_modules/@stryker-mutator/core/package.json') as Package;
await record('mutants', { files: Object.fromEntries(sorted) }, { Stryker: version });
