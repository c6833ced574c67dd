import { AtriumProvider, createAtriumClient, OAuthReturn } from 'react-atrium-connect';
import { oauth } from './oauth-redirect.tsx';

const client = createAtriumClient({ baseUrl: '/api/atrium' });

/** The page at /banks/return. */
export const BankReturnPage = () => (
  <AtriumProvider client={client}>
    <OAuthReturn oauth={oauth} onExit={() => window.location.assign('/banks')} />
  </AtriumProvider>
);
