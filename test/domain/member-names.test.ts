import { assert, dictionary, jsonValue, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesInMetadata } from '../../src/domain/member-names.ts';

const { read, write } = namesInMetadata;

describe('a name in the metadata', () => {
  it('is what was given, without the space around it', () => {
    expect(read(write(null, '  Household '))).toBe('Household');
  });

  it('can be changed and taken back', () => {
    const first = write(null, 'Household');
    expect(read(write(first, 'Rent'))).toBe('Rent');
    expect(read(write(first, ' '))).toBeNull();
  });

  it('leaves everything else that the host keeps there as it is', () => {
    assert(
      property(dictionary(string(), jsonValue()), string(), (others, name) => {
        // As JSON keeps it, which has no -0.
        const { displayName: _, ...kept } = JSON.parse(JSON.stringify(others)) as typeof others;
        const named: unknown = JSON.parse(write(JSON.stringify(others), name) ?? 'null');
        expect(named).toEqual({ ...kept, ...(name.trim() && { displayName: name.trim() }) });
      }),
    );
  });

  it.each(['plain words', '[1]', '"text"', '12', 'null', '{'])(
    'is neither read from nor written into %s, which is the host’s own',
    (metadata) => {
      expect(read(metadata)).toBeNull();
      expect(write(metadata, 'Household')).toBeNull();
    },
  );

  it.each(['', '  ', '\n', null])('is written where there is nothing yet: %j', (nothing) => {
    expect(write(nothing, 'Household')).toBe('{"displayName":"Household"}');
  });

  it.each(['{"displayName":1}', '{"displayName":" "}', '{}', '', null])('is none in %s', (text) => {
    expect(read(text)).toBeNull();
  });
});
