/**
 * Installs the packed tarball into projects such as hosts have, outside of this repository, and
 * tries each: `npm run consumers` all of them, `npm run consumers -- next express` those named.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { launchOptions } from '../../scripts/browser.ts';
import { pack } from '../../scripts/pack.ts';
import { CONSUMERS } from './consumers.ts';
import type { Consumer, World } from './consumer.ts';
import { openProject } from './project.ts';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !CONSUMERS.some((consumer) => consumer.name === name));
if (unknown.length > 0) {
  const names = CONSUMERS.map(({ name }) => name).join(', ');
  console.error(`There is no consumer named ${unknown.join(' or ')}. There are: ${names}.`);
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'atrium-consumers-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

const { filename, size, files } = await pack('--pack-destination', folder);
console.log(`${filename}: ${Math.round(size / 1000)} kB, ${files.length} files`);

const world: World = {
  folder,
  tarball: join(folder, filename),
  browser: await chromium.launch(launchOptions),
};
for (const consumer of CONSUMERS) {
  if (wanted.length === 0 || wanted.includes(consumer.name)) await report(consumer);
}
await world.browser.close();
// Whatever a project has left running would keep this process, too.
process.exit();

async function report(consumer: Consumer): Promise<void> {
  const start = Date.now();
  const problem = await problemOf(consumer);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${consumer.name.padEnd(18)} ${seconds.padStart(6)} s  ${problem ?? 'ok'}`);
  if (problem !== null) process.exitCode = 1;
}

async function problemOf(consumer: Consumer): Promise<string | null> {
  const project = openProject(consumer.name, world);
  try {
    await project.install(consumer.installer);
    await consumer.check(project, world);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    project.remove();
  }
}
