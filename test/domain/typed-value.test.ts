import { describe, expect, it } from 'vitest';
import { typedValue, type FieldType } from '../../src/domain/typed-value.ts';

/** A space, a tab, a line break, NBSP, narrow NBSP, a zero-width space and a byte order mark. */
const STRAY = [' ', '\t', '\n', '\u00a0', '\u202f', '\u200b', '\ufeff'];

describe('typedValue', () => {
  it.each<FieldType>(['LOGIN', 'TEXT', 'TOKEN', 'IMAGE_DATA'])(
    'removes stray characters from the ends of a %s, and no others',
    (type) => {
      for (const stray of STRAY) {
        expect(typedValue(type, `${stray}${stray}my dog${stray}`)).toBe('my dog');
        expect(typedValue(type, stray)).toBe('');
      }
    },
  );

  it.each<FieldType | undefined>(['PASSWORD', 'OPTIONS', 'IMAGE_OPTIONS', 'UNKNOWN', undefined])(
    'returns the value of a field of type %s unchanged',
    (type) => {
      for (const stray of STRAY) {
        const value = `${stray}12 34${stray}`;
        expect(typedValue(type, value)).toBe(value);
      }
    },
  );

  it.each(STRAY)('removes %j between the digits of a TOKEN', (stray) => {
    expect(typedValue('TOKEN', ` 123${stray}456 `)).toBe('123456');
    expect(typedValue('TOKEN', `١٢٣${stray}٤٥٦`)).toBe('١٢٣٤٥٦');
  });

  it.each<[FieldType, string]>([
    ['TOKEN', '123-456'],
    ['TOKEN', 'G 123456'],
    ['TEXT', '123 456'],
    ['LOGIN', '123 456'],
    ['TEXT', 'من\u200cها'],
  ])('leaves the inside of a %s as it is: %j', (type, value) => {
    expect(typedValue(type, value)).toBe(value);
  });
});
