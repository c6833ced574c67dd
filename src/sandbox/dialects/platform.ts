import { statusMessage } from '../../domain/status-message.ts';
import { booleanField, identifierField, rooted, textField, type JsonObject } from '../body.ts';
import { refuse } from '../errors.ts';
import type { JobKind } from '../facts.ts';
import type { Institution } from '../institutions.ts';
import { readConnection, readCredentials, readReferral } from '../member-requests.ts';
import type { CreateRequest, UpdateRequest } from '../member-requests.ts';
import { paginate } from '../pagination.ts';
import { booleanQuery, listQuery } from '../query.ts';
import type { Account } from '../accounts.ts';
import type { Dialect, SandboxKeys, Told, Wire } from './dialect.ts';
import { challenge, credential } from './platform-questions.ts';

/** A page of what is not an institution has at most so many records. */
const MOST_PER_PAGE = 1000;

const APP_SCHEME = 'mx';

/** What both versions of the MX Platform API have in common. */
export const platform = {
  keysOf: basicKeys,
  keysRefusal: 'The client id or the API key in the Authorization header is missing or wrong.',
  jobs: {
    aggregate: { segment: 'aggregate', status: 202 },
    balance: { segment: 'check_balance', status: 202 },
    verify: { segment: 'verify', status: 200 },
    identify: { segment: 'identify', status: 202 },
    extend_history: { segment: 'extend_history', status: 202 },
    fetch_statements: { segment: 'fetch_statements', status: 202 },
  },
  widgetSegment: 'widget_urls',
  hasFavorites: true,
  hasManualAccounts: true,

  readUser: (user) => ({
    identifier: identifierField(user, 'id'),
    email: textField(user, 'email'),
    isDisabled: booleanField(user, 'is_disabled'),
    metadata: textField(user, 'metadata'),
  }),
  userFilter({ id, email, is_disabled: raw }) {
    const isDisabled = booleanQuery(raw);
    return (user) =>
      (id === undefined || user.identifier === id) &&
      (email === undefined || user.email === email) &&
      (isDisabled === undefined || user.isDisabled === isDisabled);
  },
  accountFilter(query) {
    const isManual = booleanQuery(query['is_manual']);
    // Every member here is managed by its user.
    const isManagedByUser = booleanQuery(query['member_is_managed_by_user']) ?? true;
    return (account) =>
      isManagedByUser && (isManual === undefined || account.isManual === isManual);
  },
  readReferral: (query) => readReferral(query, APP_SCHEME),

  user: ({ email, guid, identifier, isDisabled, metadata }) => ({
    email,
    guid,
    id: identifier,
    is_disabled: isDisabled,
    metadata,
  }),
  credentials: (fields, query) =>
    paginate('credentials', fields.map(credential), query, MOST_PER_PAGE),
  challenges: (challenges, query) =>
    paginate('challenges', challenges.map(challenge), query, MOST_PER_PAGE),
  memberStatus: ({ member: { guid }, facts }) => ({
    aggregated_at: timestamp(facts.aggregatedAt),
    connection_status: facts.connectionStatus,
    guid,
    has_processed_account_numbers: facts.hasProcessedAccountNumbers,
    has_processed_accounts: facts.hasProcessedAccounts,
    has_processed_transactions: facts.hasProcessedTransactions,
    is_authenticated: facts.isAuthenticated,
    is_being_aggregated: facts.job !== null,
    successfully_aggregated_at: timestamp(facts.successfullyAggregatedAt),
    ...(facts.connectionStatus === 'CHALLENGED'
      ? { challenges: facts.challenges.map(challenge) }
      : {}),
  }),
  oauthWindow: ({ member: { guid }, windowUri }) => ({ guid, oauth_window_uri: windowUri }),
  accountNumber: ({ account: { guid, member: of }, ...numbers }) => ({
    account_guid: guid,
    account_number: numbers.number,
    guid: numbers.guid,
    institution_number: null,
    loan_guarantor: null,
    loan_reference_number: null,
    member_guid: of.guid,
    passed_validation: true,
    routing_number: numbers.routingNumber,
    sequence_number: null,
    transit_number: null,
    user_guid: of.userGuid,
  }),
  accountOwner: ({ account: { guid, member: of }, ...owner }) => ({
    account_guid: guid,
    address: owner.address,
    city: owner.city,
    country: owner.country,
    email: owner.email,
    // Names come split only for clients that have asked for it.
    first_name: null,
    guid: owner.guid,
    last_name: null,
    member_guid: of.guid,
    owner_name: owner.name,
    phone: owner.phone,
    postal_code: owner.postalCode,
    state: owner.state,
    user_guid: of.userGuid,
  }),
  widget: ({ identifier }, url) => ({
    widget_url: { type: 'connect_widget', url, user_id: identifier },
  }),
} as const satisfies Partial<Dialect>;

