import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { thisMachine } from './machine.ts';
import { isQuick } from './quick.ts';
import { report } from './report.ts';
import type { BenchResults, Part, Parts } from './results.ts';

const RESULTS = join(import.meta.dirname, 'results.json');
const REPORT = join(import.meta.dirname, 'RESULTS.md');

/** Keeps what one part has found beside what the others did, and writes the report anew. */
export async function record<P extends Part>(
  part: P,
  found: Parts[P],
  versions: Readonly<Record<string, string>> = {},
): Promise<void> {
  if (isQuick) {
    console.log(JSON.stringify(found, null, 2));
    return;
  }
  const taken = { on: new Date().toISOString().slice(0, 10), machine: thisMachine(versions) };
  const results: Partial<BenchResults> = { ...recorded(), [part]: { taken, ...found } };
  await write(RESULTS, JSON.stringify(results));
  await write(REPORT, report(results));
}

/** What has been found until now. */
export function recorded(): Partial<BenchResults> {
  return existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : {};
}

async function write(filepath: string, text: string): Promise<void> {
  const style = await resolveConfig(filepath);
  writeFileSync(filepath, await format(text, { ...style, filepath }));
}
