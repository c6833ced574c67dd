/**
 * What a connection can report, and what each report means for the person looking at it.
 * One table, and everything else is read off it: the message, the tone, whose turn it is,
 * whether to ask again, whether to aggregate, what to offer.
 */

/** The connection statuses of the Atrium API, in the API's order: the index is the integer id. */
export const CONNECTION_STATUSES = [
  'CREATED',
  'PREVENTED',
  'DENIED',
  'CHALLENGED',
  'REJECTED',
  'LOCKED',
  'CONNECTED',
  'IMPEDED',
  'RECONNECTED',
  'DEGRADED',
  'DISCONNECTED',
  'DISCONTINUED',
  'CLOSED',
  'DELAYED',
  'FAILED',
  'UPDATED',
  'DISABLED',
  'IMPORTED',
  'RESUMED',
  'EXPIRED',
  'IMPAIRED',
  'PENDING',
] as const;

/** The name of a connection status, as the Atrium API spells it. */
export type ConnectionStatusName = (typeof CONNECTION_STATUSES)[number];

/**
 * What a member may report: a known status, `null` (the member has no credentials),
 * or `'UNKNOWN'` for a word or number that this version has never heard of.
 */
export type ReportedStatus = ConnectionStatusName | 'UNKNOWN' | null;

/** Who has to move before anything changes. */
export type Turn =
  'nobody' | 'machine' | 'user' | 'user-at-institution' | 'done' | 'wait' | 'later' | 'ended';

/** Whether reading the status again can tell anything new. */
export type PollRule = 'never' | 'always' | 'while-aggregating' | 'slowly';

/**
 * When an aggregation may be started: `when-present` as soon as the person is here (unless one
 * runs), `after-credentials` and `after-answer` by the API itself once it gets them,
 * `on-request` only if the person asks.
 */
export type AggregateRule =
  'never' | 'when-present' | 'after-credentials' | 'after-answer' | 'on-request';

/** How the message feels. Always shown with an icon and a word, never by colour alone. */
export type Tone = 'neutral' | 'progress' | 'attention' | 'success' | 'danger';

/** What the person can do about a status. The first of a row is the primary one. */
export type Remedy =
  | 'enter-credentials'
  | 'answer'
  | 'authorize'
  | 'try-again'
  | 'confirm-resolved'
  | 'visit-institution'
  | 'choose-another'
  | 'connect-again'
  | 'add-manually'
  | 'contact-support'
  | 'finish'
  | 'leave'
  | 'cancel'
  | 'close';

/** What one status means for a user interface. */
export interface StatusRow {
  /** The API's integer; `null` for the null status and for an unknown one. */
  readonly id: number | null;
  readonly name: ReportedStatus;
  /** The API's end-user message, verbatim, with `{institution}` where it says `[...]`. */
  readonly message: string | null;
  readonly tone: Tone;
  readonly turn: Turn;
  readonly poll: PollRule;
  readonly aggregate: AggregateRule;
  readonly remedies: readonly Remedy[];
}

/**
 * Every connection status. A status in {@link CONNECTION_STATUSES} without a row here does not
 * compile, and neither does a row for a status that the API does not have.
 */
