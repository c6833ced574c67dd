import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AtriumProvider, createAtriumClient } from 'react-atrium-connect';
import { App } from './app.tsx';
import './base.css';
import 'react-atrium-connect/styles.css';
import './layout.css';
import './brands.css';

const client = createAtriumClient({ baseUrl: '/api/atrium' });
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element with the id "root".');

createRoot(root).render(
  <StrictMode>
    <AtriumProvider client={client}>
      <App />
    </AtriumProvider>
  </StrictMode>,
);
