import { describe, expect, it } from 'vitest';
import {
  directionOf,
  isolate,
  isolateAddress,
  splitAtAddress,
} from '../../src/domain/direction.ts';

describe('a language is written', () => {
  it.each(['en', 'en-US', 'de', 'fr-CA', 'pt-BR', 'ja', 'az', 'ar-Latn', 'ku', 'zz'])(
    'from left to right: %s',
    (tag) => {
      expect(directionOf(tag)).toBe('ltr');
    },
  );

  it.each(['ar', 'he', 'fa-IR', 'ur', 'dv', 'nqo', 'az-Arab', 'en-Arab', 'ku-Arab', 'pa-PK'])(
    'from right to left: %s',
    (tag) => {
      expect(directionOf(tag)).toBe('rtl');
    },
  );
});

/** What `isolate` puts around a text: FSI … PDI. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

describe('isolate', () => {
  it.each(['MX Bank', 'L’Épargne (5/3), n° 1', '銀行 24', '10 % off…'])(
    'leaves %j as it is in a left-to-right sentence, where nothing can turn it around',
    (text) => {
      expect(isolate(text, 'ltr')).toBe(text);
    },
  );

  it.each(['بنك', 'HSBC ישראל', '٤٢', 'ﷺ', '𞤀𞤣', 'My Bank\u202e', 'a\u2069b', 'a\u200f1'])(
    'isolates %j in a left-to-right sentence',
    (text) => {
      expect(isolate(text, 'ltr')).toBe(isolated(text));
    },
  );

  it.each(['MX Bank', 'بنك', 'بنك 5', '42'])('isolates %j in a right-to-left sentence', (text) => {
    expect(isolate(text, 'rtl')).toBe(isolated(text));
  });
});

describe('splitAtAddress', () => {
  it('splits a sentence around the address that isolateAddress marked', () => {
    const sentence = `Bank evil.example is at ${isolateAddress('evil.example')}.`;
    expect(splitAtAddress(sentence)).toEqual(['Bank evil.example is at ', 'evil.example', '.']);
  });

  it('returns a sentence without an address whole', () => {
    expect(splitAtAddress('No address.')).toEqual(['No address.']);
  });
});
