/** An account found at the institution. Amounts are in units of `currencyCode`. */
export interface Account {
  readonly guid: string;
  readonly memberGuid: string | null;
  readonly name: string;
  /** As the API spells it: `CHECKING`, `SAVINGS`, `CREDIT_CARD`, … */
  readonly type: string | null;
  readonly subtype: string | null;
  /** The end of the account's number, at most four characters; `null` if unknown. */
  readonly lastFour: string | null;
  readonly balance: number | null;
  readonly availableBalance: number | null;
  /** ISO 4217, such as `USD`. */
  readonly currencyCode: string | null;
  readonly isClosed: boolean;
}
