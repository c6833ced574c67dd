/** Why the institution's page sent the person back without a connection, as the API spells it. */
export const OAUTH_ERROR_REASONS = [
  'CANCELLED',
  'DENIED',
  'IMPEDED',
  'PROVIDER_ERROR',
  'SERVER_ERROR',
  'SESSION_ERROR',
] as const;

/** An error reason that the API documents. */
export type OauthErrorReason = (typeof OAUTH_ERROR_REASONS)[number];

/**
 * How a person gets to the institution's own page: by a link to a new tab, which nothing can
 * block; in a popup; or in the same tab, which comes back afterwards.
 */
export type OauthMode = 'link' | 'popup' | 'redirect';

/**
 * Why going through the institution's page came to nothing: an error reason, or `BLOCKED` (the
 * browser opened no window), `CLOSED` (the window seems to be closed), `EXPIRED` (an hour went by
 * and the API dropped the member), `UNSAVED` (the host's `beforeRedirect` failed), `UNKNOWN` (a
 * reason this version does not know).
 */
export type OauthProblem =
  OauthErrorReason | 'BLOCKED' | 'CLOSED' | 'EXPIRED' | 'UNSAVED' | 'UNKNOWN';

/** What the institution's page says when it is done: a hint, for the status is the truth. */
export type OauthOutcome =
  | { readonly kind: 'success'; readonly memberGuid: string | null }
  | {
      readonly kind: 'error';
      readonly memberGuid: string | null;
      readonly problem: OauthErrorReason | 'UNKNOWN';
    };
