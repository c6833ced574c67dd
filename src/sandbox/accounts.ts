import { digest, guidOf } from './guids.ts';
import { timestamp, type Member } from './member.ts';
import { refuse } from './errors.ts';

/** An account as the API sends it: every key is there, and most are `null`. */
export type AccountWire = Readonly<Record<string, string | number | boolean | null>> & {
  readonly guid: string;
};

const NOTHING = {
  account_number: null,
  apr: null,
  apy: null,
  available_balance: null,
  available_credit: null,
  balance: null,
  cash_balance: null,
  cash_surrender_value: null,
  created_at: null,
  credit_limit: null,
  currency_code: null,
  day_payment_is_due: null,
  death_benefit: null,
  guid: '',
  holdings_value: null,
  insured_name: null,
  institution_code: null,
  interest_rate: null,
  is_closed: false,
  last_payment: null,
  last_payment_at: null,
  loan_amount: null,
  matures_on: null,
  member_guid: null,
  minimum_balance: null,
  minimum_payment: null,
  name: null,
  original_balance: null,
  payment_due_at: null,
  payoff_balance: null,
  pay_out_amount: null,
  premium_amount: null,
  started_on: null,
  subtype: null,
  total_account_value: null,
  type: null,
  updated_at: null,
  user_guid: null,
} as const;

interface Template {
  readonly name: string;
  readonly type: string;
  readonly [key: string]: string | number;
}

/** What everybody has at every bank of this sandbox. */
const templates: readonly Template[] = [
  { name: 'Checking', type: 'CHECKING', balance: 1_842.17, available_balance: 1_802.17 },
  { name: 'Savings', type: 'SAVINGS', balance: 12_500, available_balance: 12_500, apy: 1.5 },
  {
    name: 'Credit Card',
    type: 'CREDIT_CARD',
    balance: 431.09,
    available_credit: 4_568.91,
    credit_limit: 5_000,
    apr: 19.99,
    minimum_payment: 25,
    day_payment_is_due: 14,
  },
  {
    name: 'Auto Loan',
    type: 'LOAN',
    subtype: 'AUTO',
    balance: 8_214.6,
    original_balance: 18_000,
    interest_rate: 4.2,
    minimum_payment: 332.5,
    matures_on: '2029-06-01',
  },
];

/** The accounts of a member, from the moment that a job has read them. */
export function accountsOf({ guid, userGuid, institution, facts }: Member): readonly AccountWire[] {
  const { accounts } = facts;
  if (accounts === null) {
    return [];
  }
  return templates.map((template, index) => ({
    ...NOTHING,
    ...template,
    account_number: digits(`${guid} number ${index}`, 10),
    created_at: timestamp(accounts.firstAt),
    currency_code: 'USD',
    guid: guidOf('ACT', `${guid} ${index}`),
    institution_code: institution.code,
    member_guid: guid,
    name: `${institution.name} ${template.name}`,
    updated_at: timestamp(accounts.lastAt),
    user_guid: userGuid,
  }));
}

/** One of `accounts`; 404 when it is not among them. */
export function accountByGuid(accounts: readonly AccountWire[], guid: string): AccountWire {
  return (
    accounts.find((account) => account.guid === guid) ?? refuse(404, 'No account has this guid.')
  );
}

/** What a verification has read: the numbers to move money with. */
export function accountNumbersOf(member: Member): readonly Record<string, string | null>[] {
  return member.facts.hasAccountNumbers
    ? deposits(member).map((account) => ({
        account_guid: account.guid,
        account_number: `${account['account_number']}`,
        institution_number: null,
        member_guid: member.guid,
        routing_number: digits(member.institution.code, 9),
        transit_number: null,
        user_guid: member.userGuid,
      }))
    : [];
}

/** What an identification has read: whose the accounts are. */
export function accountOwnersOf(member: Member): readonly Record<string, string>[] {
  return member.facts.hasAccountOwners
    ? deposits(member).map(({ guid }) => ({
        account_guid: guid,
        address: '1 Imaginary Lane',
        city: 'Nowhere',
        country: 'US',
        email: 'pat.example@example.com',
        guid: guidOf('ACO', guid),
        member_guid: member.guid,
        owner_name: 'Pat Example',
        postal_code: '00000',
        state: 'UT',
        user_guid: member.userGuid,
      }))
    : [];
}

function deposits(member: Member): readonly AccountWire[] {
  return accountsOf(member).filter(({ type }) => type === 'CHECKING' || type === 'SAVINGS');
}

function digits(name: string, count: number): string {
  return BigInt(`0x${digest(name)}`)
    .toString()
    .slice(-count);
}
