import type { Account, AccountNumber, AccountOwner } from '../accounts.ts';
import type { JsonObject } from '../body.ts';
import type { Challenge } from '../challenges.ts';
import type { CredentialField } from '../credential-shapes.ts';
import type { Facts, JobKind } from '../facts.ts';
import type { Institution } from '../institutions.ts';
import type { CreateRequest, ReferralSource, UpdateRequest } from '../member-requests.ts';
import type { Member } from '../member.ts';
import type { User } from '../world.ts';

/** The pair of keys that every request to an API carries. */
export interface SandboxKeys {
  readonly apiKey: string;
  readonly clientId: string;
}

/** The body of an answer, or one record of it. */
export type Wire = Readonly<Record<string, unknown>>;

/** The parameters of a request's address. */
export type Query = Readonly<Record<string, string>>;

/** What can be said of a user in a request; what is not mentioned is `undefined`. */
export interface UserFields {
  readonly identifier: string | null | undefined;
  readonly email: string | null | undefined;
  readonly isDisabled: boolean | undefined;
  readonly metadata: string | null | undefined;
}

/** A member, and what is told of it. */
export interface Told {
  readonly member: Member;
  readonly user: User;
  readonly facts: Facts;
  /** Where its person authorises it, on the answers that say so. */
  readonly windowUri?: string;
}

/** A member that has just been created. */
export interface Creation extends Told {
  /** Whether a job has been asked for, and can be done at once. */
  readonly isJobAsked: boolean;
  /** The jobs that were asked for and that this member or this client cannot have. */
  readonly refused: readonly JobKind[];
}

/** How a job is started: the last segment of the address, and the status of the answer. */
export interface JobAddress {
  readonly segment: string;
  readonly status: 200 | 202;
}

/**
 * One of the APIs that the sandbox speaks, as pure functions: readers of requests and writers of
 * answers. Everything behind it is the same for all of them.
 */
export interface Dialect {
  /** The `Content-Type` of its answers. */
  readonly mediaType: string;
  /** What it is called in the refusal of an `Accept` that it cannot serve. */
  readonly accepts: string;
  /** Which keys a request carries; empty strings where it carries none. */
  readonly keysOf: (headers: Headers) => SandboxKeys;
  /** Why the keys of a request were refused. */
  readonly keysRefusal: string;
  /** Whether an address may name users and members by the client's own ids. */
  readonly acceptsOwnIds: boolean;
  /** How many records a page may have. */
  readonly mostPerPage: { readonly institutions: number; readonly others: number };
  readonly jobs: Readonly<Record<JobKind, JobAddress>>;
  /** The last segment of the address that hands out the hosted widget's. */
  readonly widgetSegment: string;
  /** Whether there is a list of favorite institutions. */
  readonly hasFavorites: boolean;
  /** Whether a client can add accounts that a person keeps by hand. */
  readonly hasManualAccounts: boolean;

  readonly readUser: (body: JsonObject) => UserFields;
  readonly userFilter: (query: Query) => (user: User) => boolean;
  readonly institutionFilter: (query: URLSearchParams) => (institution: Institution) => boolean;
  readonly accountFilter: (query: Query) => (account: Account) => boolean;
  readonly readCreate: (body: JsonObject) => CreateRequest;
  readonly readUpdate: (body: JsonObject, institution: Institution) => UpdateRequest;
  readonly readReferral: (query: Query) => ReferralSource;

  readonly user: (user: User) => Wire;
  readonly institution: (institution: Institution) => Wire;
  /** A whole answer: some APIs have pages here, and some have none. */
  readonly credentials: (fields: readonly CredentialField[], query: Query) => Wire;
  /** A whole answer: some APIs have pages here, and some have none. */
  readonly challenges: (challenges: readonly Challenge[], query: Query) => Wire;
  readonly member: (told: Told) => Wire;
  readonly created: (creation: Creation) => { status: 200 | 201 | 202; member: Wire };
  readonly memberStatus: (told: Told) => Wire;
  /** The member in the answer that hands out a page at its bank. */
  readonly oauthWindow: (told: Told & { readonly windowUri: string }) => Wire;
  readonly account: (account: Account, user: User) => Wire;
  readonly accountNumber: (number: AccountNumber) => Wire;
  readonly accountOwner: (owner: AccountOwner) => Wire;
  /** A whole answer. */
  readonly widget: (user: User, url: string) => Wire;
}
