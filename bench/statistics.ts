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

/** Two things measured in turn, run by run. */
export interface Pair {
  readonly ours: Spread;
  readonly peer: Spread;
  /** How many times as much the peer takes as ours, in each run by itself. */
  readonly ratio: Spread;
}

/** @throws RangeError when a run has measured one of them only, or nothing. */
export function pairOf(ours: readonly number[], peer: readonly number[]): Pair {
  if (ours.length !== peer.length) throw new RangeError('A run has measured one of the two only.');
  const ratios = peer.map((value, run) => value / (ours[run] ?? Number.NaN));
  return { ours: spreadOf(ours), peer: spreadOf(peer), ratio: spreadOf(ratios) };
}
