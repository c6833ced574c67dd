import { ConnectionStatus } from 'react-atrium-connect';
import { statusMessage } from 'react-atrium-connect/core';
import { Connect } from './connect';

/** A server component: what it says of a status is in the HTML. */
export default function Page() {
  return (
    <main>
      <h1>Your banks</h1>
      <ConnectionStatus
        status="DENIED"
        institutionName="MX Bank"
        institutionUrl="https://www.mx.com"
      />
      <p>{statusMessage('LOCKED', { institutionName: 'MX Bank' })}</p>
      <Connect />
    </main>
  );
}
