import type { AccountValues } from './accounts.ts';
import { booleanField, numberField, rooted, textField, type JsonObject } from './body.ts';
import { refuse } from './errors.ts';

/** The types that an account may be given. */
const TYPES = [
  'ANY',
  'CASH',
  'CHECKING',
  'CHECKING_LINE_OF_CREDIT',
  'CREDIT_CARD',
  'LOAN',
  'LINE_OF_CREDIT',
  'SAVINGS',
  'INVESTMENT',
  'MORTGAGE',
  'INSURANCE',
  'PREPAID',
  'PROPERTY',
];

const PROPERTY_TYPES = [
  'APPLIANCES',
  'ART',
  'COMPUTER',
  'ELECTRONICS',
  'FURNITURE',
  'JEWELRY',
  'MISCELLANEOUS',
  'REAL_ESTATE',
  'SPORTS_EQUIPMENT',
  'VEHICLE',
];

/** How each field of a request is read. */
const readers = {
  name: textField,
  nickname: textField,
  metadata: textField,
  currency_code: textField,
  account_type: oneOf(TYPES),
  account_subtype: textField,
  property_type: oneOf(PROPERTY_TYPES),
  apr: numberField,
  apy: numberField,
  available_balance: numberField,
  balance: numberField,
  cash_surrender_value: numberField,
  credit_limit: numberField,
  death_benefit: numberField,
  interest_rate: numberField,
  loan_amount: numberField,
  original_balance: numberField,
  is_business: booleanField,
  is_closed: booleanField,
  is_hidden: booleanField,
} as const;

/** What a request calls otherwise than the answers do. */
const renamed: Readonly<Record<string, string>> = {
  account_type: 'type',
  account_subtype: 'subtype',
};

/** What may be changed of an account that a bank has sent. */
const AGGREGATED_FIELDS = ['is_business', 'is_hidden', 'metadata', 'skip_webhook'];

/** Reads a request for a manual account; 400 without a name or a type. */
export function readManualAccount(body: JsonObject): AccountValues {
  const values = readValues(rooted(body, 'account'));
  if (!values['name'] || !values['type']) {
    return refuse(400, '"name" and "account_type" are required.');
  }
  return values;
}

/** Reads a change of a manual account, or of one that a bank has sent. */
export function readAccountChange(body: JsonObject, isManual: boolean): AccountValues {
  const account = rooted(body, 'account');
  if (!isManual && Object.keys(account).some((name) => !AGGREGATED_FIELDS.includes(name))) {
    return refuse(400, 'Only a manual account can be changed in this way.');
  }
  return readValues(account);
}

function readValues(account: JsonObject): AccountValues {
  return Object.fromEntries(
    Object.entries(readers).flatMap(([name, read]) => {
      const value = read(account, name);
      return value === undefined ? [] : [[renamed[name] ?? name, value]];
    }),
  );
}

function oneOf(words: readonly string[]): typeof textField {
  return (source, name) => {
    const word = textField(source, name);
    return !word || words.includes(word)
      ? word
      : refuse(400, `"${name}" must be one of ${words.join(', ')}.`);
  };
}
