import type { AccountNumbers, AccountOwner } from '../domain/mode.ts';
import { guidOf, text, verbatim, type WireOf } from './read.ts';

/** The numbers of one account; `null` without knowing of which. */
export function parseAccountNumbers(wire: WireOf<'accountNumbers'>): AccountNumbers | null {
  const accountGuid = guidOf(wire['account_guid']);
  if (accountGuid === null) {
    return null;
  }
  return {
    accountGuid,
    accountNumber: text(wire['account_number']),
    routingNumber: text(wire['routing_number']),
    institutionNumber: text(wire['institution_number']),
    transitNumber: text(wire['transit_number']),
  };
}

/** One owner of an account; `null` without a guid. */
export function parseAccountOwner(wire: WireOf<'accountOwner'>): AccountOwner | null {
  const guid = guidOf(wire['guid']);
  if (guid === null) {
    return null;
  }
  return {
    guid,
    accountGuid: verbatim(wire['account_guid']),
    name: text(wire['owner_name']),
    email: text(wire['email']),
    address: text(wire['address']),
    city: text(wire['city']),
    state: text(wire['state']),
    postalCode: text(wire['postal_code']),
    country: text(wire['country']),
  };
}
