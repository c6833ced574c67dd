import { booleanField, identifierField, rooted, textField } from '../body.ts';
import type { Challenge } from '../challenges.ts';
import type { CredentialField } from '../credential-shapes.ts';
import { doesSupport, productFlags, supportFilter, type Institution } from '../institutions.ts';
import { readConnection, readCredentials, readReferral } from '../member-requests.ts';
import type { Account } from '../accounts.ts';
import type { Dialect, Told, Wire } from './dialect.ts';

/** MX Atrium: two headers for keys, `identifier`, and the deprecated `status` beside the newer one. */
export const atrium: Dialect = {
  mediaType: 'application/vnd.mx.atrium.v1+json; charset=utf-8',
  accepts: 'application/vnd.mx.atrium.v1+json',
  keysOf: (headers) => ({
    apiKey: headers.get('MX-API-Key') ?? '',
    clientId: headers.get('MX-Client-ID') ?? '',
  }),
  keysRefusal: 'The MX-API-Key or the MX-Client-ID header is missing or wrong.',
  acceptsOwnIds: false,
  mostPerPage: { institutions: 100, others: 100 },
  jobs: {
    aggregate: { segment: 'aggregate', status: 202 },
    balance: { segment: 'balance', status: 202 },
    verify: { segment: 'verify', status: 202 },
    identify: { segment: 'identify', status: 202 },
    extend_history: { segment: 'extend_history', status: 202 },
    fetch_statements: { segment: 'fetch_statements', status: 202 },
  },
  widgetSegment: 'connect_widget_url',
  hasFavorites: false,
  hasManualAccounts: false,

  readUser: (user) => ({
    identifier: identifierField(user, 'identifier'),
    email: undefined,
    isDisabled: booleanField(user, 'is_disabled'),
    metadata: textField(user, 'metadata'),
  }),
  userFilter: () => () => true,
  institutionFilter: supportFilter,
  accountFilter: () => () => true,
  readCreate(body) {
    const fields = rooted(body, 'member');
    return {
      ...readConnection(fields),
      identifier: identifierField(fields, 'identifier') ?? null,
      jobs: booleanField(fields, 'skip_aggregation') ? [] : ['aggregate'],
      isBackgroundDisabled: false,
      // The options of OAuth may be inside `member` or beside it.
      referral: readReferral({ ...body, ...fields }, APP_SCHEME),
    };
  },
  readUpdate(body, of) {
    const fields = rooted(body, 'member');
    return {
      credentials: readCredentials(fields, of),
      identifier: identifierField(fields, 'identifier'),
      metadata: textField(fields, 'metadata'),
      skipAggregation: booleanField(fields, 'skip_aggregation') ?? false,
      isBackgroundDisabled: undefined,
    };
  },
  readReferral: (query) => readReferral(query, APP_SCHEME),

  user: ({ guid, identifier, isDisabled, metadata }) => ({
    guid,
    identifier,
    is_disabled: isDisabled,
    metadata,
  }),
  institution,
  credentials: (fields) => ({ credentials: fields.map(credential) }),
  challenges: (challenges) => ({ challenges: challenges.map(challenge) }),
  member,
  created: (creation) => ({ status: 200, member: member(creation) }),
  memberStatus,
  oauthWindow: member,
  account,
  accountNumber: ({ account: { guid, member: of }, number, routingNumber }) => ({
    account_guid: guid,
    account_number: number,
    institution_number: null,
    member_guid: of.guid,
    routing_number: routingNumber,
    transit_number: null,
    user_guid: of.userGuid,
  }),
  accountOwner: ({ account: { guid, member: of }, ...owner }) => ({
    account_guid: guid,
    address: owner.address,
    city: owner.city,
    country: owner.country,
    email: owner.email,
    guid: owner.guid,
    member_guid: of.guid,
    owner_name: owner.name,
    postal_code: owner.postalCode,
    state: owner.state,
    user_guid: of.userGuid,
  }),
  widget: ({ guid }, url) => ({ user: { connect_widget_url: url, guid } }),
};

const APP_SCHEME = 'atrium';

function institution(of: Institution): Wire {
  return {
    code: of.code,
    name: of.name,
    url: of.url,
    medium_logo_url: of.mediumLogoUrl,
    small_logo_url: of.smallLogoUrl,
    ...(of.supports === null ? {} : supportFlags(of)),
  };
}

