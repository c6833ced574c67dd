import { ConnectWidget } from 'react-atrium-connect';

export const ConnectWithNotice = () => <ConnectWidget oauth={{ leavingNotice: true }} />;
