import { listOf } from '../../src/api/read.ts';
import type { Wire, WireOf } from '../../src/api/read.ts';

/** What a parser of the client may read, held by the compiler. */
export const readings = [
  (account: WireOf<'account'>) => account.account_number,
  // @ts-expect-error the proxy drops it
  (account: WireOf<'account'>) => account.iban,
  // @ts-expect-error the proxy drops it
  (member: WireOf<'member'>) => member['user_guid'],
  // @ts-expect-error only a status has them
  (member: WireOf<'member' | 'memberStatus'>) => member.challenges,
  listOf([], (account: WireOf<'account'>) => account.name),
  // @ts-expect-error a parser must say which resource it reads
  listOf([], (account: Wire) => account['iban']),
];
