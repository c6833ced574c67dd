/**
 * How a value may look. Any other value does not pass.
 *
 * `last-four` passes the last four characters of a number and never all of it. `status` is a text
 * that stays readable as unknown: without it, the client would fall back to the legacy status.
 */
export type ValueKind = 'text' | 'amount' | 'flag' | 'last-four' | 'status';

/** A value, an object of fields, or a list of such objects. `null` passes for a value or object. */
export type Field = ValueKind | Fields | readonly [Fields];

export interface Fields {
  readonly [name: string]: Field;
}

const memberError = { error_code: 'amount', user_message: 'text', locale: 'text' } as const;

/** What a member and its status have in common. */
const progress = {
  guid: 'text',
  connection_status: 'status',
  status: 'text',
  is_being_aggregated: 'flag',
  aggregated_at: 'text',
  successfully_aggregated_at: 'text',
  error: memberError,
  connection_status_message: 'text',
} as const;

const option = { label: 'text', value: 'text' } as const;
const imageOption = { ...option, data_uri: 'text' } as const;

const challenge = {
  guid: 'text',
  label: 'text',
  field_name: 'text',
  type: 'text',
  options: [option],
  image_data: 'text',
  image_options: [imageOption],
} as const;

/**
 * Every field that a browser may receive, by resource, as Atrium spells it. The proxy drops all
 * others, and the client's parsers can't read any other.
 */
export const RESOURCES = {
  institution: {
    code: 'text',
    name: 'text',
    url: 'text',
    medium_logo_url: 'text',
    small_logo_url: 'text',
    supports_oauth: 'flag',
    supports_account_identification: 'flag',
    supports_account_statement: 'flag',
    supports_account_verification: 'flag',
    supports_transaction_history: 'flag',
  },
  credential: {
    guid: 'text',
    field_name: 'text',
    label: 'text',
    type: 'text',
    display_order: 'amount',
    options: [option],
  },
  member: {
    ...progress,
    identifier: 'text',
    institution_code: 'text',
    name: 'text',
    metadata: 'text',
    is_oauth: 'flag',
    is_manual: 'flag',
    oauth_window_uri: 'text',
  },
  memberStatus: {
    ...progress,
    is_authenticated: 'flag',
    has_processed_accounts: 'flag',
    has_processed_transactions: 'flag',
    challenges: [challenge],
  },
  memberError,
  oauthWindow: { oauth_window_uri: 'text' },
  challenge,
  option,
  imageOption,
  account: {
    guid: 'text',
    member_guid: 'text',
    name: 'text',
    type: 'text',
    subtype: 'text',
    account_number: 'last-four',
    balance: 'amount',
    available_balance: 'amount',
    currency_code: 'text',
    is_closed: 'flag',
  },
  accountNumbers: {
    account_guid: 'text',
    account_number: 'text',
    routing_number: 'text',
    institution_number: 'text',
    transit_number: 'text',
  },
  accountOwner: {
    guid: 'text',
    account_guid: 'text',
    owner_name: 'text',
    email: 'text',
    address: 'text',
    city: 'text',
    state: 'text',
    postal_code: 'text',
    country: 'text',
  },
  pagination: { current_page: 'amount', total_pages: 'amount', total_entries: 'amount' },
  features: { manual_accounts: 'flag', events: 'flag' },
  health: { status: 'text', store: 'text' },
} as const satisfies Readonly<Record<string, Fields>>;

export type Resource = keyof typeof RESOURCES;
