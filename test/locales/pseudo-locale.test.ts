import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { enXA, pseudo } from '../../stories/locales/pseudo.ts';
import { CATALOGS, placeholdersOf } from './every-locale.ts';

const STORIES = resolve(import.meta.dirname, '../../stories');

describe('the pseudo-locale', () => {
  it('is made of English by accents, growth and brackets', () => {
    expect(pseudo('Sign in to {institution}')).toBe('⟦Šííğñ ííñ ţóó {institution}·······⟧');
  });

  it.each(Object.entries(enXA))(
    'makes %s longer by 40 %%, and keeps its placeholders',
    (key, text) => {
      const english = CATALOGS['en']?.[key] ?? '';
      expect(text.length).toBeGreaterThanOrEqual(english.length * 1.4);
      expect(placeholdersOf(text)).toEqual(placeholdersOf(english));
      expect(text.replaceAll(/\{\w+\}/g, '')).not.toMatch(/[a-z]/i);
    },
  );

  it('has a story for every component that has any', () => {
    const source = readFileSync(resolve(STORIES, 'locales/pseudo-locale.stories.tsx'), 'utf8');
    const shown = [...source.matchAll(/everyStateOf\('([\w-]+)'/g)].map(([, file]) => file);
    const files = readdirSync(resolve(STORIES, 'components'))
      .filter((file) => file.endsWith('.stories.tsx'))
      .map((file) => file.replace('.stories.tsx', ''));
    expect(shown).toEqual(files.toSorted());
  });
});
