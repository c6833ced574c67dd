/** Compares pictures of the galleries with test/visual/baselines, or takes these anew with --accept. */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const BASELINES = resolve(import.meta.dirname, '../test/visual/baselines');
const MOST_BYTES = 10_000_000;

function run(command: string, ...args: string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

if (process.platform !== 'linux') {
  console.log('The pictures to compare with are of Chromium on Linux: nothing was compared here.');
  process.exit();
}

const isAccepting = process.argv.includes('--accept');

run('storybook', 'build', '--quiet', '--disable-telemetry', '--output-dir', 'storybook-static');
if (isAccepting) rmSync(BASELINES, { recursive: true, force: true });
run(
  'playwright',
  'test',
  '--config=test/visual/playwright.config.ts',
  `--update-snapshots=${isAccepting ? 'all' : 'none'}`,
);

const pictures = readdirSync(BASELINES);
const bytes = pictures.reduce((sum, name) => sum + statSync(join(BASELINES, name)).size, 0);
console.log(`${pictures.length} pictures, ${(bytes / 1_000_000).toFixed(1)} MB.`);
if (bytes > MOST_BYTES) {
  console.error('That is more than 10 MB, too much for git: make the galleries smaller.');
  process.exitCode = 1;
}
