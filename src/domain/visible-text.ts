/**
 * Characters that nobody sees and that change how others show: direction marks, embeddings,
 * overrides and isolates, zero-width spaces, and control codes other than tab and line break. The
 * joiners U+200C and U+200D stay, because Persian and emoji need them.
 */
const INVISIBLE =
  /(?![\t\n\r])\p{Cc}|[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Returns text from outside without the characters that could make it look like another text. */
export const visibleText = (text: string): string => text.replace(INVISIBLE, '');