function supportFlags(of: Institution): Wire {
  return {
    ...Object.fromEntries(productFlags.map(({ key, letter }) => [key, doesSupport(of, letter)])),
    supports_oauth: doesSupport(of, 'o'),
  };
}

function credential(field: CredentialField): Wire {
  return {
    display_order: field.displayOrder,
    field_name: field.fieldName,
    guid: field.guid,
    label: field.label,
    type: field.type,
    ...(field.options === undefined
      ? {}
      : { options: field.options.map(({ label, value }) => ({ label, value })) }),
  };
}

function challenge({ type, label, guid, imageData, choices }: Challenge): Wire {
  const shared = { field_name: label, guid, label, type };
  switch (type) {
    case 'OPTIONS':
      return {
        ...shared,
        options: choices.map((choice) => ({ label: choice.label, value: choice.value })),
      };
    case 'IMAGE_OPTIONS':
      return {
        ...shared,
        image_options: choices.map((choice) => ({
          data_uri: choice.dataUri,
          label: choice.label,
          value: choice.value,
        })),
      };
    case 'IMAGE_DATA':
      return { ...shared, image_data: imageData };
    default:
      return shared;
  }
}

function member({ member: of, facts, windowUri }: Told): Wire {
  return {
    aggregated_at: timestamp(facts.aggregatedAt),
    connection_status: facts.connectionStatus,
    guid: of.guid,
    identifier: of.identifier,
    institution_code: of.institution.code,
    is_being_aggregated: facts.job !== null,
    is_oauth: of.isOauth,
    metadata: of.metadata,
    name: of.name,
    ...(windowUri === undefined ? {} : { oauth_window_uri: windowUri }),
    status: facts.status,
    successfully_aggregated_at: timestamp(facts.successfullyAggregatedAt),
    user_guid: of.userGuid,
  };
}

/** `challenges` is there only when there are any. */
function memberStatus({ member: { guid }, facts }: Told): Wire {
  return {
    aggregated_at: timestamp(facts.aggregatedAt),
    connection_status: facts.connectionStatus,
    guid,
    has_processed_accounts: facts.hasProcessedAccounts,
    has_processed_transactions: facts.hasProcessedTransactions,
    is_authenticated: facts.isAuthenticated,
    is_being_aggregated: facts.job !== null,
    status: facts.status,
    successfully_aggregated_at: timestamp(facts.successfullyAggregatedAt),
    ...(facts.connectionStatus === 'CHALLENGED'
      ? { challenges: facts.challenges.map(challenge) }
      : {}),
  };
}

const accountKeys = [
  'account_number',
  'apr',
  'apy',
  'available_balance',
  'available_credit',
  'balance',
  'cash_balance',
  'cash_surrender_value',
  'created_at',
  'credit_limit',
  'currency_code',
  'day_payment_is_due',
  'death_benefit',
  'guid',
  'holdings_value',
  'insured_name',
  'institution_code',
  'interest_rate',
  'is_closed',
  'last_payment',
  'last_payment_at',
  'loan_amount',
  'matures_on',
  'member_guid',
  'minimum_balance',
  'minimum_payment',
  'name',
  'original_balance',
  'payment_due_at',
  'payoff_balance',
  'pay_out_amount',
  'premium_amount',
  'started_on',
  'subtype',
  'total_account_value',
  'type',
  'updated_at',
  'user_guid',
] as const;

/** Every key is there, and most are `null`. */
function account({ guid, member: of, number, values, createdAt, updatedAt }: Account): Wire {
  const known: Wire = {
    is_closed: false,
    ...values,
    account_number: number,
    created_at: timestamp(createdAt),
    guid,
    institution_code: of.institution.code,
    member_guid: of.guid,
    updated_at: timestamp(updatedAt),
    user_guid: of.userGuid,
  };
  return Object.fromEntries(accountKeys.map((key) => [key, known[key] ?? null]));
}

/** As recorded: to the second, with the offset spelled out. */
function timestamp(ms: number | null): string | null {
  return ms === null ? null : `${new Date(ms).toISOString().slice(0, 19)}+00:00`;
}
