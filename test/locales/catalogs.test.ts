import { describe, expect, it } from 'vitest';
import { CONNECTION_STATUSES } from '../../src/domain/status.ts';
import { statusMessage } from '../../src/domain/status-message.ts';
import {
  CATALOGS,
  KEYS,
  MODULES,
  PLURALS,
  TRANSLATIONS,
  baseOf,
  isPlural,
  placeholdersOf,
  textsOf,
} from './every-locale.ts';

const english = CATALOGS['en'] ?? {};

it('every language that is shipped is looked at here', () => {
  expect(Object.keys(CATALOGS)).toEqual(MODULES);
});

describe.each(TRANSLATIONS)('%s', (tag) => {
  const catalog = CATALOGS[tag] ?? {};
  const rules = new Intl.PluralRules(tag);
  const forms = rules.resolvedOptions().pluralCategories;

  it('has a text for every key, and no other', () => {
    const plain = (keys: readonly string[]) => keys.filter((key) => !isPlural(key)).toSorted();
    expect(plain(Object.keys(catalog))).toEqual(plain(KEYS));
  });

  it.each(PLURALS)('has every plural form of %s that the language knows', (base) => {
    const has = Object.keys(catalog).filter((key) => isPlural(key) && baseOf(key) === base);
    expect(has.toSorted()).toEqual(forms.map((form) => `${base}.${form}`).toSorted());
  });

  it.each(PLURALS)('says the number in every form of %s that several numbers share', (base) => {
    const shared = forms.filter((form) => numbersIn(rules, form).length !== 1);
    for (const form of shared) {
      expect(placeholdersOf(catalog[`${base}.${form}`])).toEqual(['{count}']);
    }
  });

  it.each(textsOf(tag))('keeps the placeholders of %s', (key, text) => {
    const placeholders = placeholdersOf(text);
    const wanted = isPlural(key) ? ['{count}'] : placeholdersOf(english[key]);
    // A form for one number alone may say it in words.
    expect(isPlural(key) && placeholders.length === 0 ? wanted : placeholders).toEqual(wanted);
  });

  it('leaves no text in English', () => {
    const same = textsOf(tag).filter(([key, text]) => text === english[key]);
    expect(same).toEqual([]);
  });

  it.each(CONNECTION_STATUSES)(
    'words %s with and without a name, as far as the API does',
    (status) => {
      const named = statusMessage(status, { institutionName: 'Öst–Väst', messages: catalog });
      const unnamed = statusMessage(status, { messages: catalog });
      const original = statusMessage(status, { institutionName: 'Öst–Väst' });
      expect(named?.includes('Öst–Väst')).toBe(original?.includes('Öst–Väst'));
      expect(unnamed?.includes(catalog['institution.unnamed'] ?? '')).toBe(
        named?.includes('Öst–Väst'),
      );
      expect(`${named} ${unnamed}`).not.toMatch(/[{}]/);
    },
  );
});

/** The whole numbers to 200 that take a plural form. */
const numbersIn = (rules: Intl.PluralRules, form: string): number[] =>
  Array.from({ length: 200 }, (_, number) => number).filter((one) => rules.select(one) === form);
