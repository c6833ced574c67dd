import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { AtriumProvider, ConnectWidget, createAtriumClient } from 'react-atrium-connect';
import 'react-atrium-connect/styles.css';

const client = createAtriumClient({ baseUrl: '/api/atrium' });

function App() {
  const [found, setFound] = useState(0);
  return (
    <main>
      <h1>Your banks</h1>
      <AtriumProvider client={client}>
        <ConnectWidget onSuccess={({ accounts }) => setFound(accounts.length)} />
      </AtriumProvider>
      <p>Accounts found: {found}</p>
    </main>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
