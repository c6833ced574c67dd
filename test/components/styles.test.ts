import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, type Rule } from 'postcss';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');
const COMPONENTS = join(SRC, 'components');

const entry = readFileSync(join(SRC, 'styles.css'), 'utf8');
const sheets = readdirSync(COMPONENTS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file): [string, string] => [
    file.replaceAll('\\', '/'),
    readFileSync(join(COMPONENTS, file), 'utf8'),
  ]);

function rulesOf(css: string): Rule[] {
  const rules: Rule[] = [];
  parse(css).walkRules((rule) => {
    const isFrame = rule.parent?.type === 'atrule' && /keyframes/.test(String(rule.parent));
    if (!isFrame) rules.push(rule);
  });
  return rules;
}

describe.each(sheets)('%s', (file, css) => {
  it('is in the layer', () => {
    expect(entry).toContain(`@import './components/${file}' layer(atrium-connect);`);
  });

  it('has no specificity and touches nothing but our own classes', () => {
    for (const { selector } of rulesOf(css)) {
      expect(selector).toMatch(/^:where\([^]*\)(::before)?$/);
      expect(selector).toMatch(/atrium-|\[data-pictures]/);
    }
  });

  it('knows start and end, not left and right', () => {
    parse(css).walkDecls(({ prop }) => {
      expect(prop).not.toMatch(/(^|-)(left|right|top|bottom)$|^(min-|max-)?(width|height)$/);
    });
  });

  it('fetches nothing, and survives a bundler that writes for older browsers', () => {
    expect(css).not.toMatch(/url\(|data:|light-dark\(\s*#|:dir\(|!important/);
  });
});

describe('the public properties', () => {
  const all = sheets.map(([, css]) => css).join('\n');

  it('are read, with a fallback, and never declared', () => {
    expect(all).not.toMatch(/^\s*--atrium-[a-z-]+\s*:/m);
    for (const [use] of all.matchAll(/var\(\s*--atrium-[^)]*\)/g)) expect(use).toContain(',');
  });

  it('are about thirty, all in one place', () => {
    const names = (css: string) => new Set(css.match(/--atrium-[a-z-]+/g) ?? []);
    const [, base = ''] = sheets.find(([file]) => file === 'parts/base.css') ?? [];
    expect([...names(all)]).toEqual([...names(base)]);
    expect(names(base).size).toBeGreaterThan(25);
    expect(names(base).size).toBeLessThan(36);
  });
});
