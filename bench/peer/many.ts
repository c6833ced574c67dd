/** More of something than a sandbox has, in the words in which it tells of one. */
import { memberGuid } from '../guids.ts';

type Wire = Readonly<Record<string, unknown>>;

const repeat = <T>(count: number, one: (number: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, number) => one(number));

const paged = (name: string, items: readonly Wire[]): Wire => ({
  [name]: items,
  pagination: {
    current_page: 1,
    per_page: items.length,
    total_entries: items.length,
    total_pages: 1,
  },
});

/** All on one page, which MX would send in pages of 100 at most. */
const manyInstitutions = (count: number): Wire =>
  paged(
    'institutions',
    repeat(count, (number) => ({
      code: `bank_${number}`,
      name: `Savings Bank No. ${number}`,
      url: `https://www.bank-${number}.example`,
      medium_logo_url: null,
      small_logo_url: null,
      supports_account_identification: true,
      supports_account_statement: false,
      supports_account_verification: true,
      supports_oauth: false,
      supports_transaction_history: true,
    })),
  );

/** A member that has been at the start of a job since the time given. */
const member = (number: number, since: string): Wire => ({
  aggregated_at: since,
  connection_status: 'CREATED',
  guid: memberGuid(number),
  identifier: null,
  institution_code: `bank_${number}`,
  is_being_aggregated: true,
  is_oauth: false,
  metadata: null,
  name: `Savings Bank No. ${number}`,
  status: 'INITIATED',
  successfully_aggregated_at: null,
});

/** How many members a person has, each of whom waits for a job since the time given. */
export interface Crowd {
  readonly members: number;
  readonly since: string;
}

/** The answer to a question about more than the sandbox has, if it is one. */
export function answerOfMany(url: URL, crowd: Crowd | undefined): Wire | undefined {
  const banks = /^(\d+) banks$/.exec(url.searchParams.get('name') ?? '')?.[1];
  if (url.pathname === '/institutions' && banks !== undefined)
    return manyInstitutions(Number(banks));
  if (crowd === undefined) return undefined;
  const { members, since } = crowd;
  if (/^\/users\/[^/]+\/members$/.test(url.pathname)) {
    return paged(
      'members',
      repeat(members, (number) => member(number, since)),
    );
  }
  return undefined;
}
