import { describe, expect, it } from 'vitest';
import { TAGS, TRANSLATIONS, textsOf } from './every-locale.ts';

/** The texts of a language in which this is found. */
const textsWith = (tag: string, pattern: RegExp): [string, string][] =>
  textsOf(tag).filter(([, text]) => pattern.test(text));

describe.each(TAGS)('%s', (tag) => {
  it('has no stray space', () => {
    expect(textsWith(tag, /^\s|\s$|[ \n]{2}/)).toEqual([]);
  });

  it('begins no sentence with an institution, which may be without a name of its own', () => {
    expect(textsWith(tag, /(^|[.!?؟] )\{institution\}/)).toEqual([]);
  });
});

describe.each(TRANSLATIONS)('%s', (tag) => {
  it('uses the signs of print, not those of a typewriter', () => {
    expect(textsWith(tag, /['"]|\.\.\.| - /)).toEqual([]);
  });
});

/** How each language sets signs, and what would not be. */
const WRONG: readonly (readonly [tag: string, rule: string, pattern: RegExp])[] = [
  ['ar', 'has signs of its own for comma, semicolon and question mark', /[,;?]/],
  ['ar', 'writes no particle onto an institution', /[^\s«]\{institution\}|ـ/],
  ['de', 'sets an ellipsis off with a space', /\S…/],
  ['de', 'opens a quotation below and closes it above', /[”«»]|“[^.]*„/],
  ['de', 'puts an institution in the dative', /(?<!\b(?:bei|mit|von|zu) )\{institution\}/i],
  ['es', 'joins an ellipsis to its word', / …/],
  ['es', 'opens what it asks', /^[^¿]*\?/],
  ['es', 'puts no article before an institution', /\b(el|la|al|del) \{institution\}/i],
  [
    'fr-CA',
    'keeps a colon and a quotation mark on the line of their words',
    /[^\u00a0]:|«[^\u00a0]|[^\u00a0]»/,
  ],
  ['fr-CA', 'sets no space before other signs', /\s[;!?…]/],
  [
    'fr-CA',
    'lets nothing elide before an institution',
    /\b(de|le|la|que|du|si) \{institution\}|’\{/i,
  ],
  ['pt-BR', 'joins an ellipsis to its word', / …/],
  [
    'pt-BR',
    'puts no article before an institution',
    /\b(o|do|da|no|na|ao|pelo|pela) \{institution\}|à \{/i,
  ],
];

describe.each(WRONG)('%s %s', (tag, _rule, pattern) => {
  it('everywhere', () => {
    expect(textsWith(tag, pattern)).toEqual([]);
  });
});
