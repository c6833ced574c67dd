/**
 * Characters that nobody sees and that change how others show, such as direction controls,
 * zero-width spaces, fillers and control codes. What stays: tab and line break, the joiners
 * (U+200C, U+200D) that Persian and emoji need, and the variation selectors and tags of emoji and
 * Chinese characters. Text of nothing else counts as empty.
 */
const INVISIBLE =
  /^[\s\p{Cc}\p{DI}\u2800\ufff9-\ufffb]+$|(?![\ufe00-\ufe0f\t\n\r\u{e0020}-\u{e01ef}\u200c\u200d])[\p{Cc}\p{DI}\u2028\u2029\u2800\ufff9-\ufffb]/gu;

/** More marks on one letter than any language writes: they would cover the lines around it. */
const PILED_UP = /([\p{M}\u200c\u200d]{4})[\p{M}\u200c\u200d]+/gu;

/** Returns text from outside without the characters that could make it look like another text. */
export const visibleText = (text: string): string =>
  text.replace(INVISIBLE, '').replace(PILED_UP, '$1');
