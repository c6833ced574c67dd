import { expect, it } from 'vitest';
import { relativeTime } from '../../src/domain/relative-time.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

it.each([
  [0, '0 second'],
  [59 * SECOND, '0 second'],
  [MINUTE, '-1 minute'],
  [59 * MINUTE + 59 * SECOND, '-59 minute'],
  [HOUR, '-1 hour'],
  [DAY - 1, '-23 hour'],
  [DAY, '-1 day'],
  [29 * DAY, '-29 day'],
  [30 * DAY, '-1 month'],
  [364 * DAY, '-12 month'],
  [365 * DAY, '-1 year'],
  [800 * DAY, '-2 year'],
])('%i ms ago is %s', (ago, words) => {
  const { value, unit } = relativeTime(1_000 * DAY - ago, 1_000 * DAY);
  expect(`${value} ${unit}`).toBe(words);
});

it('never lies in the future: then one of the clocks is wrong', () => {
  expect(relativeTime(DAY, 0)).toEqual({ value: 0, unit: 'second' });
});
