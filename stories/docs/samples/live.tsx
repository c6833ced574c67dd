import { AtriumProvider, MemberManager, createAtriumClient } from 'react-atrium-connect';

const client = createAtriumClient({ baseUrl: '/api/atrium' });

export const LiveConnections = () => (
  <AtriumProvider client={client} live>
    <MemberManager />
  </AtriumProvider>
);
