/** How the institution's own page is reached, and how it lets the person go. */
export interface OauthWay {
  /** Schemes besides `https:` that the page may have, such as `mybank:` to open an app. */
  readonly schemes?: readonly string[] | undefined;
  /**
   * Where MX sends the person in the end: a page on the host's own origin that calls
   * `completeOAuthReturn`. May be relative to the present page. Without it, a page of MX's own
   * ends the visit.
   */
  readonly returnUrl?: string | undefined;
}

/** What one visit to that page is to be like. */
export interface OauthRequest extends OauthWay {
  /** Do not start an aggregation when the person has signed in. Default false. */
  readonly skipAggregation?: boolean | undefined;
}

/** The same in the spelling of the wire: MX redirects for an `APP` alone. */
export const referralOf = ({ returnUrl }: OauthWay): Readonly<Record<string, string>> =>
  returnUrl === undefined
    ? { referral_source: 'BROWSER' }
    : { referral_source: 'APP', client_redirect_url: absolute(returnUrl) };

const absolute = (url: string) =>
  URL.canParse(url) ? url : new URL(url, globalThis.location.href).href;
