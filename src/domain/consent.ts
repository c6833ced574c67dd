/** What the host asks a person to agree to, in the host's own words. Shown as text. */
export interface ConsentTerms {
  /** What data: `Account balances`, `Transactions of the last year`, … */
  readonly data: readonly string[];
  /** What for: `To show you where your money goes.` */
  readonly purpose: string;
  /** For how long, and how to end it: `Until you remove the connection.` */
  readonly duration: string;
}