/** The keys as HTTP Basic carries them: the client id as the name, the API key as the password. */
function basicKeys(headers: Headers): SandboxKeys {
  const [scheme = '', encoded = ''] = (headers.get('Authorization') ?? '').split(' ');
  if (scheme.toLowerCase() !== 'basic' || !/^[\w+/-]+={0,2}$/.test(encoded)) {
    return { apiKey: '', clientId: '' };
  }
  const [clientId = '', ...rest] = decodeBase64(encoded).split(':');
  return { clientId, apiKey: rest.join(':') };
}

function decodeBase64(encoded: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0)));
  } catch {
    return '';
  }
}

/** Those in the countries that a query asks for. */
export function countryFilter(query: URLSearchParams): (institution: Institution) => boolean {
  const countries = listQuery(query, 'iso_country_code');
  return ({ country }) => countries.length === 0 || countries.includes(country);
}

/** Reads a create request that orders these jobs. The options of OAuth are beside `member` only. */
export function readPlatformCreate(body: JsonObject, jobs: readonly JobKind[]): CreateRequest {
  const member = rooted(body, 'member');
  const connection = readConnection(member);
  if (!connection.isOauth && member['credentials'] === undefined) {
    return refuse(400, '"credentials" are required, unless the member uses OAuth.');
  }
  return {
    ...connection,
    identifier: identifierField(member, 'id') ?? null,
    jobs,
    isBackgroundDisabled: booleanField(member, 'background_aggregation_is_disabled') ?? false,
    referral: readReferral(body, APP_SCHEME),
  };
}

/** Reads an update request. New credentials always start a job. */
export function readPlatformUpdate(body: JsonObject, institution: Institution): UpdateRequest {
  const member = rooted(body, 'member');
  return {
    credentials: readCredentials(member, institution),
    identifier: identifierField(member, 'id'),
    metadata: textField(member, 'metadata'),
    skipAggregation: false,
    isBackgroundDisabled: booleanField(member, 'background_aggregation_is_disabled'),
  };
}

/** The record of an institution, but for what it supports. */
export function institutionRecord(of: Institution): Wire {
  return {
    code: of.code,
    forgot_password_url: null,
    forgot_username_url: null,
    instructional_text: null,
    instructional_text_steps: [],
    is_disabled_by_client: false,
    iso_country_code: of.country,
    medium_logo_url: of.mediumLogoUrl,
    name: of.name,
    small_logo_url: of.smallLogoUrl,
    supports_tax_document: false,
    trouble_signing_in_url: null,
    url: of.url,
  };
}

/** The member, but for its `error`, which each version writes its own way. */
export function memberRecord({ member: of, user, facts, windowUri }: Told): Wire {
  return {
    aggregated_at: timestamp(facts.aggregatedAt),
    background_aggregation_is_disabled: of.isBackgroundDisabled,
    connection_status: facts.connectionStatus,
    connection_status_message: statusMessage(facts.connectionStatus, {
      institutionName: of.institution.name,
    }),
    guid: of.guid,
    id: of.identifier,
    institution_code: of.institution.code,
    institution_guid: of.institution.guid,
    is_being_aggregated: facts.job !== null,
    is_managed_by_user: true,
    is_manual: of.isManual,
    is_oauth: of.isOauth,
    metadata: of.metadata,
    most_recent_job_detail_code: null,
    most_recent_job_detail_text: null,
    most_recent_job_guid: facts.lastJobGuid,
    name: of.name,
    needs_updated_credentials: false,
    oauth_window_uri: windowUri ?? null,
    successfully_aggregated_at: timestamp(facts.successfullyAggregatedAt),
    use_cases: [],
    user_guid: of.userGuid,
    user_id: user.identifier,
  };
}

/** Everything that an account may say here. Lists show no more than the end of its number. */
export function accountFacts(account: Account, userId: string | null): Wire {
  const { guid, member: of, number, values } = account;
  return {
    is_closed: false,
    is_hidden: false,
    ...values,
    account_number: number?.slice(-4) ?? null,
    created_at: timestamp(account.createdAt),
    guid,
    imported_at: account.isManual ? null : timestamp(account.updatedAt),
    institution_code: of.institution.code,
    institution_guid: of.institution.guid,
    is_manual: account.isManual,
    member_guid: of.guid,
    member_id: of.identifier,
    member_is_managed_by_user: true,
    updated_at: timestamp(account.updatedAt),
    user_guid: of.userGuid,
    user_id: userId,
  };
}

/** These keys of what is known, under these names; `null` where nothing is. */
export function pick(
  known: Wire,
  keys: readonly string[],
  nameOf: (key: string) => string = (key) => key,
): Wire {
  return Object.fromEntries<unknown>(keys.map((key) => [nameOf(key), known[key] ?? null]));
}

/** To the second, in UTC. */
function timestamp(ms: number): string;
function timestamp(ms: number | null): string | null;
function timestamp(ms: number | null): string | null {
  return ms === null ? null : `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
