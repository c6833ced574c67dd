import { ConnectWidget } from 'react-atrium-connect';

export const ConnectInAPopup = () => <ConnectWidget oauth={{ mode: 'popup' }} />;
