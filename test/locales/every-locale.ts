import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { ar } from '../../src/locales/ar.ts';
import { de } from '../../src/locales/de.ts';
import { en } from '../../src/locales/en.ts';
import { es } from '../../src/locales/es.ts';
import { frCA } from '../../src/locales/fr-CA.ts';
import { ptBR } from '../../src/locales/pt-BR.ts';

type Texts = Readonly<Record<string, string | undefined>>;

/** Every catalog that is shipped, by its tag. */
export const CATALOGS: Readonly<Record<string, Texts>> = {
  ar,
  de,
  en,
  es,
  'fr-CA': frCA,
  'pt-BR': ptBR,
};

/** The tags of the modules in src/locales. */
export const MODULES: readonly string[] = readdirSync(
  resolve(import.meta.dirname, '../../src/locales'),
)
  .filter((file) => file.endsWith('.ts') && file !== 'messages.ts')
  .map((file) => file.replace('.ts', ''))
  .toSorted();

/** The tags of all catalogs, and of those that are translations. */
export const TAGS: readonly string[] = Object.keys(CATALOGS);
export const TRANSLATIONS: readonly string[] = TAGS.filter((tag) => tag !== 'en');

/** Every key of the English catalog. */
export const KEYS: readonly string[] = Object.keys(en);

const FORM = /\.(zero|one|two|few|many|other)$/;

/** What a plural is called without its form: `search.count`. */
export const baseOf = (key: string): string => key.replace(FORM, '');

/** Every plural of the English catalog. */
export const PLURALS: readonly string[] = KEYS.filter((key) => key.endsWith('.one')).map(baseOf);

/** True for `search.count.few`, and not for `account.other`. */
export const isPlural = (key: string): boolean => FORM.test(key) && PLURALS.includes(baseOf(key));

/** The texts of a catalog, with their keys. */
export const textsOf = (tag: string): [string, string][] =>
  Object.entries(CATALOGS[tag] ?? {}).map(([key, text]) => [key, text ?? '']);

/** The placeholders of a text, once each and in order. */
export const placeholdersOf = (text: string | undefined): string[] =>
  [...new Set((text ?? '').match(/\{\w+\}/g))].toSorted();
