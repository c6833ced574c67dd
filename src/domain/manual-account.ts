import type { Account } from './account.ts';

/** The kinds of account that a person can keep by hand, as the API spells them. */
export const ACCOUNT_TYPES = [
  'CHECKING',
  'SAVINGS',
  'CREDIT_CARD',
  'LOAN',
  'MORTGAGE',
  'INVESTMENT',
  'LINE_OF_CREDIT',
  'CHECKING_LINE_OF_CREDIT',
  'PROPERTY',
  'CASH',
  'INSURANCE',
  'PREPAID',
] as const;

/** The name of a kind of account. */
export type AccountType = (typeof ACCOUNT_TYPES)[number];

/** An account that a person keeps by hand, as they have typed it in. */
export interface NewManualAccount {
  readonly name: string;
  readonly type: AccountType;
  /** As the API spells it: `PERSONAL`, `MONEY_MARKET`, … Default: none. */
  readonly subtype?: string | undefined;
  /** In units of the currency. `null`: not told. */
  readonly balance?: number | null | undefined;
  /** ISO 4217. Default: that of the API. */
  readonly currencyCode?: string | undefined;
}

/** How far a person is with an account that they keep by hand. */
export type ManualEntry =
  | { readonly kind: 'closed' }
  | { readonly kind: 'open' }
  | { readonly kind: 'added'; readonly account: Account };

/** What the host's server has been told to offer. */
export interface ServerFeatures {
  /** An account can be kept by hand. */
  readonly manualAccounts: boolean;
  /** News is pushed, so that it need not be asked for. */
  readonly events: boolean;
}
