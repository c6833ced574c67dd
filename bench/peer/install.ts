import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where nothing else of this repository looks for packages. */
export const PEER_FOLDER: string = resolve(import.meta.dirname, '../../dist-bench/peer');

const WANTED = join(import.meta.dirname, 'widget/package.json');
const WIDGET = '@mxenabled/connect-widget';

interface Package {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const read = (file: string): Package => JSON.parse(readFileSync(file, 'utf8')) as Package;

const installed = (name: string): string | undefined => {
  const file = join(PEER_FOLDER, 'node_modules', name, 'package.json');
  return existsSync(file) ? read(file).version : undefined;
};

/**
 * Installs MX's own widget as `widget/package.json` asks for it, the first time, which takes some
 * minutes: 420 MB.
 *
 * @returns The versions of it and of the React that it brings.
 */
export function installPeer(): Readonly<Record<string, string>> {
  if (installed(WIDGET) !== read(WANTED).dependencies[WIDGET]) {
    console.log(`Installing ${WIDGET} …`);
    mkdirSync(PEER_FOLDER, { recursive: true });
    copyFileSync(WANTED, join(PEER_FOLDER, 'package.json'));
    const { status } = spawnSync(
      'npm',
      ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'],
      { cwd: PEER_FOLDER, stdio: 'inherit', shell: process.platform === 'win32' },
    );
    if (status !== 0) throw new Error(`${WIDGET} could not be installed.`);
  }
  return {
    [WIDGET]: installed(WIDGET) ?? 'unknown',
    'its React': installed('react') ?? 'unknown',
  };
}
