import type { ConnectOauthOptions, OauthMode } from 'react-atrium-connect';
import { useChoice } from './use-choice.ts';
import type { Chosen } from './use-choice.ts';

/** Whose page ends a visit to the bank. In the same tab, it can only be the app's own. */
export type WayBack = 'mx' | 'larder';

/** Whether the widget names the bank's page before it opens. */
export type LeavingNotice = 'without' | 'with';

/** What whoever tries the demo can change about a bank's own page. */
export interface OauthChoices {
  readonly mode: Chosen<OauthMode>;
  readonly wayBack: Chosen<WayBack>;
  readonly notice: Chosen<LeavingNotice>;
}

const RETURN_URL = '/return.html';

export const useOauthChoices = (): OauthChoices => ({
  mode: useChoice('oauth', ['link', 'popup', 'redirect']),
  wayBack: useChoice('way-back', ['mx', 'larder']),
  notice: useChoice('leaving-notice', ['without', 'with']),
});

export function oauthOptions({ mode, wayBack, notice }: OauthChoices): ConnectOauthOptions {
  const leavingNotice = notice.value === 'with';
  return mode.value === 'redirect' || wayBack.value === 'larder'
    ? { mode: mode.value, leavingNotice, returnUrl: RETURN_URL }
    : { mode: mode.value, leavingNotice };
}
