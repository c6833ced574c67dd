import type { OauthWay } from '../api/oauth-way.ts';
import type { OauthMode } from '../domain/oauth.ts';
import type { Institution } from '../domain/institution.ts';

interface OauthSettings extends OauthWay {
  /** Say before leaving where the person is taken to, for them to accept. Default false. */
  readonly leavingNotice?: boolean | undefined;
}

/** How a person gets to the institution's own page and back. */
export type ConnectOauthOptions = OauthSettings &
  (
    | {
        /**
         * `link` (the default) is a real link to a new tab, which nothing can block; `popup` is a
         * small window, whose closing is noticed at once; `redirect` leaves in this very tab,
         * and so needs a `returnUrl`.
         */
        readonly mode?: 'link' | 'popup' | undefined;
      }
    | { readonly mode: Extract<OauthMode, 'redirect'>; readonly returnUrl: string }
  );

/** What the host is told before this tab leaves for the institution's page. */
export interface OauthDeparture {
  /** The member to carry on with afterwards. */
  readonly memberGuid: string;
  readonly institution: Institution | null;
  /** Where this tab goes. Good for one use. */
  readonly windowUri: string;
}

/**
 * Called in the mode `redirect` before this tab leaves: the time to save what is on the page.
 * Waited for. If it fails, the person stays and is told so.
 */
export type BeforeRedirect = (departure: OauthDeparture) => void | Promise<void>;
