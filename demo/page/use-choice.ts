import { useState } from 'react';

/** What was chosen, and how to choose. */
export interface Chosen<T extends string> {
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

/** One of a few values, kept by the browser for the next visit. The first is the default. */
export function useChoice<T extends string>(name: string, values: readonly [T, ...T[]]): Chosen<T> {
  const key = `larder.${name}`;
  const [value, setValue] = useState(() => {
    const kept = localStorage.getItem(key);
    return values.find((each) => each === kept) ?? values[0];
  });
  const onChoose = (chosen: T): void => {
    localStorage.setItem(key, chosen);
    setValue(chosen);
  };
  return { value, onChoose };
}
