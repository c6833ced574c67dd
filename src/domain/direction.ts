/** Which way a language is written. */
export type Direction = 'ltr' | 'rtl';

const RTL_SCRIPT = /Adlm|Arab|Hebr|Nkoo|Rohg|Syrc|Thaa/;
/** The commonest need not be looked up: the first look costs a phone some 30 ms of its first screen. */
const LTR_TAG = /^(de|en|es|fr|pt)(-[A-Z]{2})?$/;
const RTL_LETTER = /[\u0590-\u08ff]/;

/** Which way the language of a BCP 47 tag is written. Throws a `RangeError` for what is no tag. */
export function directionOf(tag: string): Direction {
  if (LTR_TAG.test(tag)) {
    return 'ltr';
  }
  return RTL_SCRIPT.test(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/**
 * Makes an island of a name that is written the other way than the sentence around it, lest its
 * brackets and the full stop behind it change sides.
 */
export function isolate(text: string, direction: Direction): string {
  return RTL_LETTER.test(text) === (direction === 'rtl') ? text : `\u2068${text}\u2069`;
}
