import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AtriumProvider, createAtriumClient } from 'react-atrium-connect';
import type { ReactNode } from 'react';
import { words } from './words.ts';
import './base.css';
import 'react-atrium-connect/styles.css';
import './layout.css';
import './brands.css';

/** Shows a page of the app. */
export function show(page: ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no element with the id "root".');
  const client = createAtriumClient({ baseUrl: '/api/atrium' });
  createRoot(root).render(
    <StrictMode>
      <AtriumProvider client={client} messages={words}>
        {page}
      </AtriumProvider>
    </StrictMode>,
  );
}
