import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleText } from '../../src/domain/visible-text.ts';

describe('visibleText', () => {
  it.each([
    ['the override that spells backwards', 'My Bank\u202e', 'My Bank'],
    ['embeddings, overrides and their end', 'a\u202ab\u202bc\u202cd\u202de\u202ef', 'abcdef'],
    ['isolates and their end', 'a\u2066b\u2067c\u2068d\u2069e', 'abcde'],
    ['direction marks', 'a\u200eb\u200fc\u061cd', 'abcd'],
    ['zero-width spaces and joins', 'a\u200bb\u2060c\ufeffd', 'abcd'],
    ['line and paragraph separators', 'a\u2028b\u2029c', 'abc'],
    ['invisible operators and retired controls', 'a\u2061b\u2064c\u206ad\u206fe', 'abcde'],
    ['annotations', 'a\ufff9b\ufffac\ufffbd', 'abcd'],
    ['fillers and other blank letters', 'a\u3164b\u115fc\uffa0d\u2800e\u00adf', 'abcdef'],
    ['blank musical, shorthand and Mongolian signs', 'a\u{1d173}b\u{1bca0}c\u180ed', 'abcd'],
    ['marks that cover other lines', `a${'\u0337'.repeat(40)}b`, `a${'\u0337'.repeat(4)}b`],
    ['marks between joiners', `a${'\u0337\u200d'.repeat(40)}b`, 'a\u0337\u200d\u0337\u200db'],
    ['everything if there is nothing to see', ' \u00a0\u3000\u200d\ufe0f\u3164\u{e0041}\n', ''],
    ['control codes', 'a\0b\u0007c\u001bd\u007fe\u0085f', 'abcdef'],
  ])('removes %s', (_what, text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  it.each([
    'MX Bank',
    'L’Épargne – n° 1 (Québec)',
    'بنك الخليج الدولي',
    'בנק הפועלים (ישראל)',
    'بانک ملی می\u200cشود',
    '👩\u200d👩\u200d👧 Family 🏳️\u200d🌈',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    'क्\u200dष',
    'हिन्दी बैंक, ธนาคารที่ดี, བསྒྲུབས, שָׁ֑לוֹם',
    '葛\u{e0100}飾銀行 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3',
    'First line\nSecond line\tand more',
  ])('keeps %j', (text) => {
    expect(visibleText(text)).toBe(text);
  });

  it('adds nothing, and finds nothing more the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visibleText(text);
        expect(visibleText(shown)).toBe(shown);
        const rest = [...shown];
        [...text].forEach((each) => each === rest[0] && rest.shift());
        expect(rest).toEqual([]);
      }),
    );
  });
});
