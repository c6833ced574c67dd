import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'postcss';
import { describe, expect, it } from 'vitest';
import { appearanceProperties } from '../../src/widget/appearance-properties.ts';
import { parts } from '../../stories/theming/parts.ts';

const STORIES = resolve(import.meta.dirname, '../../stories');

/** The CSS that hosts are shown: in samples, and in whole themes. */
const sheets = ['docs/samples', 'theming'].flatMap((folder) =>
  readdirSync(join(STORIES, folder))
    .filter((file) => file.endsWith('.css'))
    .map((file): [string, string] => [file, readFileSync(join(STORIES, folder, file), 'utf8')]),
);

describe.each(sheets)('%s, as a host would write it', (_file, css) => {
  it('sets properties that there are, and no private one', () => {
    const names = new Set(css.match(/--(?:atrium-|_)[\w-]*/g));
    expect([...names].filter((name) => !(name in appearanceProperties))).toEqual([]);
  });

  it('touches classes and states that there are', () => {
    parse(css).walkRules(({ selector }) => {
      const classes = [...selector.matchAll(/\.(atrium-[a-z-]+)/g)].map(([, name = '']) => name);
      expect(classes.filter((name) => !(name in parts))).toEqual([]);
      const data = classes.flatMap((name) => Object.entries(parts[name]?.data ?? {}));
      for (const [, name, value = ''] of selector.matchAll(/\[(data-[a-z-]+)='([a-z-]+)'\]/g)) {
        const known = data.some(([one, values]) => one === name && values.includes(value));
        expect(known, `${selector} asks for a state that there is not`).toBe(true);
      }
    });
  });
});
