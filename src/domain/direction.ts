/** Which way a language is written. */
export type Direction = 'ltr' | 'rtl';

const RTL_SCRIPT = /Adlm|Arab|Hebr|Nkoo|Rohg|Syrc|Thaa/;
/** The commonest need not be looked up: the first look costs a phone some 30 ms of its first screen. */
const LTR_TAG = /^(de|en|es|fr|pt)(-[A-Z]{2})?$/;
/** Letters and digits of right-to-left scripts, and the controls of direction. */
const REORDERS =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

/** Which way the language of a BCP 47 tag is written. Throws a `RangeError` for what is no tag. */
export function directionOf(tag: string): Direction {
  if (LTR_TAG.test(tag)) {
    return 'ltr';
  }
  return RTL_SCRIPT.test(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** Which way a sentence is written: from right to left if any of its letters are. */
export const directionIn = (sentence: string): Direction =>
  REORDERS.test(sentence) ? 'rtl' : 'ltr';

/**
 * Isolates text in a sentence (FSI … PDI), so that neither changes the order in which the other is
 * shown. Text that is left-to-right throughout needs no isolate in a left-to-right sentence.
 */
export function isolate(text: string, direction: Direction): string {
  return direction === 'ltr' && !REORDERS.test(text) ? text : `\u2068${text}\u2069`;
}

/** Isolates a host or URL, which reads from left to right in every language (LRI … PDI). */
export const isolateAddress = (address: string): string => `\u2066${address}\u2069`;

/** Splits text around the address that {@link isolateAddress} put into it: before, address, after. */
export const splitAtAddress = (text: string): readonly string[] => text.split(/\u2066(.*?)\u2069/);
