import type { ServerFeatures } from '../domain/manual-account.ts';
import type { WireOf } from './read.ts';

/** What the proxy offers. What it does not name, it does not have. */
export const parseFeatures = (wire: WireOf<'features'>): ServerFeatures => ({
  manualAccounts: wire['manual_accounts'] === true,
  events: wire['events'] === true,
});