export const statusTable = {
  CREATED: {
    id: 0,
    name: 'CREATED',
    message: 'Connecting to {institution} ...',
    tone: 'progress',
    turn: 'machine',
    poll: 'always',
    aggregate: 'when-present',
    remedies: ['cancel'],
  },
  PREVENTED: {
    id: 1,
    name: 'PREVENTED',
    message:
      'The last 3 attempts to connect have failed. Please re-enter your credentials to continue importing data.',
    tone: 'attention',
    turn: 'user',
    poll: 'never',
    aggregate: 'after-credentials',
    remedies: ['enter-credentials', 'visit-institution'],
  },
  DENIED: {
    id: 2,
    name: 'DENIED',
    message:
      'The credentials entered do not match your credentials at this institution. Please re-enter your credentials to continue importing data.',
    tone: 'attention',
    turn: 'user',
    poll: 'never',
    aggregate: 'after-credentials',
    remedies: ['enter-credentials', 'visit-institution'],
  },
  CHALLENGED: {
    id: 3,
    name: 'CHALLENGED',
    message:
      'To authenticate your connection to {institution}, please answer the following challenge(s).',
    tone: 'attention',
    turn: 'user',
    poll: 'never',
    aggregate: 'after-answer',
    remedies: ['answer'],
  },
  REJECTED: {
    id: 4,
    name: 'REJECTED',
    message: 'The answer or answers provided were incorrect. Please try again.',
    tone: 'attention',
    turn: 'user',
    poll: 'while-aggregating',
    aggregate: 'on-request',
    remedies: ['try-again'],
  },
  LOCKED: {
    id: 5,
    name: 'LOCKED',
    message:
      'Your account is locked. Please log in to the appropriate website for {institution} and follow the steps to resolve the issue.',
    tone: 'danger',
    turn: 'user-at-institution',
    poll: 'never',
    aggregate: 'on-request',
    remedies: ['visit-institution', 'confirm-resolved'],
  },
  CONNECTED: {
    id: 6,
    name: 'CONNECTED',
    message: 'Connected to {institution} ...',
    tone: 'success',
    turn: 'done',
    poll: 'while-aggregating',
    aggregate: 'never',
    remedies: ['finish'],
  },
  IMPEDED: {
    id: 7,
    name: 'IMPEDED',
    message:
      "Your attention is needed at this institution's website. Please log in to the appropriate website for {institution} and follow the steps to resolve the issue.",
    tone: 'attention',
    turn: 'user-at-institution',
    poll: 'never',
    aggregate: 'on-request',
    remedies: ['visit-institution', 'try-again'],
  },
  RECONNECTED: {
    id: 8,
    name: 'RECONNECTED',
    message: 'Reconnecting to {institution} ...',
    tone: 'progress',
    turn: 'machine',
    poll: 'always',
    aggregate: 'when-present',
    remedies: ['cancel'],
  },
  DEGRADED: {
    id: 9,
    name: 'DEGRADED',
    message: 'We are upgrading this connection. Please try again later.',
    tone: 'neutral',
    turn: 'wait',
    poll: 'never',
    aggregate: 'never',
    remedies: ['close'],
  },
  DISCONNECTED: {
    id: 10,
    name: 'DISCONNECTED',
    message:
      'It looks like your data from {institution} cannot be imported. We are working to resolve the issue.',
    tone: 'neutral',
    turn: 'wait',
    poll: 'never',
    aggregate: 'never',
    remedies: ['close'],
  },
  DISCONTINUED: {
    id: 11,
    name: 'DISCONTINUED',
    message:
      'Connections to this institution are no longer supported. You may create a manual account and use manual transactions to track data for this account.',
    tone: 'danger',
    turn: 'ended',
    poll: 'never',
    aggregate: 'never',
    remedies: ['add-manually', 'choose-another'],
  },
  CLOSED: {
    id: 12,
    name: 'CLOSED',
    message:
      'This connection has been closed. You may track this account manually. If reopened, you may connect the institution again.',
    tone: 'neutral',
    turn: 'ended',
    poll: 'never',
    aggregate: 'never',
    remedies: ['connect-again', 'add-manually'],
  },
  DELAYED: {
    id: 13,
    name: 'DELAYED',
    message: 'Importing your data from {institution} may take a while. Please check back later.',
    tone: 'progress',
    turn: 'machine',
    poll: 'slowly',
    aggregate: 'never',
    remedies: ['leave'],
  },
  FAILED: {
    id: 14,
    name: 'FAILED',
    message:
      'There was a problem validating your credentials with {institution}. Please try again later.',
    tone: 'danger',
    turn: 'later',
    poll: 'never',
    aggregate: 'on-request',
    remedies: ['try-again', 'close'],
  },
  UPDATED: {
    id: 15,
    name: 'UPDATED',
    message: 'Connecting to {institution} ...',
    tone: 'progress',
    turn: 'machine',
    poll: 'always',
    aggregate: 'when-present',
    remedies: ['cancel'],
  },
  DISABLED: {
    id: 16,
    name: 'DISABLED',
    message:
      'Importing data from this institution has been disabled. Please contact us if you believe it has been disabled in error.',
    tone: 'neutral',
    turn: 'ended',
    poll: 'never',
    aggregate: 'never',
    remedies: ['contact-support', 'close'],
  },
  IMPORTED: {
    id: 17,
    name: 'IMPORTED',
    message:
      'You must re-authenticate before your data can be imported. Please enter your credentials for {institution}.',
    tone: 'attention',
    turn: 'user',
    poll: 'never',
    aggregate: 'after-credentials',
    remedies: ['enter-credentials'],
  },
  RESUMED: {
    id: 18,
    name: 'RESUMED',
    message: 'Connecting to {institution} ...',
    tone: 'progress',
    turn: 'machine',
    poll: 'always',
    aggregate: 'never',
    remedies: ['cancel'],
  },
  EXPIRED: {
    id: 19,
    name: 'EXPIRED',
    message: 'The answer or answers were not provided in time. Please try again.',
    tone: 'attention',
    turn: 'user',
    poll: 'never',
    aggregate: 'on-request',
    remedies: ['try-again'],
  },
  IMPAIRED: {
    id: 20,
    name: 'IMPAIRED',
    message:
      'You must re-authenticate before your data can be imported. Please enter your credentials for {institution}.',
    tone: 'attention',
    turn: 'user',
    poll: 'never',
    aggregate: 'after-credentials',
    remedies: ['enter-credentials'],
  },
  PENDING: {
    id: 21,
    name: 'PENDING',
    message: null,
    tone: 'attention',
    turn: 'user-at-institution',
    poll: 'always',
    aggregate: 'never',
    remedies: ['authorize'],
  },
} as const satisfies Record<ConnectionStatusName, StatusRow>;

/** The member exists but has no credentials: nothing to say and nothing to do. */
export const NULL_STATUS: StatusRow = {
  id: null,
  name: null,
  message: null,
  tone: 'neutral',
  turn: 'nobody',
  poll: 'never',
  aggregate: 'never',
  remedies: ['close'],
};

/** A status that this version does not know is never a success and never a dead end. */
export const UNKNOWN_STATUS: StatusRow = {
  id: null,
  name: 'UNKNOWN',
  message: 'We cannot tell how your connection to {institution} is doing. Please try again later.',
  tone: 'attention',
  turn: 'later',
  poll: 'while-aggregating',
  aggregate: 'on-request',
  remedies: ['try-again', 'close'],
};

/** True for the name of a known connection status. */
export function isConnectionStatus(raw: unknown): raw is ConnectionStatusName {
  return typeof raw === 'string' && Object.hasOwn(statusTable, raw);
}

/**
 * Reads what an API response, a webhook or a stored value says: a name, an integer id or `null`.
 * Anything else is `'UNKNOWN'`. Never throws.
 */
export function parseConnectionStatus(raw: unknown): ReportedStatus {
  if (raw === null || isConnectionStatus(raw)) {
    return raw;
  }
  return (typeof raw === 'number' && CONNECTION_STATUSES[raw]) || 'UNKNOWN';
}

/** The row of a status already parsed. */
export function statusRow(status: ReportedStatus): StatusRow {
  if (status === null) {
    return NULL_STATUS;
  }
  return status === 'UNKNOWN' ? UNKNOWN_STATUS : statusTable[status];
}
