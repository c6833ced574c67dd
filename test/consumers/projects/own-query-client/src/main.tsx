import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { ReactQueryDevtools } from '@tanstack/react-query-devtools';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { AtriumProvider, ConnectWidget, createAtriumClient } from 'react-atrium-connect';
import 'react-atrium-connect/styles.css';

declare global {
  interface Window {
    /** Where the browser extension of the devtools looks for it. */
    __TANSTACK_QUERY_CLIENT__: QueryClient;
  }
}

const queryClient = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity } } });
window.__TANSTACK_QUERY_CLIENT__ = queryClient;

const client = createAtriumClient({ baseUrl: '/api/atrium' });
const isShared = new URLSearchParams(location.search).get('cache') === 'shared';

/** The host's own query, below the provider of the widget: it must find the host's cache. */
function Currency(): ReactNode {
  const { data } = useQuery({ queryKey: ['currency'], queryFn: () => Promise.resolve('EUR') });
  return <p>Shown in {data}</p>;
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root.');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <AtriumProvider client={client} queryClient={isShared ? queryClient : undefined}>
        <Currency />
        <ConnectWidget />
      </AtriumProvider>
      <ReactQueryDevtools />
    </QueryClientProvider>
  </StrictMode>,
);
