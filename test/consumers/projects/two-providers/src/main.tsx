import { StrictMode, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import {
  AtriumProvider,
  ConnectWidget,
  createAtriumClient,
  type AtriumProviderProps,
} from 'react-atrium-connect';
import { ar } from 'react-atrium-connect/locales/ar';
import { es } from 'react-atrium-connect/locales/es';
import 'react-atrium-connect/styles.css';

const personal: AtriumProviderProps = {
  client: createAtriumClient({ baseUrl: '/api/personal' }),
  locale: 'es',
  messages: es,
  appearance: { variables: { '--atrium-color-accent': '#7c2d12' } },
};

const business: AtriumProviderProps = {
  client: createAtriumClient({ baseUrl: '/api/business' }),
  locale: 'ar',
  messages: ar,
  appearance: { variables: { '--atrium-color-accent': '#1e3a8a' }, colorScheme: 'dark' },
};

function Connection({
  name,
  provider,
}: {
  name: string;
  provider: AtriumProviderProps;
}): ReactNode {
  const [events, setEvents] = useState<readonly string[]>([]);
  return (
    <section aria-label={name}>
      <AtriumProvider
        {...provider}
        onEvent={(event) => setEvents((before) => [...before, JSON.stringify(event)])}
      >
        <ConnectWidget />
      </AtriumProvider>
      <ol aria-label="Events">
        {events.map((event, index) => (
          <li key={index}>{event}</li>
        ))}
      </ol>
    </section>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root.');
createRoot(root).render(
  <StrictMode>
    <Connection name="Personal" provider={personal} />
    <Connection name="Business" provider={business} />
  </StrictMode>,
);
