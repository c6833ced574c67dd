'use client';

import { useCallback, useInsertionEffect, useRef } from 'react';

/**
 * A function that stays the same and does what the callback of the last render does; `undefined`
 * as long as there is none. For what is handed to many, of which only one is to render again.
 */
export function useStable<Args extends readonly unknown[]>(
  callback: ((...args: Args) => void) | undefined,
): ((...args: Args) => void) | undefined {
  const latest = useRef(callback);
  // Before any other effect of the same commit, wherever in the tree that is.
  useInsertionEffect(() => {
    latest.current = callback;
  });
  const stable = useCallback((...args: Args) => latest.current?.(...args), []);
  return callback && stable;
}
