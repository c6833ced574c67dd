import type { Resource, RESOURCES } from '../../src/contract/resources.ts';

/** A picture of one pixel. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const MEMBER = 'MBR-7c6f361b-e582-15b6-60c0-358f12466b4b';

const option = { label: 'Text me', value: 'sms' };
const imageOption = { label: 'A cat', value: 'cat', data_uri: PNG };
const challenge = {
  guid: 'CRD-1ec152cd-e628-e81a-e852-d1e7104624da',
  label: 'Which one is yours?',
  field_name: 'question',
  type: 'OPTIONS',
  options: [option],
  image_data: PNG,
  image_options: [imageOption],
};
const memberError = { error_code: 2004, user_message: 'Sign in again.', locale: 'en' };
const progress = {
  guid: MEMBER,
  connection_status: 'CHALLENGED',
  status: 'INITIATED',
  is_being_aggregated: true,
  aggregated_at: '2026-10-13T18:07:57+00:00',
  successfully_aggregated_at: '2026-10-12T18:07:57+00:00',
  error: memberError,
  connection_status_message: 'Answer the question.',
};

/** One of each resource with every field of the contract, in Atrium's words. */
export const SAMPLES = {
  institution: {
    code: 'mxbank',
    name: 'MX Bank',
    url: 'https://www.mx.com/',
    medium_logo_url: 'https://content.moneydesktop.com/100x100.png',
    small_logo_url: 'https://content.moneydesktop.com/50x50.png',
    supports_oauth: true,
    supports_account_identification: true,
    supports_account_statement: true,
    supports_account_verification: true,
    supports_transaction_history: true,
  },
  credential: {
    guid: 'CRD-9f61fb4c-912c-bd1e-b175-ccc7f0275cc1',
    field_name: 'region',
    label: 'Region',
    type: 'OPTIONS',
    display_order: 1,
    options: [option],
  },
  member: {
    ...progress,
    identifier: 'checking-1',
    institution_code: 'mxbank',
    name: 'MX Bank',
    metadata: 'note',
    is_oauth: true,
    is_manual: true,
    oauth_window_uri: 'https://mxbank.example/oauth',
  },
  memberStatus: {
    ...progress,
    is_authenticated: true,
    has_processed_accounts: true,
    has_processed_transactions: true,
    challenges: [challenge],
  },
  memberError,
  oauthWindow: { oauth_window_uri: 'https://mxbank.example/oauth' },
  challenge,
  option,
  imageOption,
  account: {
    guid: 'ACT-06d7f44b-caae-0f6e-1384-01f52e75dcb1',
    member_guid: MEMBER,
    name: 'Checking',
    type: 'CHECKING',
    subtype: 'PERSONAL',
    account_number: '00123456789',
    balance: 1_000.5,
    available_balance: 900,
    currency_code: 'USD',
    is_closed: true,
  },
  accountNumbers: {
    account_guid: 'ACT-06d7f44b-caae-0f6e-1384-01f52e75dcb1',
    account_number: '00123456789',
    routing_number: '021000021',
    institution_number: '003',
    transit_number: '12345',
  },
  accountOwner: {
    guid: 'ACO-63dc7714-6fc0-4aa2-a069-c06cdccd1af9',
    account_guid: 'ACT-06d7f44b-caae-0f6e-1384-01f52e75dcb1',
    owner_name: 'Pat Example',
    email: 'pat@example.com',
    address: '1 Way',
    city: 'Provo',
    state: 'UT',
    postal_code: '84604',
    country: 'US',
  },
  pagination: { current_page: 2, total_pages: 3, total_entries: 51 },
  features: { manual_accounts: true, events: true },
  health: { status: 'ok', store: 'memory' },
} as const satisfies { readonly [R in Resource]: Record<keyof (typeof RESOURCES)[R], unknown> };
