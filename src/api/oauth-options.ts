/** How a person gets to the institution's own page and back. */
export interface OauthOptions {
  /** Schemes besides `https:` that the page may have, such as `mybank:` to open an app. */
  readonly schemes?: readonly string[] | undefined;
  /** `BROWSER`: MX's own page ends the visit. `APP`: MX redirects. Default `BROWSER`. */
  readonly referralSource?: 'BROWSER' | 'APP' | undefined;
  /** Where MX sends the person afterwards. Only with `APP`. */
  readonly clientRedirectUrl?: string | undefined;
}

/** The same in the spelling of the wire. */
export const referralOf = ({
  referralSource = 'BROWSER',
  clientRedirectUrl,
}: OauthOptions): Readonly<Record<string, string | undefined>> => ({
  referral_source: referralSource,
  client_redirect_url: clientRedirectUrl,
});
