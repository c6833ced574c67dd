import { assert, integer, property, tuple, type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastRatio, type Rgb } from '../../src/domain/contrast.ts';

const channel = integer({ min: 0, max: 255 });
const colour: Arbitrary<Rgb> = tuple(channel, channel, channel);

describe('the contrast of two colours', () => {
  it.each<[string, Rgb, Rgb, number]>([
    ['black on white', [0, 0, 0], [255, 255, 255], 21],
    ['the lightest grey that is legible on white', [118, 118, 118], [255, 255, 255], 4.54],
    ['one shade lighter', [119, 119, 119], [255, 255, 255], 4.48],
    ['red on white', [255, 0, 0], [255, 255, 255], 4],
    ['green on white', [0, 255, 0], [255, 255, 255], 1.37],
    ['blue on black', [0, 0, 255], [0, 0, 0], 2.44],
  ])('is what WCAG says of %s', (_name, ink, ground, ratio) => {
    expect(contrastRatio(ink, ground)).toBeCloseTo(ratio, 2);
  });

  it('is between 1 and 21, whichever of the two is the ground', () => {
    assert(
      property(colour, colour, (one, other) => {
        const ratio = contrastRatio(one, other);
        expect(ratio).toBe(contrastRatio(other, one));
        expect(ratio).toBeGreaterThanOrEqual(1);
        expect(ratio).toBeLessThanOrEqual(21);
      }),
    );
  });
});
