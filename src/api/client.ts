import type { Account } from '../domain/account.ts';
import type { Challenge } from '../domain/challenge.ts';
import type { Answer, Credential } from '../domain/credential.ts';
import type { Institution } from '../domain/institution.ts';
import type { MemberEvent } from '../domain/live.ts';
import type { NewManualAccount, ServerFeatures } from '../domain/manual-account.ts';
import type { Member, MemberStatus } from '../domain/member.ts';
import type { AccountNumbers, AccountOwner, PremiumMode } from '../domain/mode.ts';
import type { OauthRequest, OauthWay } from './oauth-way.ts';

/** What every request takes besides its own input. */
export interface RequestOptions {
  /** Aborts the request. The promise then rejects with the signal's reason, not an `AtriumError`. */
  readonly signal?: AbortSignal | undefined;
}

/** Where a stream of events is to begin. */
export interface EventsRequest extends RequestOptions {
  /** Of the last event of the stream before: what has happened since is told first. */
  readonly lastEventId?: string | undefined;
}

/** Which institutions to list. */
export interface InstitutionQuery {
  /** Part of the name. Default: all institutions. */
  readonly name?: string | undefined;
  /** Only institutions that have the product of this mode. Default: all. */
  readonly mode?: PremiumMode | undefined;
  /** From 1. Default 1. */
  readonly page?: number | undefined;
  /** 10 to 100. Default 25. */
  readonly perPage?: number | undefined;
}

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** From 1. */
  readonly page: number;
  readonly totalPages: number;
  readonly totalItems: number;
}

/** A new member: with credentials, or with `isOauth` to sign in at the institution's own page. */
export interface NewMember {
  readonly institutionCode: string;
  readonly credentials?: readonly Answer[] | undefined;
  readonly isOauth?: boolean | undefined;
  /** With `isOauth`: how that page is reached, and how it lets the person go. */
  readonly oauth?: OauthWay | undefined;
  readonly identifier?: string | undefined;
  readonly metadata?: string | undefined;
  /** What the member is called. Cannot be changed later. Default: the institution's name. */
  readonly name?: string | undefined;
  /** Do not start an aggregation with the creation. Default false. */
  readonly skipAggregation?: boolean | undefined;
}

/** What of a member can change. New credentials start an aggregation. */
export interface MemberChanges {
  readonly credentials?: readonly Answer[] | undefined;
  /** Do not start an aggregation with new credentials. Default false. */
  readonly skipAggregation?: boolean | undefined;
  readonly identifier?: string | undefined;
  readonly metadata?: string | undefined;
}

/**
 * Everything the components and hooks ask of the host's own server. `createAtriumClient` speaks
 * it to the proxy of `react-atrium-connect/server`; a host with another transport writes its own.
 *
 * Every function rejects with an `AtriumError`, or with the reason of an aborted signal. None of
 * them retries: a connection is never created, nor a question answered, twice.
 */
export interface AtriumClient {
  /**
   * Names the user whose data is cached: the first part of every query key. Must differ between
   * users, and stay the same while a user is signed in.
   */
  readonly scope: string;
  listInstitutions(query: InstitutionQuery, options?: RequestOptions): Promise<Page<Institution>>;
  readInstitution(code: string, options?: RequestOptions): Promise<Institution>;
  /** The fields for a new member, in the order to show them. */
  listInstitutionCredentials(
    code: string,
    options?: RequestOptions,
  ): Promise<readonly Credential[]>;
  /** All members of the user: at most 25. */
  listMembers(options?: RequestOptions): Promise<readonly Member[]>;
  readMember(guid: string, options?: RequestOptions): Promise<Member>;
  createMember(member: NewMember, options?: RequestOptions): Promise<Member>;
  updateMember(guid: string, changes: MemberChanges, options?: RequestOptions): Promise<Member>;
  deleteMember(guid: string, options?: RequestOptions): Promise<void>;
  /** Not more than once in 3 seconds for one member. */
  readMemberStatus(guid: string, options?: RequestOptions): Promise<MemberStatus>;
  /** Starts an aggregation. One that is running, or inside the throttle window, is not an error. */
  aggregateMember(guid: string, options?: RequestOptions): Promise<Member>;
  /** Starts a verification, which reads account numbers. Another job that runs is a conflict. */
  verifyMember(guid: string, options?: RequestOptions): Promise<Member>;
  /** Starts an identification, which reads account owners. Another job that runs is a conflict. */
  identifyMember(guid: string, options?: RequestOptions): Promise<Member>;
  /** The open questions; empty when there are none. */
  listChallenges(guid: string, options?: RequestOptions): Promise<readonly Challenge[]>;
  /** Answers all open questions at once. */
  resumeMember(guid: string, answers: readonly Answer[], options?: RequestOptions): Promise<Member>;
  /** The fields for repairing this member, in the order to show them. */
  listMemberCredentials(guid: string, options?: RequestOptions): Promise<readonly Credential[]>;
  /**
   * A new address of the institution's sign-in page, good for one use. It becomes a link: one that
   * `safeOauthUri` does not let through is refused as `unsafe`.
   */
  readOauthWindowUri(guid: string, options?: RequestOptions & OauthRequest): Promise<string>;
  /** All accounts of the member. */
  listMemberAccounts(guid: string, options?: RequestOptions): Promise<readonly Account[]>;
  /** What the server has been told to offer. Without it: nothing of that kind. */
  readFeatures?(options?: RequestOptions): Promise<ServerFeatures>;
  /** Keeps an account by hand. Not found where the server does not allow it. */
  createManualAccount?(account: NewManualAccount, options?: RequestOptions): Promise<Account>;
  /** What a verification has read. Not found where the server does not allow it. */
  listAccountNumbers(guid: string, options?: RequestOptions): Promise<readonly AccountNumbers[]>;
  /** What an identification has read. Not found where the server does not allow it. */
  listAccountOwners(guid: string, options?: RequestOptions): Promise<readonly AccountOwner[]>;
  /**
   * Tells that something may be new, for `AtriumProvider` with `live`. Absent where the host has
   * no such stream; not found where its server has none. Ends when the server ends it, and rejects
   * when it breaks off.
   */
  openEvents?(request: EventsRequest): AsyncIterable<MemberEvent>;
}
