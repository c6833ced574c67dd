import type { Answer } from '../domain/credential.ts';
import { AtriumError } from '../domain/errors.ts';
import type { MemberEvent } from '../domain/live.ts';
import { safeOauthUri } from '../domain/urls.ts';
import { memberIn, oneIn, pageIn } from './answers.ts';
import { createAsk, type Ask } from './ask.ts';
import { baseUrlOf } from './base-url.ts';
import type { AtriumClient, EventsRequest, NewMember, RequestOptions } from './client.ts';
import { failure, type Verb } from './failure.ts';
import { referralOf } from './oauth-way.ts';
import { parseAccount } from './parse-account.ts';
import { parseChallenge } from './parse-challenge.ts';
import { parseCredential } from './parse-credential.ts';
import { parseInstitution } from './parse-institution.ts';
import { parseMember, parseMemberStatus } from './parse-member.ts';
import { parseFeatures } from './parse-features.ts';
import { parseAccountNumbers, parseAccountOwner } from './parse-result.ts';
import { verbatim, wholeListOf, type Wire, type WireOf } from './read.ts';
import type { Call, TransportOptions } from './request.ts';

/** What a client is made of. */
export interface AtriumClientOptions extends TransportOptions {
  /**
   * Names the user whose data is cached, such as by their id. Clients with the same scope share
   * cached data, so it must differ between users. Defaults to a scope that no other client has.
   */
  readonly scope?: string | undefined;
}

/**
 * The client that speaks to the proxy of `react-atrium-connect/server`.
 *
 * @throws Error when `baseUrl` is missing, is no URL, or is MX's own.
 */
export function createAtriumClient(options: AtriumClientOptions): AtriumClient {
  const baseUrl = baseUrlOf(options.baseUrl);
  const transport = { ...options, baseUrl };
  const ask = createAsk(transport);
  const reads = readsOf(ask);
  return {
    // A counter would begin again after a reload, where a host's cache may be restored from storage.
    scope: options.scope ?? `${baseUrl} ${Math.random()}`,
    ...reads,
    ...writesOf(ask, reads.readMember),
    openEvents: (request) => openEvents(transport, request),
  };
}

/** Most pages do without it, and so load it only when it is used. */
async function* openEvents(
  transport: TransportOptions,
  request: EventsRequest,
): AsyncGenerator<MemberEvent, void, undefined> {
  const loaded = await import('./open-events.ts').catch(() => {
    throw failure('offline', 'openEvents');
  });
  yield* loaded.openEvents(transport, request);
}

type Verbs = Omit<AtriumClient, 'scope' | 'openEvents'>;
type Write =
  | 'createMember'
  | 'updateMember'
  | 'deleteMember'
  | 'aggregateMember'
  | 'verifyMember'
  | 'identifyMember'
  | 'resumeMember'
  | 'createManualAccount';

const toWindowUri = (wire: WireOf<'oauthWindow'>) => verbatim(wire['oauth_window_uri']);

/** Reads the address of a sign-in page, which is to become a link, and so must be one that may. */
const windowUriOf =
  (one: Ask['one']): Verbs['readOauthWindowUri'] =>
  async (guid, options = {}) => {
    const raw = await one(
      'readOauthWindowUri',
      ['members', guid, 'oauth_window_uri'],
      oneIn('member', toWindowUri),
      options,
      { query: { ...referralOf(options), skip_aggregation: options.skipAggregation } },
    );
    const windowUri = safeOauthUri(raw, options.schemes);
    if (windowUri === null) {
      throw failure('unsafe', 'readOauthWindowUri');
    }
    return windowUri;
  };

