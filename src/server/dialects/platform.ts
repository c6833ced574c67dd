import { parseConnectionStatus, statusRow } from '../../domain/status.ts';
import { isJsonObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { UpstreamCall } from '../upstream.ts';
import type { Dialect } from './dialect.ts';
import { withReadableError } from './member-error.ts';
import { flaggedInstitution, orderedMember, productQuery } from './products.ts';
import { only, renaming, rewordAll, without } from './reword.ts';
import type { Reword } from './reword.ts';

export type PlatformVersion = 'v20111101' | 'v20250224';

/** What one version of the Platform API words differently from the other. */
interface Version {
  readonly accept: string;
  readonly query: (query: URLSearchParams) => URLSearchParams;
  readonly newMember: (body: MemberBody) => JsonObject;
  readonly changedMember: Reword;
  readonly institution: Reword;
}

type MemberBody = JsonObject & { readonly member: JsonObject };

/** Beside the member in a body, not inside it. */
const OAUTH_OPTIONS = ['client_redirect_url', 'referral_source', 'ui_message_webview_url_scheme'];

const toId = renaming('identifier', 'id');
const toIdentifier = renaming('id', 'identifier');

/** A credential or a challenge with one `type`, which Platform says twice. */
const withOneType: Reword = ({ field_type: fieldType, ...rest }) =>
  typeof fieldType === 'string' ? { ...rest, type: fieldType } : rest;

const CHALLENGES = new Map([['challenges', withOneType]]);

const member: Reword = (each) => {
  const typed = Object.hasOwn(each, 'challenges') ? rewordAll(each, CHALLENGES) : each;
  return withReadableError(toIdentifier(typed));
};

const asIs = <T>(same: T): T => same;

const VERSIONS: Readonly<Record<PlatformVersion, Version>> = {
  v20111101: {
    accept: 'application/vnd.mx.api.v1+json',
    query: asIs,
    newMember: asIs,
    changedMember: asIs,
    institution: asIs,
  },
  v20250224: {
    accept: 'application/json',
    query: productQuery,
    newMember: orderedMember,
    // Whether new credentials start a job is MX's own affair since.
    changedMember: (each) => without(each, ['skip_aggregation']),
    institution: flaggedInstitution,
  },
};

export const isPlatformVersion = (value: unknown): value is PlatformVersion =>
  typeof value === 'string' && Object.hasOwn(VERSIONS, value);

/** The MX Platform API, in one of its versions. */
export function platform(name: PlatformVersion): Dialect {
  const version = VERSIONS[name];
  const words = new Map<string, Reword>([
    ['user', toIdentifier],
    ['users', toIdentifier],
    ['member', member],
    ['members', member],
    ['credentials', withOneType],
    ['challenges', withOneType],
    ['institution', version.institution],
    ['institutions', version.institution],
  ]);
  return {
    hosts: { development: 'https://int-api.mx.com', production: 'https://api.mx.com' },
    headers: ({ apiKey, clientId }) => ({
      Authorization: `Basic ${btoa(`${clientId}:${apiKey}`)}`,
      // The older version was first told by `Accept` alone; MX has since come to ask for both.
      Accept: version.accept,
      'Accept-Version': name,
    }),
    request: (call) => ({
      ...call,
      query: call.query && version.query(withId(call.query)),
      body: call.body && worded(call.method, call.body, version),
    }),
    answer: (body) => (isJsonObject(body) ? rewordAll(body, words) : body),
    manualAccounts: true,
    lacksError,
  };
}

function withId(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams(
    [...query].map(([name, value]) => [name === 'identifier' ? 'id' : name, value]),
  );
}

function worded(
  method: UpstreamCall['method'],
  { member: sent, user, ...rest }: JsonObject,
  version: Version,
): JsonObject {
  if (isJsonObject(user)) return { user: toId(user) };
  if (!isJsonObject(sent)) return rest;
  if (method === 'PUT') return { member: version.changedMember(toId(sent)) };
  // A member has its institution's name here, and cannot be given another.
  const fields = without(toId(sent), [...OAUTH_OPTIONS, 'name']);
  return version.newMember({ ...only(sent, OAUTH_OPTIONS), member: fields });
}

/**
 * MX's reference shows `error` on the member and not on its status. It is missed once the member
 * has come to rest: before that the status is read every few seconds, and says enough.
 */
function lacksError(body: unknown): boolean {
  const status = isJsonObject(body) ? body['member'] : undefined;
  if (!isJsonObject(status) || Object.hasOwn(status, 'error')) return false;
  const { poll } = statusRow(parseConnectionStatus(status['connection_status']));
  const atRest = poll === 'never' || poll === 'while-aggregating';
  return atRest && status['is_being_aggregated'] !== true;
}
