/** Every way in which a request can fail. Closed: each has its own words and its own way on. */
export const ATRIUM_ERROR_KINDS = [
  'offline',
  'timeout',
  'unauthorized',
  'forbidden',
  'not-found',
  'member-limit',
  'conflict',
  'throttled',
  'too-many-attempts',
  'invalid',
  'server',
  'unreadable',
  'unsafe',
] as const;

/** The name of a way in which a request can fail. */
export type AtriumErrorKind = (typeof ATRIUM_ERROR_KINDS)[number];

/** What is known of a failed request besides its kind. */
export interface AtriumErrorDetails {
  /** The HTTP status, when there was an answer. */
  readonly status?: number | undefined;
  /** How long the server asks us to wait before the next request, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** With `conflict` on creating a member: the member that exists already, if the server said. */
  readonly memberGuid?: string | undefined;
}

/**
 * A request that failed. The message is for the developer, in our words: neither what was sent
 * nor what the server answered is ever part of it.
 */
export class AtriumError extends Error {
  override readonly name = 'AtriumError';
  readonly kind: AtriumErrorKind;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly memberGuid: string | undefined;

  constructor(kind: AtriumErrorKind, message: string, details: AtriumErrorDetails = {}) {
    super(message);
    this.kind = kind;
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
    this.memberGuid = details.memberGuid;
  }

  /** An `AtriumError` as it is; anything else that a host's own client may throw as `unreadable`. */
  static from(error: unknown): AtriumError {
    return error instanceof AtriumError
      ? error
      : new AtriumError('unreadable', 'The client threw something that is not an AtriumError.');
  }
}

/** Whether the same request may succeed if it is simply sent again. */
export const isRetryable = {
  offline: true,
  timeout: true,
  unauthorized: false,
  forbidden: false,
  'not-found': false,
  'member-limit': false,
  conflict: false,
  throttled: true,
  'too-many-attempts': false,
  invalid: false,
  server: true,
  unreadable: true,
  unsafe: false,
} as const satisfies Record<AtriumErrorKind, boolean>;

/**
 * Whether the person is offered to send the same request again: where that may help by itself, and
 * where they can see to it elsewhere, as who signs in to the app again in another tab.
 */
export const offersRetry = {
  ...isRetryable,
  unauthorized: true,
} as const satisfies Record<AtriumErrorKind, boolean>;
