import { answerRefused, credentialsNeeded, type ReportedStatus, type StatusRow } from './status.ts';

/** What the latest job of a member came to grief over. Only the Platform API tells. */
export interface MemberError {
  /** One that is in the table below, or one that this version does not know. */
  readonly code: number;
  /** The API's own words to the person. Text, never markup. */
  readonly message: string | null;
  /** The language that they are in, such as `en`. */
  readonly locale: string | null;
}

/** What the API says of a member besides the name of its status. */
export interface StatusDetail {
  readonly error: MemberError | null;
  /** The status in the API's own English words. */
  readonly connectionStatusMessage: string | null;
}

/** The name of a member error that this version knows, as MX spells it. */
export type MemberErrorName =
  | 'NO_ELIGIBLE_ACCOUNTS'
  | 'NO_ACCOUNTS'
  | 'ACCESS_DENIED'
  | 'INCORRECT_OTP'
  | 'INCORRECT_MFA'
  | 'MFA_TIMEOUT'
  | 'REAUTHORIZATION_REQUIRED'
  | 'INVALID_CREDENTIALS'
  | 'INSTITUTION_DOWN'
  | 'INSTITUTION_MAINTENANCE'
  | 'INSTITUTION_UNAVAILABLE';

/** Whose turn it is and what is offered, where the status alone offers nothing that helps. */
type WayOut = Pick<StatusRow, 'tone' | 'turn' | 'aggregate' | 'remedies'>;

/** What one member error means for a user interface. */
export interface MemberErrorRow extends WayOut {
  readonly code: number;
  readonly name: MemberErrorName;
  /** In our words, with `{institution}` for its name, and in place of those of the status. */
  readonly title: string;
  readonly message: string;
}

const anotherAccount = { ...answerRefused, remedies: ['choose-another', 'try-again'] } as const;
const anotherTime = {
  tone: 'danger',
  turn: 'later',
  aggregate: 'on-request',
  remedies: ['try-again', 'close'],
} as const;

const meanings = {
  NO_ELIGIBLE_ACCOUNTS: {
    ...anotherAccount,
    code: 1000,
    title: 'No account that can be used',
    message:
      'Please choose another institution, or try again with a checking or savings account: none was found at {institution}.',
  },
  NO_ACCOUNTS: {
    ...anotherAccount,
    code: 1001,
    title: 'No accounts found',
    message:
      'Please choose another institution, or try again: no accounts were found at {institution}.',
  },
  ACCESS_DENIED: {
    ...credentialsNeeded,
    code: 1002,
    title: 'More permission is needed',
    message:
      'Please allow access to your accounts at {institution}, then try again: your sign-in details alone do not give it.',
  },
  INCORRECT_OTP: {
    ...answerRefused,
    code: 2001,
    title: 'That code was not right',
    message: 'Please try again with a new code: the last one was not accepted by {institution}.',
  },
  INCORRECT_MFA: {
    ...answerRefused,
    code: 2002,
    title: 'That answer was not right',
    message: 'Please try again: the answer is not the one that {institution} expects.',
  },
  MFA_TIMEOUT: {
    ...answerRefused,
    code: 2003,
    title: 'Time ran out',
    message: 'Please try again and answer within a few minutes: no answer came in time.',
  },
  REAUTHORIZATION_REQUIRED: {
    ...credentialsNeeded,
    code: 2004,
    title: 'Please sign in again',
    message:
      'Please sign in again to keep your data up to date: the permission from {institution} has run out.',
  },
  INVALID_CREDENTIALS: {
    ...credentialsNeeded,
    code: 2005,
    title: 'Those details did not match',
    message:
      'Please check your sign-in details and enter them again: they were not accepted by {institution}.',
  },
  INSTITUTION_DOWN: {
    ...anotherTime,
    code: 3000,
    title: 'No connection to {institution}',
    message: 'Please try again later: the systems of {institution} are down.',
  },
  INSTITUTION_MAINTENANCE: {
    ...anotherTime,
    code: 3001,
    title: 'Maintenance at {institution}',
    message: 'Please try again in a few hours: maintenance is under way at {institution}.',
  },
  INSTITUTION_UNAVAILABLE: {
    ...anotherTime,
    code: 3002,
    title: 'No answer from {institution}',
    message: 'Please try again later: no data can be had from {institution} at the moment.',
  },
} as const satisfies Record<MemberErrorName, Omit<MemberErrorRow, 'name'>>;

/** Every member error that this version knows, by name. */
export const memberErrors: Readonly<Record<MemberErrorName, MemberErrorRow>> =
  Object.fromEntries<object>(
    Object.entries(meanings).map(([name, meaning]) => [name, { name, ...meaning }]),
  ) as Record<MemberErrorName, MemberErrorRow>;

/** The row of an error code; `null` for one that this version does not know. Never throws. */
export function memberError(code: unknown): MemberErrorRow | null {
  return Object.values(memberErrors).find((row) => row.code === code) ?? null;
}

/**
 * The API's own text, where it says more than we can and is in the language in force: that of an
 * error that this version does not know, or of a status.
 */
export function apiMessage(
  status: ReportedStatus,
  { error, connectionStatusMessage }: StatusDetail,
  locale: string,
): string | null {
  const isReadable = (language: string | null) =>
    language !== null && languageOf(language) === languageOf(locale);
  return (
    (error !== null && isReadable(error.locale) && error.message) ||
    (status === 'UNKNOWN' && isReadable('en') && connectionStatusMessage) ||
    null
  );
}

const languageOf = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];
