'use client';

import {
  createContext,
  useCallback,
  useContext,
  useInsertionEffect,
  useRef,
  type ReactElement,
  type ReactNode,
} from 'react';
import type { ConnectEventListener } from '../domain/events.ts';

const EventsContext = createContext<ConnectEventListener>(() => {});

interface EventsProviderProps {
  readonly onEvent: ConnectEventListener | undefined;
  readonly children: ReactNode;
}

/** Hears of everything that happens in the hooks below it. Renders no element. */
export function EventsProvider({ onEvent, children }: EventsProviderProps): ReactElement {
  return (
    <EventsContext.Provider value={useLatestListener(onEvent)}>{children}</EventsContext.Provider>
  );
}

/** Tells the given listener, and that of the provider: each as it is at that moment. */
export function useEmit(onEvent?: ConnectEventListener): ConnectEventListener {
  const provider = useContext(EventsContext);
  const own = useLatestListener(onEvent);
  return useCallback(
    (event) => {
      own(event);
      provider(event);
    },
    [own, provider],
  );
}

/** A function that stays the same and calls the listener of the last render. */
function useLatestListener(listener: ConnectEventListener | undefined): ConnectEventListener {
  const latest = useRef(listener);
  // Before any other effect of the same commit, wherever in the tree that is.
  useInsertionEffect(() => {
    latest.current = listener;
  });
  return useCallback((event) => tell(latest.current, event), []);
}

/** What a host's listener throws is reported as the host's own, and stops nothing here. */
export function tell<Event>(listener: ((event: Event) => void) | undefined, event: Event): void {
  try {
    listener?.(event);
  } catch (error) {
    setTimeout(() => {
      throw error;
    });
  }
}
