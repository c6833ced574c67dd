import { readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { pack } from '../../scripts/pack.ts';
import { manifest, requireBuild, ROOT, shippedFiles } from './built.ts';

let paths: readonly string[] = [];

beforeAll(async () => {
  requireBuild();
  const { files } = await pack('--dry-run');
  paths = files.map(({ path }) => path);
});

const text = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8');

/** Where the maps among the files lead to. */
const mapped = (): string[] =>
  paths
    .filter((path) => path.endsWith('.map'))
    .flatMap((path) => {
      const { sources } = JSON.parse(text(path)) as { readonly sources: readonly string[] };
      return sources.map((source) => posix.join(posix.dirname(path), source));
    });

describe('what is published', () => {
  it('is the build, the sources that its maps lead to, and what one reads first', () => {
    const others = paths.filter((path) => !/^(dist|src)\//.test(path));
    expect(others.toSorted()).toEqual(['LICENSE', 'README.md', 'package.json']);
  });

  it('has every file that an entry points to', () => {
    expect(shippedFiles.filter((file) => !paths.includes(posix.normalize(file)))).toEqual([]);
  });

  it('leads from each declaration to the line that it was made from', () => {
    const declarations = paths.filter((path) => /^dist\/.*(?<!\.css)\.d\.ts$/.test(path));
    expect(declarations.filter((path) => !paths.includes(`${path}.map`))).toEqual([]);
    expect(mapped().filter((source) => !paths.includes(source))).toEqual([]);
  });

  it('refers to no map that is not there', () => {
    const dangling = paths.filter(
      (path) =>
        /^dist\/.*\.(js|ts|css)$/.test(path) &&
        /sourceMappingURL=(\S+)/.test(text(path)) &&
        !paths.includes(`${path}.map`),
    );
    expect(dangling).toEqual([]);
  });

  it('brings neither a test nor a story', () => {
    expect(
      paths.filter((path) => /\.(test|spec|stories)\.|(^|\/)(test|stories)\//.test(path)),
    ).toEqual([]);
  });

  it('runs nothing when it is installed', () => {
    const scripts = Object.keys(manifest.scripts);
    expect(scripts.filter((name) => /^(pre|post)?(install|prepare)$/.test(name))).toEqual([]);
    expect(paths).not.toContain('binding.gyp');
  });
});
