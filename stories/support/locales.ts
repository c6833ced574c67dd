import { en } from '../../src/locales/en.ts';
import type { Messages } from '../../src/locales/messages.ts';

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
];

/** The language with this tag, or the default. */
export function localeOf(tag: unknown): StoryLocale {
  return LOCALES.find((locale) => locale.tag === tag) ?? LOCALES[0];
}
