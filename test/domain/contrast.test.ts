import { expect, it } from 'vitest';
import { contrastRatio, type Rgb } from '../../src/domain/contrast.ts';

const WHITE: Rgb = [255, 255, 255];

// The figures of WebAIM's contrast checker.
it.each<[Rgb, number]>([
  [[0, 0, 0], 21],
  [WHITE, 1],
  [[119, 119, 119], 4.48],
  [[118, 118, 118], 4.54],
  [[255, 0, 0], 4],
  [[0, 128, 0], 5.14],
  [[0, 0, 255], 8.59],
  [[10, 10, 10], 19.8],
])('%j on white has a contrast of %d', (colour, ratio) => {
  expect(contrastRatio(colour, WHITE)).toBeCloseTo(ratio, 2);
  expect(contrastRatio(WHITE, colour)).toBe(contrastRatio(colour, WHITE));
});
