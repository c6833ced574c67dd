import { useState } from 'react';
import { AtriumProvider, ConnectWidget, type AtriumClient } from 'react-atrium-connect';

/** The host's own page, which the host tests. */
export function BankPage({ client }: { readonly client: AtriumClient }) {
  const [bank, setBank] = useState('no bank yet');
  return (
    <AtriumProvider client={client}>
      <p>Connected: {bank}</p>
      <ConnectWidget onSuccess={({ member }) => setBank(member.name ?? 'a bank')} />
    </AtriumProvider>
  );
}
