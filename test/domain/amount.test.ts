import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../src/domain/amount.ts';

const LOCALES = ['en', 'es', 'fr-CA', 'de', 'pt-BR', 'ar', 'ar-EG', 'fa', 'hi', 'de-CH', 'sv'];

describe('an amount', () => {
  it.each<[string, string, number]>([
    ['1250', 'en', 1250],
    ['1,250.50', 'en', 1250.5],
    ['1.250,50', 'en', 1250.5],
    ['1,250.50', 'de', 1250.5],
    ['1.250,50', 'de', 1250.5],
    ['1 250,50', 'fr-CA', 1250.5],
    ['1\u00a0250,50\u00a0$', 'fr-CA', 1250.5],
    ['1\u202f250,5', 'fr', 1250.5],
    ["1'250.50", 'de-CH', 1250.5],
    ['1’250.50', 'de-CH', 1250.5],
    ['$1,250', 'en', 1250],
    ['€ 12', 'de', 12],
    ['1,250', 'en', 1250],
    ['1.250', 'en', 1.25],
    ['1.250', 'de', 1250],
    ['1,250', 'de', 1.25],
    ['12,5', 'en', 12.5],
    ['12.5', 'de', 12.5],
    ['0,125', 'en', 0.125],
    ['0.125', 'de', 0.125],
    ['1,250,000', 'en', 1_250_000],
    ['1.250.000', 'en', 1_250_000],
    ['12,34,567.89', 'en-IN', 1_234_567.89],
    ['-90', 'en', -90],
    ['−90,10', 'sv', -90.1],
    ['+5', 'en', 5],
    ['.5', 'en', 0.5],
    ['5.', 'en', 5],
    ['  7  ', 'en', 7],
    ['0', 'en', 0],
    ['90,071,992,547,409.91', 'en', 90_071_992_547_409.91],
    ['1,12,345', 'hi', 112_345],
    ['٦٬٢٥٠٫٥', 'ar-EG', 6250.5],
    ['۱۲۵۰', 'fa', 1250],
    ['\u200e-12', 'ar', -12],
  ])('%j in %s is %d', (typed, locale, amount) => {
    expect(parseAmount(typed, locale)).toBe(amount);
  });

  it.each([
    '', ' ', '-', '.', ',', '$', 'twelve', '12 apples', '1e5', '0x10', '12-5', '5-', '--5',
    '1,25,0', '1234,567,890', '1,2345,678', '1,234,5678', '1,2345,678.5', '12345,678.5',
    '1.234.567.8901', '90,071,992,547,409.92', '900,719,925,474,099', '1,2,3.5', '1.2.3', '1,250.5.5', '1.250,5,5', '12,345,67', ',250,000',
    'NaN', 'Infinity', '9'.repeat(20), '<b>5</b>', '5%',
  ])('%j is none', (typed) => {
    for (const locale of LOCALES) expect(parseAmount(typed, locale)).toBe(null);
  }); // prettier-ignore

  it.each(LOCALES)('that %s writes is read as what it was', (locale) => {
    const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        const amount = cents / 100;
        expect(parseAmount(written.format(amount), locale)).toBe(amount + 0);
      }),
    );
  });

  it.each(LOCALES)('is a number or null in %s, whatever is typed', (locale) => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const amount = parseAmount(typed, locale);
        expect(amount === null || Number.isFinite(amount)).toBe(true);
      }),
    );
  });
});
