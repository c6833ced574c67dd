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

/** A slip such as `en_US` must not stop a person half-way, where the first number is shown. */
function wellFormed(tag = DEFAULT_LOCALE): string {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? DEFAULT_LOCALE;
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

function say(language: Language, slice: Texts, key: string, values: WordValues): string {
  const { locale, messages, translate } = language;
  const filled = fill(language, values);
  const template =
    find(messages, locale, key, values) ?? find(slice, DEFAULT_LOCALE, key, values) ?? key;
  const text = template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(filled, name) ? readable(language, filled[name] ?? '') : placeholder,
  );
  return translate?.(key, filled, text) ?? text;
}

/** The text of a key, in the plural form that a count asks for. */
function find(
  texts: Texts,
  locale: string,
  key: string,
  { count }: WordValues,
): string | undefined {
  const counted =
    typeof count === 'number'
      ? (texts[`${key}.${new Intl.PluralRules(locale).select(count)}`] ?? texts[`${key}.other`])
      : undefined;
  return counted ?? texts[key];
}

function fill(language: Language, values: WordValues): Record<string, string | number> {
  const unnamed = (name: string) =>
    name === 'institution' ? say(language, common, 'institution.unnamed', {}) : '';
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : value || unnamed(name),
    ]),
  );
}

function readable({ locale, direction }: Language, value: string | number): string {
  return typeof value === 'number'
    ? new Intl.NumberFormat(locale).format(value)
    : isolate(value, direction);
}
