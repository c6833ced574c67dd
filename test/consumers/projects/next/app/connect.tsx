'use client';

import { useState } from 'react';
import { AtriumProvider, ConnectWidget, createAtriumClient } from 'react-atrium-connect';

const client = createAtriumClient({ baseUrl: '/api/atrium' });

export function Connect() {
  const [found, setFound] = useState(0);
  return (
    <AtriumProvider client={client}>
      <ConnectWidget onSuccess={({ accounts }) => setFound(accounts.length)} />
      <p>Accounts found: {found}</p>
    </AtriumProvider>
  );
}
