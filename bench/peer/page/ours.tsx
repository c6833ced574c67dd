import { AtriumProvider, ConnectWidget, createAtriumClient } from 'react-atrium-connect';
import 'react-atrium-connect/styles.css';
import { asked, show } from './show.ts';

const client = createAtriumClient({ baseUrl: '/api/atrium' });

show(() => (
  <AtriumProvider client={client}>
    <ConnectWidget memberGuid={asked('member')} />
  </AtriumProvider>
));
