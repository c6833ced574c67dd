import { ConnectWidget, type ConnectOauthOptions } from 'react-atrium-connect';

export const oauth: ConnectOauthOptions = { mode: 'redirect', returnUrl: '/banks/return' };

/** This tab goes to the bank, and comes back to `returnUrl`. */
export const ConnectInThisTab = ({ saveDraft }: { saveDraft: () => Promise<void> }) => (
  <ConnectWidget oauth={oauth} beforeRedirect={saveDraft} />
);
