'use client';

import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { common } from '../locales/en/common.ts';
import type { Messages, PluralKey } from '../locales/messages.ts';

/** What fills the placeholders of a text. An institution without a name gets one that reads well. */
export type WordValues = Readonly<Record<string, string | number | null | undefined>>;

/**
 * Hands a text to the host's own i18n. `fallback` is the text that would be shown otherwise,
 * its placeholders filled; return it for a key that you do not have.
 */
export type Translate = (key: string, values: WordValues, fallback: string) => string;

/** How components speak. */
export interface WordsProviderProps {
  /** A BCP 47 tag, for numbers, amounts and plurals. Default: `'en'`. */
  readonly locale?: string | undefined;
  /** Texts in place of the English ones, key by key. A key that is missing falls back to English. */
  readonly messages?: { readonly [Key in keyof Messages]?: Messages[Key] | undefined } | undefined;
  readonly translate?: Translate | undefined;
  readonly children?: ReactNode;
}

interface Language {
  readonly locale: string;
  readonly messages: Readonly<Record<string, string | undefined>>;
  readonly translate: Translate | undefined;
}

const DEFAULT_LOCALE = 'en';

const LanguageContext = createContext<Language>({
  locale: DEFAULT_LOCALE,
  messages: {},
  translate: undefined,
});

/** Sets the language of every component inside. Renders no element. */
export function WordsProvider({
  locale = DEFAULT_LOCALE,
  messages = {},
  translate,
  children,
}: WordsProviderProps): ReactNode {
  const language = useMemo(() => ({ locale, messages, translate }), [locale, messages, translate]);
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

/** The locale in force, for `Intl`. */
export function useLocale(): string {
  return useContext(LanguageContext).locale;
}

/** Says what a key stands for. With `values.count`, the plural form of it. */
export type Words<Slice> = (
  key: keyof Slice | PluralKey<keyof Slice>,
  values?: WordValues,
) => string;

/** The texts of one component, in the language in force. `slice` is their English. */
export function useWords<Slice extends Readonly<Record<string, string>>>(
  slice: Slice,
): Words<Slice> {
  const language = useContext(LanguageContext);
  return (key, values = {}) => say(language, slice, String(key), values);
}

function say(
  language: Language,
  slice: Readonly<Record<string, string>>,
  key: string,
  values: WordValues,
): string {
  const { locale, messages, translate } = language;
  const candidates = [...pluralKeys(locale, key, values), key];
  const template =
    [messages, slice]
      .flatMap((texts) => candidates.map((candidate) => texts[candidate]))
      .find((text) => text !== undefined) ?? key;
  const text = template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? readable(language, name, values[name]) : placeholder,
  );
  return translate?.(key, values, text) ?? text;
}

function pluralKeys(locale: string, key: string, { count }: WordValues): string[] {
  return typeof count === 'number'
    ? [`${key}.${new Intl.PluralRules(locale).select(count)}`, `${key}.other`]
    : [];
}

function readable(language: Language, name: string, value: WordValues[string]): string {
  return typeof value === 'number'
    ? new Intl.NumberFormat(language.locale).format(value)
    : value || (name === 'institution' ? say(language, common, 'institution.unnamed', {}) : '');
}
