import { ApiProvider, ConnectWidget } from '@mxenabled/connect-widget';
import { peerApi } from './peer-api.ts';
import { asked, show } from './show.ts';

const member = asked('member');

show(() => (
  <ApiProvider apiValue={peerApi}>
    <ConnectWidget
      clientConfig={{
        mode: 'aggregation',
        ...(member !== undefined && { current_member_guid: member }),
      }}
      language={{ locale: 'en' }}
      profiles={{
        client: {},
        clientProfile: { uses_oauth: true },
        clientColorScheme: {},
        user: {},
        userProfile: {},
        widgetProfile: {},
      }}
      userFeatures={[]}
      // Of its dialog about a screen that is too small, which a measurement would have to close.
      showTooSmallDialog={false}
    />
  </ApiProvider>
));
