import { describe, expect, it } from 'vitest';
import { directionOf, isolate } from '../../src/domain/direction.ts';

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

it('sets a name apart that is written the other way than the sentence around it', () => {
  expect(isolate('MX Bank', 'ltr')).toBe('MX Bank');
  expect(isolate('MX Bank', 'rtl')).toBe('\u2068MX Bank\u2069');
  expect(isolate('بنك', 'ltr')).toBe('\u2068بنك\u2069');
  expect(isolate('بنك', 'rtl')).toBe('بنك');
});
