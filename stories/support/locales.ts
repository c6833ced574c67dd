import { directionOf, type Direction } from '../../src/domain/direction.ts';
import { ar } from '../../src/locales/ar.ts';
import { de } from '../../src/locales/de.ts';
import { en } from '../../src/locales/en.ts';
import { es } from '../../src/locales/es.ts';
import { frCA } from '../../src/locales/fr-CA.ts';
import type { Messages } from '../../src/locales/messages.ts';
import { ptBR } from '../../src/locales/pt-BR.ts';
import { enXA } from '../locales/pseudo.ts';

const DEFAULT_LOCALE = 'en';

/** Every language in the toolbar. */
export const catalogs: Readonly<Record<string, Messages>> = {
  [DEFAULT_LOCALE]: en,
  es,
  'fr-CA': frCA,
  de,
  'pt-BR': ptBR,
  ar,
  'en-XA': enXA,
};

/** What a language is called by those who speak it. */
export function nameOf(tag: string): string {
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
}

/** A language as a host would set it. */
interface HostLanguage {
  readonly lang: string;
  readonly direction: Direction;
  /** For a provider: nothing for the default language, so that the page decides on the direction. */
  readonly words: { readonly locale?: string; readonly messages?: Messages };
}

/** The language chosen in the toolbar. */
export function languageOf(chosen: unknown): HostLanguage {
  const lang = String(chosen);
  const messages = catalogs[lang];
  return messages === undefined || lang === DEFAULT_LOCALE
    ? { lang: DEFAULT_LOCALE, direction: directionOf(DEFAULT_LOCALE), words: {} }
    : { lang, direction: directionOf(lang), words: { locale: lang, messages } };
}
