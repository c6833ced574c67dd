import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const FOLDER = resolve(import.meta.dirname, '../../stories/docs');
const SAMPLES = readdirSync(join(FOLDER, 'samples'));
const PAGES = readdirSync(FOLDER).filter((file) => file.endsWith('.mdx'));
const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

/** Samples that others import and no page shows. */
const UNSHOWN = ['session.ts'];

it.each(PAGES)('every sample of code in %s is a file that is compiled', (page) => {
  const fences = [...read(page).matchAll(/^```(\w*)$/gm)].map(([, language]) => language);
  expect(fences.filter((language) => language !== '' && language !== 'sh')).toEqual([]);
});

it.each(PAGES)('%s shows what it imports', (page) => {
  const text = read(page);
  const imported = [...text.matchAll(/^import (\w+) from '\.\/samples\/([\w.-]+)\?raw';$/gm)];
  for (const [, name, file] of imported) {
    expect(text).toContain(`<Sample code={${name}} file="${file}" />`);
  }
});

it('shows every sample on some page', () => {
  const all = PAGES.map(read).join('\n');
  expect(SAMPLES.filter((file) => !all.includes(`file="${file}"`))).toEqual(UNSHOWN);
});

it.each(PAGES)('%s links to pages and stories that there are', (page) => {
  const ids = [...read(page).matchAll(/\?path=\/(?:docs|story)\/([\w-]+)--[\w-]+/g)];
  const titles = new Set(
    storyTitles().map((title) => title.toLowerCase().replace(/[^a-z0-9]+/g, '-')),
  );
  for (const [, id] of ids) expect(titles).toContain(id);
});

/** The titles of all pages and story files. */
function storyTitles(): string[] {
  const stories = resolve(FOLDER, '..');
  return readdirSync(stories, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(mdx|stories\.tsx)$/.test(file))
    .flatMap(
      (file) =>
        /title(?:=|: )["']([^"']+)["']/.exec(readFileSync(join(stories, file), 'utf8'))?.[1] ?? [],
    );
}
