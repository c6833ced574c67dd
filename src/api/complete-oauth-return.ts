import type { OauthMode, OauthOutcome } from '../domain/oauth.ts';
import { tellWaitingPage } from './oauth-channel.ts';
import { parseOauthReturn } from './parse-oauth-return.ts';

/** What the page at a `returnUrl` has to do. */
export type OauthArrival =
  /** The address is no return from a bank: an ordinary visit. */
  | { readonly kind: 'none' }
  /** Another page of this app has waited and goes on; this tab is closed, if it may be. */
  | { readonly kind: 'told'; readonly outcome: OauthOutcome }
  /** Nobody waits elsewhere: go on here, with the outcome as `oauthReturn` of `ConnectWidget`. */
  | { readonly kind: 'resume'; readonly outcome: OauthOutcome };

/** Longer than a page in another tab ever takes to answer, unless the browser has put it to sleep. */
const PATIENCE_MS = 1_000;

/**
 * Everything that the page at a `returnUrl` has to do: reads what MX has added to the address,
 * tells the page that waits for it in another tab or window, and closes this one. Stores nothing,
 * and goes nowhere: nothing in the address is ever followed.
 *
 * @param url Default: the address of this page.
 * @param options With the mode `redirect`, nobody waits elsewhere, and nobody is asked. In any
 * other, a page that waits has a second to answer.
 */
export async function completeOAuthReturn(
  url: string = window.location.href,
  { mode }: { readonly mode?: OauthMode | undefined } = {},
): Promise<OauthArrival> {
  const outcome = parseOauthReturn(url);
  if (outcome === null) {
    return { kind: 'none' };
  }
  if (mode === 'redirect' || !(await tellWaitingPage(url, outcome, PATIENCE_MS))) {
    return { kind: 'resume', outcome };
  }
  window.close();
  return { kind: 'told', outcome };
}
