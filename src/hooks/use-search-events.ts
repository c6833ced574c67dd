'use client';

import { useEffect, useRef } from 'react';
import type { ConnectEventListener } from '../domain/events.ts';
import { useEmit } from './events.tsx';
import type { Institutions } from './use-institutions.ts';

/** Tells of every search that has its results, once. Showing all institutions is no search. */
export function useSearchEvents(
  query: string,
  institutions: Institutions,
  onEvent: ConnectEventListener | undefined,
): void {
  const emit = useEmit(onEvent);
  const told = useRef('');
  const found =
    institutions.kind === 'ready' && !institutions.isStale ? institutions.totalItems : null;

  // Results arrive after a render that shows them, and each is told once.
  useEffect(() => {
    if (found === null || told.current === query) {
      return;
    }
    told.current = query;
    if (query !== '') {
      emit({ type: 'institution-searched', length: [...query].length, found });
    }
  }, [found, query, emit]);
}
