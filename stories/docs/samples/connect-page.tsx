import { AtriumProvider, ConnectWidget, createAtriumClient } from 'react-atrium-connect';
import 'react-atrium-connect/styles.css';

const client = createAtriumClient({ baseUrl: '/api/atrium' });

export const ConnectPage = () => (
  <AtriumProvider client={client}>
    <ConnectWidget
      onSuccess={({ memberGuid, accounts }) => console.log(memberGuid, accounts.length)}
      onExit={({ reason }) => console.log('left:', reason)}
    />
  </AtriumProvider>
);
