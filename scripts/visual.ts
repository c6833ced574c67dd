/**
 * Compares pictures of the galleries with test/visual/baselines, or with --accept takes the new
 * ones for right. Other arguments are Playwright's.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, parse, relative, resolve } from 'node:path';
import { chromium } from 'playwright';
import sharp from 'sharp';
import { DIFFERENCES, galleries, LOCALES, picturesOf, UNPACKED } from '../test/visual/pictures.ts';
import { launchOptions } from './browser.ts';

const BASELINES = resolve(import.meta.dirname, '../test/visual/baselines');
const TAKEN_WITH = join(BASELINES, 'chromium-version');
const MOST_BYTES = 5_000_000;

const run = (command: string, ...args: string[]): number =>
  spawnSync(command, args, { stdio: 'inherit' }).status ?? 1;

/** Lossless WebP, which is a seventh of the PNG that a browser makes. */
const packed = (): string[] => readdirSync(BASELINES).filter((file) => file.endsWith('.webp'));

async function unpack(): Promise<void> {
  rmSync(UNPACKED, { recursive: true, force: true });
  mkdirSync(UNPACKED, { recursive: true });
  for (const file of packed()) {
    await sharp(join(BASELINES, file))
      .png()
      .toFile(join(UNPACKED, `${parse(file).name}.png`));
  }
}

/** Keeps what was taken since, and nothing of a gallery that is no more. */
async function pack(since: number): Promise<void> {
  for (const file of readdirSync(UNPACKED)) {
    const path = join(UNPACKED, file);
    if (statSync(path).mtimeMs < since) continue;
    await sharp(path)
      .webp({ lossless: true, effort: 6 })
      .toFile(join(BASELINES, `${parse(file).name}.webp`));
  }
  const names = galleries().flatMap((gallery) =>
    LOCALES.flatMap((locale) => picturesOf(gallery, locale).map(({ name }) => `${name}.webp`)),
  );
  for (const file of packed()) {
    if (!names.includes(file)) rmSync(join(BASELINES, file));
  }
}

async function chromiumVersion(): Promise<string> {
  const browser = await chromium.launch(launchOptions);
  const version = browser.version();
  await browser.close();
  return version;
}

if (process.platform !== 'linux') {
  console.log('The pictures to compare with are of Chromium on Linux: nothing was compared here.');
  process.exit();
}

const isAccepting = process.argv.includes('--accept');
const args = process.argv.slice(2).filter((arg) => arg !== '--accept');

if (run('npm', 'run', '--silent', 'storybook:build') !== 0) process.exit(1);
await unpack();
const start = Date.now();
const status = run(
  'playwright',
  'test',
  '--config=test/visual/playwright.config.ts',
  ...(isAccepting
    ? ['--update-snapshots=changed', 'galleries.spec.ts']
    : ['--update-snapshots=none']),
  ...args,
);
const version = await chromiumVersion();

if (status === 0 && isAccepting) {
  await pack(start);
  writeFileSync(TAKEN_WITH, `${version}\n`);
}
const bytes = packed().reduce((sum, file) => sum + statSync(join(BASELINES, file)).size, 0);
console.log(`${packed().length} pictures, ${(bytes / 1_000_000).toFixed(1)} MB.`);

if (status !== 0) {
  const before = readFileSync(TAKEN_WITH, 'utf8').trim();
  console.error(
    `Where a picture differs, ${relative('.', DIFFERENCES)}/*/*-diff.png shows in red what; if it is meant so, take it for right with \`npm run test:visual:accept\` and commit it.`,
  );
  if (version !== before) {
    console.error(
      `The pictures to compare with were taken with Chromium ${before}, and this is ${version}: the reason may be its update.`,
    );
  }
} else if (bytes > MOST_BYTES) {
  console.error('That is more than 5 MB, too much for git to keep: make the galleries smaller.');
}
process.exitCode = status || Number(bytes > MOST_BYTES);
