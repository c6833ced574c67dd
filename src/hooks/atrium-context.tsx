'use client';

import { QueryClient } from '@tanstack/react-query';
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import type { AtriumClient } from '../api/client.ts';
import type { ConnectEventListener } from '../domain/events.ts';
import type { Atrium } from '../queries/jobs.ts';
import { EventsProvider } from './events.tsx';

const AtriumContext = createContext<Atrium | null>(null);
const LiveContext = createContext(false);

export interface AtriumClientProviderProps {
  /** How the server is reached: `createAtriumClient({ baseUrl })`, or the host's own. */
  client: AtriumClient;
  /**
   * Where answers are cached. Default: a client of its own, so that the host's is neither hidden
   * from what is rendered inside nor filled with bank data. It is emptied when the provider goes.
   */
  queryClient?: QueryClient | undefined;
  /**
   * Have the server say when there is news, and poll less often while it does. Needs a `store` on
   * the server; without one, and whenever the stream of events is away, polling goes on as usual.
   * @default false
   */
  live?: boolean | undefined;
  /** Told of everything that happens below. See `ConnectEvent`. */
  onEvent?: ConnectEventListener | undefined;
  children?: ReactNode;
}

/** Gives the hooks below it their client and their cache. Renders no element. */
export function AtriumClientProvider({
  client,
  queryClient: hosts,
  live = false,
  onEvent,
  children,
}: AtriumClientProviderProps): ReactElement {
  const own = useOwnQueryClient();
  const queryClient = hosts ?? own;

  // What QueryClientProvider does for its client: listen for focus and for the network.
  useEffect(() => {
    queryClient.mount();
    return () => queryClient.unmount();
  }, [queryClient]);

  const atrium = useMemo(() => ({ client, queryClient }), [client, queryClient]);
  const [isLive, setIsLive] = useState(false);
  // The stream of events is outside of React, and follows what the cache is used for.
  useEffect(() => {
    const over = new AbortController();
    if (live) {
      void followEvents(atrium, setIsLive, over.signal);
    }
    return () => over.abort();
  }, [atrium, live]);

  return (
    <AtriumContext.Provider value={atrium}>
      <LiveContext.Provider value={isLive}>
        <EventsProvider onEvent={onEvent}>{children}</EventsProvider>
      </LiveContext.Provider>
    </AtriumContext.Provider>
  );
}

/** A cache that goes with its provider: nobody could read again what is in it. */
function useOwnQueryClient(): QueryClient {
  const [own] = useState(() => new QueryClient());
  const end = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    // StrictMode takes everything away and brings it back at once.
    clearTimeout(end.current);
    return () => {
      end.current = setTimeout(() => own.clear());
    };
  }, [own]);
  return own;
}

/** Whether a stream of events says when to read. The same for all who share a poll. */
export const useIsLive = (): boolean => useContext(LiveContext);

/** Most pages do without it, and so load it only when it is used. Without it they poll. */
async function followEvents(
  atrium: Atrium,
  onChange: (isLive: boolean) => void,
  over: AbortSignal,
): Promise<void> {
  const live = await import('../queries/live.ts').catch(() => null);
  if (live !== null && !over.aborted) {
    over.addEventListener('abort', live.followEvents(atrium, onChange));
  }
}

/** The client and the cache of the nearest provider. Throws where there is none. */
export function useAtrium(): Atrium {
  const atrium = useContext(AtriumContext);
  if (atrium === null) {
    throw new Error(
      'No <AtriumProvider> above this component, so there is no server to ask. ' +
        'Wrap it: <AtriumProvider client={createAtriumClient({ baseUrl })}>…</AtriumProvider>',
    );
  }
  return atrium;
}
