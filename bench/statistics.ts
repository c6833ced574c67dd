/** What many measurements of one thing come to. */
export interface Spread {
  readonly count: number;
  readonly min: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

/** @throws RangeError when there is nothing to sum up. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const [min] = sorted;
  if (min === undefined) throw new RangeError('Nothing was measured.');
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? min;
  return {
    count: sorted.length,
    min: round(min),
    median: round(at(0.5)),
    p95: round(at(0.95)),
    max: round(at(1)),
  };
}

/** To three figures: no measurement here is good for more. */
export const round = (value: number): number => Number(value.toPrecision(3));
