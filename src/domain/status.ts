/**
 * What a connection can report, and what each report means for the person looking at it.
 * One table, and everything else is read off it: the message, the tone, whose turn it is,
 * whether to ask again, whether to aggregate, what to offer.
 */

/** The name of a connection status, as the Atrium API spells it. */
export type ConnectionStatusName =
  | 'CREATED'
  | 'PREVENTED'
  | 'DENIED'
  | 'CHALLENGED'
  | 'REJECTED'
  | 'LOCKED'
  | 'CONNECTED'
  | 'IMPEDED'
  | 'RECONNECTED'
  | 'DEGRADED'
  | 'DISCONNECTED'
  | 'DISCONTINUED'
  | 'CLOSED'
  | 'DELAYED'
  | 'FAILED'
  | 'UPDATED'
  | 'DISABLED'
  | 'IMPORTED'
  | 'RESUMED'
  | 'EXPIRED'
  | 'IMPAIRED'
  | 'PENDING';

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

/** What a status adds to its name and its number. `poll` and `aggregate` are `never` unless given. */
type Meaning = Omit<StatusRow, 'id' | 'name' | 'poll' | 'aggregate'> &
  Partial<Pick<StatusRow, 'poll' | 'aggregate'>>;

/** Statuses that ask for the same thing, whatever they say. */
const working = {
  tone: 'progress',
  turn: 'machine',
  poll: 'always',
  aggregate: 'when-present',
  remedies: ['cancel'],
} as const;
export const credentialsNeeded = {
  tone: 'attention',
  turn: 'user',
  aggregate: 'after-credentials',
  remedies: ['enter-credentials'],
} as const;
const credentialsRefused = {
  ...credentialsNeeded,
  remedies: ['enter-credentials', 'visit-institution'],
} as const;
export const answerRefused = {
  tone: 'attention',
  turn: 'user',
  aggregate: 'on-request',
  remedies: ['try-again'],
} as const;
const waiting = { tone: 'neutral', turn: 'wait', remedies: ['close'] } as const;

/**
 * Every connection status, in the API's order: the place is the integer id. A status without a
 * meaning here does not compile, and neither does a meaning for a status that the API does not have.
 */
const meanings = {
  CREATED: { ...working, message: 'Connecting to {institution} ...' },
  PREVENTED: {
    ...credentialsRefused,
    message:
      'The last 3 attempts to connect have failed. Please re-enter your credentials to continue importing data.',
  },
  DENIED: {
    ...credentialsRefused,
    message:
      'The credentials entered do not match your credentials at this institution. Please re-enter your credentials to continue importing data.',
  },
  CHALLENGED: {
    message:
      'To authenticate your connection to {institution}, please answer the following challenge(s).',
    tone: 'attention',
    turn: 'user',
    aggregate: 'after-answer',
    remedies: ['answer'],
  },
  REJECTED: {
    ...answerRefused,
    message: 'The answer or answers provided were incorrect. Please try again.',
    poll: 'while-aggregating',
  },
  LOCKED: {
    message:
      'Your account is locked. Please log in to the appropriate website for {institution} and follow the steps to resolve the issue.',
    tone: 'danger',
    turn: 'user-at-institution',
    aggregate: 'on-request',
    remedies: ['visit-institution', 'confirm-resolved'],
  },
  CONNECTED: {
    message: 'Connected to {institution} ...',
    tone: 'success',
    turn: 'done',
    poll: 'while-aggregating',
    remedies: ['finish'],
  },
  IMPEDED: {
    message:
      "Your attention is needed at this institution's website. Please log in to the appropriate website for {institution} and follow the steps to resolve the issue.",
    tone: 'attention',
    turn: 'user-at-institution',
    aggregate: 'on-request',
    remedies: ['visit-institution', 'try-again'],
  },
  RECONNECTED: { ...working, message: 'Reconnecting to {institution} ...' },
  DEGRADED: {
    ...waiting,
    message: 'We are upgrading this connection. Please try again later.',
  },
  DISCONNECTED: {
    ...waiting,
    message:
      'It looks like your data from {institution} cannot be imported. We are working to resolve the issue.',
  },
  DISCONTINUED: {
    message:
      'Connections to this institution are no longer supported. You may create a manual account and use manual transactions to track data for this account.',
    tone: 'danger',
    turn: 'ended',
    remedies: ['add-manually', 'choose-another'],
  },
  CLOSED: {
    message:
      'This connection has been closed. You may track this account manually. If reopened, you may connect the institution again.',
    tone: 'neutral',
    turn: 'ended',
    remedies: ['connect-again', 'add-manually'],
  },
  DELAYED: {
    message: 'Importing your data from {institution} may take a while. Please check back later.',
    tone: 'progress',
    turn: 'machine',
    poll: 'slowly',
    remedies: ['leave'],
  },
  FAILED: {
    message:
      'There was a problem validating your credentials with {institution}. Please try again later.',
    tone: 'danger',
    turn: 'later',
    aggregate: 'on-request',
    remedies: ['try-again', 'close'],
  },
  UPDATED: { ...working, message: 'Connecting to {institution} ...' },
  DISABLED: {
    message:
      'Importing data from this institution has been disabled. Please contact us if you believe it has been disabled in error.',
    tone: 'neutral',
    turn: 'ended',
    remedies: ['contact-support', 'close'],
  },
  IMPORTED: {
    ...credentialsNeeded,
    message:
      'You must re-authenticate before your data can be imported. Please enter your credentials for {institution}.',
  },
  RESUMED: { ...working, message: 'Connecting to {institution} ...', aggregate: 'never' },
  EXPIRED: {
    ...answerRefused,
    message: 'The answer or answers were not provided in time. Please try again.',
  },
  IMPAIRED: {
    ...credentialsNeeded,
    message:
      'You must re-authenticate before your data can be imported. Please enter your credentials for {institution}.',
  },
  PENDING: {
    message: null,
    tone: 'attention',
    turn: 'user-at-institution',
    poll: 'always',
    remedies: ['authorize'],
  },
} as const satisfies Record<ConnectionStatusName, Meaning>;

const rowOf = (name: ReportedStatus, id: number | null, meaning: Meaning): StatusRow => ({
  id,
  name,
  poll: 'never',
  aggregate: 'never',
  ...meaning,
});

/** The names of the connection statuses, in the API's order: the index is the integer id. */
export const CONNECTION_STATUSES: readonly ConnectionStatusName[] = Object.keys(
  meanings,
) as ConnectionStatusName[];

type StatusTable = {
  readonly [Name in ConnectionStatusName]: StatusRow & { readonly name: Name };
};

/** The row of every connection status, by name. */
export const statusTable: StatusTable = Object.fromEntries(
  CONNECTION_STATUSES.map((name, id) => [name, rowOf(name, id, meanings[name])]),
) as StatusTable;

/** The member exists but has no credentials: nothing to say and nothing to do. */
export const NULL_STATUS: StatusRow = rowOf(null, null, {
  message: null,
  tone: 'neutral',
  turn: 'nobody',
  remedies: ['close'],
});

/** A status that this version does not know is never a success and never a dead end. */
export const UNKNOWN_STATUS: StatusRow = rowOf('UNKNOWN', null, {
  message: 'We cannot tell how your connection to {institution} is doing. Please try again later.',
  tone: 'attention',
  turn: 'later',
  poll: 'while-aggregating',
  aggregate: 'on-request',
  remedies: ['try-again', 'close'],
});

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