function readsOf({ one, all }: Ask): Omit<Verbs, Write> {
  const credentials = pageIn('credentials', parseCredential, wholeListOf);

  return {
    listInstitutions: ({ name, mode, page, perPage }, options) =>
      one('listInstitutions', ['institutions'], pageIn('institutions', parseInstitution), options, {
        query: {
          name,
          page,
          records_per_page: perPage,
          supports_account_verification: mode === 'verification' ? 'true' : undefined,
          supports_account_identification: mode === 'identification' ? 'true' : undefined,
        },
      }),

    readInstitution: (code, options) =>
      one(
        'readInstitution',
        ['institutions', code],
        oneIn('institution', parseInstitution),
        options,
      ),

    listInstitutionCredentials: (code, options) =>
      all(
        'listInstitutionCredentials',
        ['institutions', code, 'credentials'],
        credentials,
        options,
      ),

    listMembers: (options) =>
      all('listMembers', ['members'], pageIn('members', parseMember), options),

    readMember: (guid, options) =>
      one('readMember', ['members', guid], memberIn(guid, parseMember), options),

    readMemberStatus: (guid, options) =>
      one(
        'readMemberStatus',
        ['members', guid, 'status'],
        memberIn(guid, parseMemberStatus),
        options,
      ),

    listChallenges: (guid, options) =>
      all(
        'listChallenges',
        ['members', guid, 'challenges'],
        pageIn('challenges', parseChallenge, wholeListOf),
        options,
      ),

    listMemberCredentials: (guid, options) =>
      all('listMemberCredentials', ['members', guid, 'credentials'], credentials, options),

    readOauthWindowUri: windowUriOf(one),

    readFeatures: (options) =>
      one('readFeatures', ['features'], oneIn('features', parseFeatures), options),

    listMemberAccounts: (guid, options) =>
      all(
        'listMemberAccounts',
        ['members', guid, 'accounts'],
        pageIn('accounts', parseAccount),
        options,
      ),

    listAccountNumbers: (guid, options) =>
      all(
        'listAccountNumbers',
        ['members', guid, 'account_numbers'],
        pageIn('account_numbers', parseAccountNumbers),
        options,
      ),

    listAccountOwners: (guid, options) =>
      all(
        'listAccountOwners',
        ['members', guid, 'account_owners'],
        pageIn('account_owners', parseAccountOwner),
        options,
      ),
  };
}

const memberIfAny = (guid: string) => (body: unknown) =>
  body === undefined ? undefined : memberIn(guid, parseMember)(body);

function writesOf({ one }: Ask, readMember: AtriumClient['readMember']): Pick<Verbs, Write> {
  /** A change may be answered without content: the member itself then tells. */
  const change = async (
    verb: Verb,
    [guid, ...below]: readonly [guid: string, ...below: string[]],
    options: RequestOptions | undefined,
    request: Omit<Call, 'verb' | 'path'>,
  ) =>
    (await one(verb, ['members', guid, ...below], memberIfAny(guid), options, request)) ??
    readMember(guid, options);

  return {
    createMember: (fields, options) => {
      const created = oneIn('member', (wire) => parseMember(wire, fields.oauth?.schemes));
      return one('createMember', ['members'], created, options, {
        method: 'POST',
        body: { member: newMember(fields) },
      });
    },

    updateMember: (guid, { credentials, skipAggregation, identifier, metadata }, options) =>
      change('updateMember', [guid], options, {
        method: 'PUT',
        body: {
          member: {
            credentials: credentials?.map(answer),
            identifier,
            metadata,
            skip_aggregation: skipAggregation,
          },
        },
      }),

    deleteMember: (guid, options) =>
      one('deleteMember', ['members', guid], () => undefined, options, { method: 'DELETE' }),

    aggregateMember: (guid, options) =>
      change('aggregateMember', [guid, 'aggregate'], options, { method: 'POST' }).catch(
        (error: unknown) => {
          if (error instanceof AtriumError && error.status === 409) {
            // A job is running, which is all that was wanted.
            return readMember(guid, options);
          }
          throw error;
        },
      ),

    verifyMember: (guid, options) =>
      change('verifyMember', [guid, 'verify'], options, { method: 'POST' }),

    identifyMember: (guid, options) =>
      change('identifyMember', [guid, 'identify'], options, { method: 'POST' }),

    resumeMember: (guid, answers, options) =>
      change('resumeMember', [guid, 'resume'], options, {
        method: 'PUT',
        body: { member: { challenges: answers.map(answer) } },
      }),

    createManualAccount: ({ name, type, subtype, balance, currencyCode }, options) =>
      one('createManualAccount', ['accounts'], oneIn('account', parseAccount), options, {
        method: 'POST',
        body: {
          account: {
            name,
            account_type: type,
            account_subtype: subtype,
            balance: balance ?? undefined,
            currency_code: currencyCode,
          },
        },
      }),
  };
}

/** Who signs in at the institution's own page has nothing to send from here. */
function newMember(fields: NewMember): Wire {
  return {
    institution_code: fields.institutionCode,
    identifier: fields.identifier,
    metadata: fields.metadata,
    name: fields.name,
    skip_aggregation: fields.skipAggregation,
    ...(fields.isOauth
      ? { is_oauth: true, ...referralOf(fields.oauth ?? {}) }
      : { credentials: fields.credentials?.map(answer) }),
  };
}

/** What else may hang on the object that a form made stays here. */
const answer = ({ guid, value }: Answer): Answer => ({ guid, value });
