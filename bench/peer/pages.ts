import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PEER_FOLDER } from './install.ts';

const PAGES_FOLDER = resolve(import.meta.dirname, '../../dist-bench/pages');

export type PageName = 'bare' | 'ours' | 'peer' | 'growth';

const inPeerFolder = join(PEER_FOLDER, 'node_modules');

/** MX's own widget and the React that it is made for, from where they are installed. */
const PEER_ALIASES = [
  { find: '@mxenabled/connect-widget', replacement: `${inPeerFolder}/@mxenabled/connect-widget` },
  { find: /^(react|react-dom)(?=\/|$)/, replacement: `${inPeerFolder}/$1` },
];

/** Builds pages as a host would for its users, each by itself, so that none pays for another. */
export async function buildPages(names: readonly PageName[]): Promise<void> {
  const { build } = await import('vite');
  const root = join(import.meta.dirname, 'page');
  for (const name of names) {
    await build({
      configFile: false,
      root,
      base: `/${name}/`,
      logLevel: 'error',
      resolve: { alias: name === 'peer' ? PEER_ALIASES : [] },
      build: {
        outDir: join(PAGES_FOLDER, name),
        emptyOutDir: true,
        rolldownOptions: { input: join(root, `${name}.html`) },
        chunkSizeWarningLimit: Infinity,
        modulePreload: { polyfill: false },
        cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      },
    });
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** One file of a page, as it is sent. */
export interface PageFile {
  readonly type: string;
  /** Compressed once and as well as gzip can, so that no measurement waits for it. */
  readonly gzipped: Buffer<ArrayBuffer>;
}

/** Everything that was built, by its address. */
export function builtFiles(): ReadonlyMap<string, PageFile> {
  const paths = readdirSync(PAGES_FOLDER, { recursive: true, encoding: 'utf8' });
  return new Map(
    paths
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => extname(path) in TYPES)
      .map((path) => [
        `/${path.replace(/\/\w+\.html$/, '/')}`,
        {
          type: TYPES[extname(path)] ?? '',
          gzipped: gzipSync(readFileSync(join(PAGES_FOLDER, path)), { level: 9 }),
        },
      ]),
  );
}
