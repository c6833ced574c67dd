'use client';

import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { directionOf, isolate, type Direction } from '../domain/direction.ts';
import { common } from '../locales/en/common.ts';
import type { Messages, PluralKey } from '../locales/messages.ts';

/** What fills the placeholders of a text. An institution without a name gets one that reads well. */
export type WordValues = Readonly<Record<string, string | number | null | undefined>>;

/**
 * Hands a text to the host's own i18n. `values` are for its placeholders: `count` decides on the
 * plural, and an institution without a name already has one that reads well. `fallback` is the
 * text that would be shown otherwise, whole; return it for a key that you do not have.
 */
export type Translate = (
  key: string,
  values: Readonly<Record<string, string | number>>,
  fallback: string,
) => string;

/** How components speak. */
export interface WordsProviderProps {
  /**
   * A BCP 47 tag, for numbers, amounts and plurals, and for the `lang` and `dir` of every
   * component. Default: `'en'`, and the `lang` and `dir` of the page around it.
   */
  readonly locale?: string | undefined;
  /** Texts in place of the English ones, key by key. A key that is missing falls back to English. */
  readonly messages?: { readonly [Key in keyof Messages]?: Messages[Key] | undefined } | undefined;
  readonly translate?: Translate | undefined;
  readonly children?: ReactNode;
}

/** What tells a browser and a screen reader which language an element is in. */
interface LanguageAttributes {
  readonly lang?: string;
  readonly dir?: Direction;
}

interface Language {
  readonly locale: string;
  readonly direction: Direction;
  readonly messages: Texts;
  readonly translate: Translate | undefined;
  readonly attributes: LanguageAttributes;
}

type Texts = Readonly<Record<string, string | undefined>>;

const DEFAULT_LOCALE = 'en';

const LanguageContext = createContext<Language>({
  locale: DEFAULT_LOCALE,
  direction: 'ltr',
  messages: {},
  translate: undefined,
  attributes: {},
});

/** Sets the language of every component inside. Renders no element. */
export function WordsProvider({
  locale: tag,
  messages = {},
  translate,
  children,
}: WordsProviderProps): ReactNode {
  const language = useMemo(() => {
    const locale = wellFormed(tag);
    const direction = directionOf(locale);
    const attributes = tag === undefined ? {} : { lang: locale, dir: direction };
    return { locale, direction, messages, translate, attributes };
  }, [tag, messages, translate]);
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

/** Reads POSIX names such as `de_DE.UTF-8` too. What is no locale falls back to English. */
function wellFormed(tag = DEFAULT_LOCALE): string {
  try {
    return (
      Intl.getCanonicalLocales(tag.replace(/[.@].*/, '').replaceAll('_', '-'))[0] ?? DEFAULT_LOCALE
    );
  } catch {
    return DEFAULT_LOCALE;
  }
}

/** For the root of a component: the language of its words, if the host has named it. */
export function useLanguageAttributes(): LanguageAttributes {
  return useContext(LanguageContext).attributes;
}

/** The locale in force, for `Intl`. */
export function useLocale(): string {
  return useContext(LanguageContext).locale;
}

/** Says what a key stands for. */
export type Words<Slice> = (key: keyof Slice, values?: WordValues) => string;

/** The texts of one component, in the language in force. `slice` is their English. */
export function useWords<Slice extends Texts>(slice: Slice): Words<Slice> {
  const say = useSay();
  return (key, values) => say(String(key), slice[key], values);
}

/** Says one text in the language in force. `english` is what it is called otherwise. */
export type Say = (key: string, english: string | undefined, values?: WordValues) => string;

/** For what has its English elsewhere than in a slice. */
export function useSay(): Say {
  const language = useContext(LanguageContext);
  return (key, english, values) => say(language, key, english, values);
}

const say = (language: Language, ...[key, english, values]: Parameters<Say>): string =>
  fill(language, key, language.messages[key] ?? english ?? key, values);

/** Says what a key stands for, in the plural form that a count asks for. */
export type Plurals<Slice> = (
  key: PluralKey<keyof Slice>,
  values: WordValues & { readonly count: number },
) => string;

/** As {@link useWords}, for the texts that count. Apart, because most components count nothing. */
export function usePlurals<Slice extends Texts>(slice: Slice): Plurals<Slice> {
  const language = useContext(LanguageContext);
  return (key, values) => {
    const { messages, locale } = language;
    const text =
      pluralOf(messages, locale, key, values.count) ??
      pluralOf(slice, DEFAULT_LOCALE, key, values.count);
    return fill(language, key, text ?? key, values);
  };
}

function pluralOf(texts: Texts, locale: string, key: string, count: number): string | undefined {
  const form = new Intl.PluralRules(locale).select(count);
  return texts[`${key}.${form}`] ?? texts[`${key}.other`];
}

function fill(
  language: Language,
  key: string,
  template: string | number,
  values: WordValues = {},
): string {
  // Of all values, only the name of an institution may be missing.
  const filled = { ...values } as Record<string, string | number>;
  if ('institution' in values) {
    filled['institution'] ||= say(language, UNNAMED, common[UNNAMED]);
  }
  // A host that reads its texts from JSON may have a number among them.
  const text = String(template).replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(filled, name) ? readable(language, filled[name] ?? '') : placeholder,
  );
  return language.translate?.(key, filled, text) ?? text;
}

const UNNAMED = 'institution.unnamed';

function readable({ locale, direction }: Language, value: string | number): string {
  return typeof value === 'number'
    ? new Intl.NumberFormat(locale).format(value)
    : isolate(value, direction);
}
