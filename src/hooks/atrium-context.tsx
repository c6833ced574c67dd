'use client';

import { QueryClient } from '@tanstack/react-query';
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import type { AtriumClient } from '../api/client.ts';
import type { ConnectEventListener } from '../domain/events.ts';
import type { Atrium } from '../queries/jobs.ts';
import { EventsProvider } from './events.tsx';

const AtriumContext = createContext<Atrium | null>(null);

export interface AtriumClientProviderProps {
  /** How the server is reached: `createAtriumClient({ baseUrl })`, or the host's own. */
  client: AtriumClient;
  /**
   * Where answers are cached. Default: a client of its own, so that the host's is neither hidden
   * from what is rendered inside nor filled with bank data.
   */
  queryClient?: QueryClient | undefined;
  /** Told of everything that happens below. See `ConnectEvent`. */
  onEvent?: ConnectEventListener | undefined;
  children?: ReactNode;
}

/** Gives the hooks below it their client and their cache. Renders no element. */
export function AtriumClientProvider({
  client,
  queryClient: hosts,
  onEvent,
  children,
}: AtriumClientProviderProps): ReactElement {
  const [own] = useState(() => new QueryClient());
  const queryClient = hosts ?? own;

  // What QueryClientProvider does for its client: listen for focus and for the network.
  useEffect(() => {
    queryClient.mount();
    return () => queryClient.unmount();
  }, [queryClient]);

  const atrium = useMemo(() => ({ client, queryClient }), [client, queryClient]);
  return (
    <AtriumContext.Provider value={atrium}>
      <EventsProvider onEvent={onEvent}>{children}</EventsProvider>
    </AtriumContext.Provider>
  );
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
