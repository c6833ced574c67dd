import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const ROOT: string = resolve(import.meta.dirname, '../..');
export const DIST: string = resolve(ROOT, 'dist');

/** These tests look at what is shipped, which only a build makes. */
export function requireBuild(): void {
  if (!existsSync(resolve(DIST, 'index.js'))) {
    throw new Error('There is no build to look at: run `npm run build` first.');
  }
}

interface Manifest {
  readonly name: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { types: string; default: string }>>;
}

export const manifest: Manifest = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8'));

/** Every file that an entry points to. */
export const shippedFiles: string[] = Object.values(manifest.exports).flatMap((target) =>
  typeof target === 'string' ? [target] : Object.values(target),
);

/** The entries that are modules: `.`, `./core`, … */
export const moduleEntries: string[] = Object.entries(manifest.exports)
  .filter(([, target]) => typeof target === 'object' && target.default.endsWith('.js'))
  .map(([entry]) => entry);

/** `./core` → `react-atrium-connect/core`. */
export const specifierOf = (entry: string): string => manifest.name + entry.slice(1);
