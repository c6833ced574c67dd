import {
  AtriumProvider,
  ConnectWidget,
  createAtriumClient,
  WordsProvider,
} from 'react-atrium-connect';
import { ar } from 'react-atrium-connect/locales/ar';

const client = createAtriumClient({ baseUrl: '/api/atrium' });

export const ConnectTwice = () => (
  <AtriumProvider client={client}>
    <ConnectWidget aria-label="In English" />
    <WordsProvider locale="ar" messages={ar}>
      <ConnectWidget aria-label="In Arabic" />
    </WordsProvider>
  </AtriumProvider>
);
