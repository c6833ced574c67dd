import { refuse } from './errors.ts';
import type { AccountsRead } from './facts.ts';
import { digest, guidOf } from './guids.ts';
import type { Member } from './member.ts';
import type { World } from './world.ts';

/** What is known of an account, under the names that the APIs have for it. */
export type AccountValues = Readonly<Record<string, string | number | boolean | null>>;

/** An account as the sandbox keeps it. */
export interface Account {
  readonly guid: string;
  readonly member: Member;
  /** A person keeps it by hand; no bank knows of it. */
  readonly isManual: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** In full. */
  readonly number: string | null;
  readonly values: AccountValues;
}

/** What everybody has at every bank of this sandbox. */
const templates = [
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
] as const;

/** The accounts of a member: what jobs have read, and what is kept by hand. */
export function accountsOf(world: World, member: Member): readonly Account[] {
  const manual = [...world.manualAccounts.values()]
    .filter(({ memberGuid }) => memberGuid === member.guid)
    .map((account) => ({ ...account, member, isManual: true, number: null }));
  return [...aggregatedAccounts(member), ...manual].map((account) => ({
    ...account,
    values: { ...account.values, ...world.accountEdits.get(account.guid) },
  }));
}

function aggregatedAccounts(member: Member): readonly Account[] {
  const { accounts } = member.facts;
  return accounts === null ? [] : readAccounts(member, accounts);
}

/** Which of the accounts above each kind of person has; some only owe. */
const heldTypes: Readonly<Record<AccountsRead['held'], readonly string[]>> = {
  all: ['CHECKING', 'SAVINGS', 'CREDIT_CARD', 'LOAN'],
  ineligible: ['CREDIT_CARD', 'LOAN'],
  none: [],
};

function readAccounts(member: Member, { firstAt, lastAt, held }: AccountsRead): readonly Account[] {
  const all = templates.map((template, index) => ({
    guid: guidOf('ACT', `${member.guid} ${index}`),
    member,
    isManual: false,
    createdAt: firstAt,
    updatedAt: lastAt,
    number: digits(`${member.guid} number ${index}`, 10),
    values: {
      ...template,
      currency_code: 'USD',
      name: `${member.institution.name} ${template.name}`,
    },
  }));
  return all.filter(({ values: { type } }) => heldTypes[held].includes(type));
}

/** One of `accounts`; 404 when it is not among them. */
export function accountByGuid(accounts: readonly Account[], guid: string): Account {
  return (
    accounts.find((account) => account.guid === guid) ?? refuse(404, 'No account has this guid.')
  );
}

/** The numbers to move money with. */
export interface AccountNumber {
  readonly account: Account;
  readonly guid: string;
  readonly number: string | null;
  readonly routingNumber: string;
}

/** What a verification has read. */
export function accountNumbersOf(member: Member): readonly AccountNumber[] {
  return member.facts.hasAccountNumbers
    ? deposits(member).map((account) => ({
        account,
        guid: guidOf('ACN', account.guid),
        number: account.number,
        routingNumber: digits(member.institution.code, 9),
      }))
    : [];
}

/** Whose an account is. */
export interface AccountOwner {
  readonly account: Account;
  readonly guid: string;
  readonly name: string;
  readonly address: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly country: string;
  readonly email: string;
  readonly phone: string;
}

/** What an identification has read. */
export function accountOwnersOf(member: Member): readonly AccountOwner[] {
  return member.facts.hasAccountOwners
    ? deposits(member).map((account) => ({
        account,
        guid: guidOf('ACO', account.guid),
        name: 'Pat Example',
        address: '1 Imaginary Lane',
        city: 'Nowhere',
        state: 'UT',
        postalCode: '00000',
        country: 'US',
        email: 'pat.example@example.com',
        phone: '555-555-0100',
      }))
    : [];
}

function deposits(member: Member): readonly Account[] {
  return aggregatedAccounts(member).filter(({ values: { type } }) =>
    ['CHECKING', 'SAVINGS'].some((each) => each === type),
  );
}

function digits(name: string, count: number): string {
  return BigInt(`0x${digest(name)}`)
    .toString()
    .slice(-count);
}
