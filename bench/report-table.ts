import type { Spread } from './statistics.ts';

export type Cell = string | number;

export const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map(
      (cells) =>
        `| ${cells.map((cell) => (typeof cell === 'number' ? number(cell) : cell)).join(' | ')} |`,
    )
    .join('\n');

export const number = (value: number): string => value.toLocaleString('en');

export const spreads = (named: Readonly<Record<string, Spread>>): string =>
  table(
    ['', 'measured', 'least', 'median', 'p95', 'most'],
    Object.entries(named).map(([name, { count, min, median, p95, max }]) => [
      name,
      count,
      min,
      median,
      p95,
      max,
    ]),
  );

/** The middle, and between what the rest lay. */
export const middle = ({ median, min, max }: Spread): string =>
  `${number(median)} (${number(min)}–${number(max)})`;
