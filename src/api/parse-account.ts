import type { Account } from '../domain/account.ts';
import { amount, guidOf, text, verbatim, type WireOf } from './read.ts';

/** An account; `null` without a guid. Of its number no more than the end is kept. */
export function parseAccount(wire: WireOf<'account'>): Account | null {
  const guid = guidOf(wire['guid']);
  if (guid === null) {
    return null;
  }
  return {
    guid,
    memberGuid: verbatim(wire['member_guid']),
    name: text(wire['name']) ?? '',
    type: text(wire['type']),
    subtype: text(wire['subtype']),
    lastFour: lastFour(wire['account_number']),
    balance: amount(wire['balance']),
    availableBalance: amount(wire['available_balance']),
    currencyCode: text(wire['currency_code']),
    isClosed: wire['is_closed'] === true,
  };
}

function lastFour(raw: unknown): string | null {
  return text(
    text(raw)
      ?.replace(/[^a-z\d]/gi, '')
      .slice(-4),
  );
}
