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
 * Why going through the institution's page came to nothing: an error reason, or `BLOCKED` (the
 * browser opened no window), `CLOSED` (the person closed it), `EXPIRED` (an hour went by and the
 * API dropped the member), `UNKNOWN` (a reason this version does not know).
 */
export type OauthProblem = OauthErrorReason | 'BLOCKED' | 'CLOSED' | 'EXPIRED' | 'UNKNOWN';

/** What the institution's page says when it is done: a hint, for the status is the truth. */
export type OauthOutcome =
  | { readonly kind: 'success'; readonly memberGuid: string | null }
  | {
      readonly kind: 'error';
      readonly memberGuid: string | null;
      readonly problem: OauthErrorReason | 'UNKNOWN';
    };
