import type { ConnectionStatusName } from '../domain/status.ts';

/** Which of a person's accounts a bank hands over. */
export type HeldAccounts = 'all' | 'ineligible' | 'none';

/** What MX Platform says of a member whose job has met an error, besides its connection status. */
export interface MemberErrorRow {
  readonly code: number;
  readonly connectionStatus: ConnectionStatusName;
  /** For developers. */
  readonly message: string;
  /** For the person. */
  readonly userMessage: string;
}

/** The errors that MX documents, and one that nobody does. */
export const memberErrors = [
  {
    code: 1000,
    connectionStatus: 'CONNECTED',
    message: 'This Member has no eligible checking, savings, or money market accounts.',
    userMessage:
      'We could not find any accounts eligible for transfers. Please link a checking or savings account.',
  },
  {
    code: 1001,
    connectionStatus: 'CONNECTED',
    message: 'This Member has no accounts.',
    userMessage: 'We could not find any accounts. Please connect another institution.',
  },
  {
    code: 1002,
    connectionStatus: 'IMPEDED',
    message: 'The institution has denied access to this Member.',
    userMessage: 'Your institution does not let us in. Please see to it on its website.',
  },
  {
    code: 2001,
    connectionStatus: 'REJECTED',
    message: 'The one-time password was incorrect.',
    userMessage: 'The one-time password was not right. Please try again.',
  },
  {
    code: 2002,
    connectionStatus: 'REJECTED',
    message: 'An answer to a challenge was incorrect.',
    userMessage: 'The answer was not right. Please try again.',
  },
  {
    code: 2003,
    connectionStatus: 'EXPIRED',
    message: 'A challenge was not answered in time.',
    userMessage: 'The answer came too late. Please try again.',
  },
  {
    code: 2004,
    connectionStatus: 'IMPAIRED',
    message: 'This Member must be authorized again.',
    userMessage: 'Your institution wants you to sign in again.',
  },
  {
    code: 2005,
    connectionStatus: 'DENIED',
    message: 'The credentials of this Member are invalid.',
    userMessage: 'The username or the password is not right.',
  },
  {
    code: 3000,
    connectionStatus: 'FAILED',
    message: 'The institution cannot be reached.',
    userMessage: 'Your institution cannot be reached. Please try again later.',
  },
  {
    code: 3001,
    connectionStatus: 'FAILED',
    message: 'The institution is under maintenance.',
    userMessage: 'Your institution is under maintenance. Please try again later.',
  },
  {
    code: 3002,
    connectionStatus: 'FAILED',
    message: 'The institution is unavailable.',
    userMessage: 'Your institution is unavailable at the moment. Please try again later.',
  },
  {
    code: 9999,
    connectionStatus: 'FAILED',
    message: 'An error that no client has heard of.',
    userMessage: 'Your institution is moving house. Please try again next week.',
  },
] as const satisfies readonly MemberErrorRow[];

/** The number of an error. */
export type MemberErrorCode = (typeof memberErrors)[number]['code'];

const heldBy: Partial<Record<MemberErrorCode, HeldAccounts>> = { 1000: 'ineligible', 1001: 'none' };

/** Which accounts a bank hands over when a job meets this error, or none. */
export function heldAccounts(error: MemberErrorCode | undefined): HeldAccounts {
  return (error && heldBy[error]) ?? 'all';
}

/** An error as it goes over the wire. */
export function errorToWire(
  code: MemberErrorCode | null,
): Readonly<Record<string, unknown>> | null {
  const row = memberErrors.find((each) => each.code === code);
  return row === undefined
    ? null
    : {
        error_type: 'MEMBER',
        error_code: row.code,
        error_message: row.message,
        user_message: row.userMessage,
        locale: 'en',
      };
}
