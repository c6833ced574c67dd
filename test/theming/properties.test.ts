import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'postcss';
import { describe, expect, it } from 'vitest';
import { appearanceProperties } from '../../src/widget/appearance-properties.ts';

const css = readFileSync(
  resolve(import.meta.dirname, '../../src/components/parts/base.css'),
  'utf8',
).replaceAll(/\/\*[^]*?\*\//g, '');

/** Everything that each private property may be made of. */
const privates = new Map<string, string[]>();
parse(css).walkDecls(/^--_/, ({ prop, value }) => {
  privates.set(prop, [...(privates.get(prop) ?? []), value]);
});

/** The fallback of each public property, where it is read. */
const fallbacks = new Map<string, string>();
parse(css).walkDecls(({ value }) => {
  const [, name, fallback] = /^var\(\s*(--atrium-[a-z-]+)\s*,\s*([^]*?)\s*\)$/.exec(value) ?? [];
  if (name !== undefined && fallback !== undefined) fallbacks.set(name, fallback);
});

/** The public properties that a value comes down to first. */
function publicIn(value: string, seen: readonly string[] = []): string[] {
  const [, publicName] = /^var\(\s*(--atrium-[a-z-]+)/.exec(value) ?? [];
  if (publicName !== undefined) return [publicName];
  return (value.match(/--_[\w-]+/g) ?? [])
    .filter((name) => !seen.includes(name))
    .flatMap((name) => (privates.get(name) ?? []).flatMap((one) => publicIn(one, [...seen, name])));
}

const table = Object.entries(appearanceProperties);

describe('the table of properties', () => {
  it('names those that the stylesheet reads, and no other', () => {
    expect(table.map(([name]) => name).toSorted()).toEqual([...fallbacks.keys()].toSorted());
  });

  it.each(table)('tells what %s follows while it is not set', (name, { follows }) => {
    const followed = new Set(publicIn(fallbacks.get(name) ?? ''));
    expect([...followed].toSorted()).toEqual(follows.toSorted());
  });

  it.each(table.flatMap(([name, { initial }]) => ('css' in initial ? [[name, initial.css]] : [])))(
    'tells the value of %s while it is not set',
    (name, value) => {
      expect(fallbacks.get(name ?? '')).toBe(value);
    },
  );

  it('lets a host that sets accent, radius and font have all the rest follow', () => {
    const followers = (names: readonly string[]): string[] => {
      const next = table
        .filter(
          ([name, { follows }]) =>
            !names.includes(name) && follows.some((one) => names.includes(one)),
        )
        .map(([name]) => name);
      return next.length === 0 ? [...names] : followers([...names, ...next]);
    };
    expect(followers(['--atrium-color-accent', '--atrium-radius'])).toEqual(
      expect.arrayContaining([
        '--atrium-color-accent-text',
        '--atrium-color-accent-fill',
        '--atrium-color-accent-hover',
        '--atrium-color-on-accent',
        '--atrium-color-focus',
        '--atrium-radius-surface',
      ]),
    );
  });
});
