import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../surface/built.ts';

const DOCS = [
  ...readdirSync(ROOT).filter((file) => file.endsWith('.md')),
  ...readdirSync(join(ROOT, 'stories/docs'))
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => `stories/docs/${file}`),
];

/** The paths that `a/{b,c}.ts` stands for. */
function expand(path: string): string[] {
  const [, before, names, after] = /^(.*)\{([^}]+)\}(.*)$/.exec(path) ?? [];
  if (names === undefined) return [path];
  return names.split(',').flatMap((name) => expand(`${before}${name}${after}`));
}

/** The files and folders of the repository that a text names, in code or as a link. */
function pathsIn(text: string): string[] {
  const inCode = text.matchAll(
    /`((?:test|src|stories|scripts|demo|bench|\.github|\.ci)\/[^`\s*]+)`/g,
  );
  const links = text.matchAll(/\]\((?!https?:|#|\?)([^)#]+)/g);
  return [...inCode, ...links].flatMap(([, path = '']) => expand(path));
}

it.each(DOCS)('%s names only files that exist', (doc) => {
  const paths = pathsIn(readFileSync(join(ROOT, doc), 'utf8'));
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
