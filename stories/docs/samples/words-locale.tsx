import { AtriumProvider, ConnectWidget, createAtriumClient } from 'react-atrium-connect';
import { de } from 'react-atrium-connect/locales/de';

const client = createAtriumClient({ baseUrl: '/api/atrium' });

const messages = { ...de, 'connected.done': 'Zur Übersicht' };

export const ConnectInGerman = () => (
  <AtriumProvider client={client} locale="de" messages={messages}>
    <ConnectWidget />
  </AtriumProvider>
);
