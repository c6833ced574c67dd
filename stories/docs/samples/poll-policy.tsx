import { ConnectWidget, DEFAULT_POLL_POLICY, type PollPolicy } from 'react-atrium-connect';

const patient: PollPolicy = { ...DEFAULT_POLL_POLICY, deadlineMs: 20 * 60_000 };

export const PatientWidget = () => <ConnectWidget pollPolicy={patient} />;
