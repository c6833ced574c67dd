import type { Account } from './account.ts';
import type { Institution } from './institution.ts';

/** What a connection is made for: each has a job of its own, and a result. */
export const CONNECTION_MODES = ['aggregation', 'verification', 'identification'] as const;

/**
 * `aggregation` reads accounts and transactions; `verification` the numbers to move money with;
 * `identification` whose the accounts are.
 */
export type ConnectionMode = (typeof CONNECTION_MODES)[number];

/** A mode whose job the API calls premium: not every institution has it, nor every client. */
export type PremiumMode = Exclude<ConnectionMode, 'aggregation'>;

/** How far the job of a premium mode is, as far as only the browser knows. */
export interface ModeJob {
  /**
   * `unasked`: nobody has asked for it; `wanted`: the person has, and it is not started yet;
   * `started`: the API has accepted it; `told`: the host has its result.
   */
  readonly progress: 'unasked' | 'wanted' | 'started' | 'told';
  /** The guid of the account that the person has chosen. */
  readonly account: string | null;
}

/** Nobody has asked for the job. */
export const NO_JOB: ModeJob = { progress: 'unasked', account: null };

/** Whether what is there is of this job, and not of one before it. */
export const isUnderWay = ({ progress }: ModeJob): boolean =>
  progress === 'started' || progress === 'told';

/** The same of a mode: an aggregation starts by itself, and whatever is there is its own. */
export const isOfMode = (mode: ConnectionMode, job: ModeJob): boolean =>
  mode === 'aggregation' || isUnderWay(job);

/** Whether the institution has the product. */
export function isOffered(institution: Institution, mode: PremiumMode): boolean {
  return mode === 'verification'
    ? institution.supportsAccountVerification
    : institution.supportsAccountIdentification;
}

/** The types of account that have numbers to move money with. */
const DEPOSITS: readonly (string | null)[] = ['CHECKING', 'SAVINGS'];

/**
 * The accounts that can be verified: open, and for deposits. `numbered` are the guids of those
 * whose numbers came; `null` where that is not told.
 */
export function verifiableAccounts(
  accounts: readonly Account[],
  numbered: readonly string[] | null,
): readonly Account[] {
  return accounts.filter(
    ({ guid, type, isClosed }) =>
      !isClosed && DEPOSITS.includes(type) && (numbered === null || numbered.includes(guid)),
  );
}

/** The numbers to move money with. Hand them on, and keep none of them in the browser. */
export interface AccountNumbers {
  readonly accountGuid: string;
  readonly accountNumber: string | null;
  /** In the United States. */
  readonly routingNumber: string | null;
  /** In Canada. */
  readonly institutionNumber: string | null;
  /** In Canada. */
  readonly transitNumber: string | null;
}

/** Whose an account is, as the institution has it. */
export interface AccountOwner {
  readonly guid: string;
  readonly accountGuid: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly city: string | null;
  /** A state or a province. */
  readonly state: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
}
