/** Bundles as a host's build would: minified, with the peer dependencies left to the host. */
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';

const root = resolve(import.meta.dirname, '..');

export interface Bundle {
  readonly text: string;
  /** The modules that went in, relative to the repository, with forward slashes. */
  readonly inputs: readonly string[];
  /** How many characters each of them has in the text. */
  readonly lengths: Readonly<Record<string, number>>;
  readonly gzippedBytes: number;
}

/** Leaves out what a page loads only once it is used. */
const withoutLater: Plugin = {
  name: 'without what is loaded later',
  setup(bundling) {
    bundling.onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/** @param source - A module that imports the built package by its name. */
export async function bundle(
  source: string,
  platform: 'browser' | 'node' = 'browser',
  extent: 'all' | 'at-once' = 'all',
): Promise<Bundle> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: source, resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    plugins: extent === 'all' ? [] : [withoutLater],
    external: ['react', 'react-dom', '@tanstack/react-query'],
    logLevel: 'silent',
  });
  const text = outputFiles.map((file) => file.text).join('');
  const parts = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return {
    text,
    inputs: Object.keys(metafile.inputs),
    lengths: Object.fromEntries(parts.map(([path, { bytesInOutput }]) => [path, bytesInOutput])),
    gzippedBytes: gzippedBytes(text),
  };
}

export const gzippedBytes = (text: string): number => gzipSync(text, { level: 9 }).byteLength;
