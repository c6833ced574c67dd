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
import { followSessionEnd } from '../queries/session-end.ts';
import { EventsProvider } from './events.tsx';

const AtriumContext = createContext<Atrium | null>(null);
const LiveContext = createContext(false);

export interface AtriumClientProviderProps {
  /**
   * The client for the user who is signed in: `createAtriumClient({ baseUrl })`, or your own. For
   * another user, pass another client. If its `scope` differs, everything below the provider is
   * mounted again, and the data of the previous scope is removed from the cache.
   */
  client: AtriumClient;
  /**
   * The cache. Defaults to a `QueryClient` of the provider's own, which is cleared on unmount. From
   * yours, only the entries of `client.scope` are removed, and only when the scope changes or a
   * response is `unauthorized`.
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
export function AtriumClientProvider(props: AtriumClientProviderProps): ReactElement {
  const { client, queryClient } = props;
  useScopeChange(client.scope, queryClient);
  return <Session key={client.scope} {...props} />;
}

/** More renders in a row than this, each with another scope: the client is created in render. */
const MOST_SCOPES = 30;

/** Removes the data of the previous scope, and stops a host that changes the scope endlessly. */
function useScopeChange(scope: string, queryClient: QueryClient | undefined): void {
  const last = useRef({ scope, changes: 0 });

  // The cache is outside of React. Everything that used the previous scope is unmounted by now,
  // unless it is below another provider.
  useEffect(() => {
    const { scope: previous, changes } = last.current;
    last.current = { scope, changes: previous === scope ? 0 : changes + 1 };
    if (previous !== scope) {
      queryClient?.removeQueries({ queryKey: [previous], type: 'inactive' });
    }
    if (changes > MOST_SCOPES) {
      throw new Error('AtriumProvider: create `client` once, not on every render.');
    }
  });
}

/** Everything of one scope. */
function Session({
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
  // The cache is outside of React, and reports a failed read to its subscribers only.
  useEffect(() => followSessionEnd(atrium), [atrium]);
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
    throw new Error('useAtrium must be used inside <AtriumProvider>. Wrap your app in it.');
  }
  return atrium;
}
