import { ar } from '../../src/locales/ar.ts';
import { de } from '../../src/locales/de.ts';
import { en } from '../../src/locales/en.ts';
import { es } from '../../src/locales/es.ts';
import { frCA } from '../../src/locales/fr-CA.ts';
import type { Messages } from '../../src/locales/messages.ts';
import { ptBR } from '../../src/locales/pt-BR.ts';
import { enXA } from '../locales/pseudo.ts';

/** A language that stories can be seen in. */
export interface StoryLocale {
  /** A BCP 47 tag. */
  readonly tag: string;
  /** In its own words. */
  readonly title: string;
  readonly direction: 'ltr' | 'rtl';
  readonly messages: Messages;
}

/** Every language in the toolbar. The first one is the default. */
export const LOCALES: readonly [StoryLocale, ...StoryLocale[]] = [
  { tag: 'en', title: 'English', direction: 'ltr', messages: en },
  { tag: 'es', title: 'Español', direction: 'ltr', messages: es },
  { tag: 'fr-CA', title: 'Français (Canada)', direction: 'ltr', messages: frCA },
  { tag: 'de', title: 'Deutsch', direction: 'ltr', messages: de },
  { tag: 'pt-BR', title: 'Português (Brasil)', direction: 'ltr', messages: ptBR },
  { tag: 'ar', title: 'العربية', direction: 'rtl', messages: ar },
  { tag: 'en-XA', title: 'Pseudo: nothing hard-coded', direction: 'ltr', messages: enXA },
];

/** The language with this tag, or the default. */
export function localeOf(tag: unknown): StoryLocale {
  return LOCALES.find((locale) => locale.tag === tag) ?? LOCALES[0];
}
