import type { Account } from '../accounts.ts';
import { booleanField, rooted, type JsonObject } from '../body.ts';
import { doesSupport, productFlags, supportFilter } from '../institutions.ts';
import { errorToWire } from '../member-errors.ts';
import type { User } from '../world.ts';
import type { Dialect, Told, Wire } from './dialect.ts';
import {
  accountKeys20250224,
  feedKeys20111101,
  furtherKeys20111101,
  setByKeys20111101,
} from './platform-account-keys.ts';
import {
  accountFacts,
  countryFilter,
  institutionRecord,
  memberRecord,
  pick,
  platform,
  readPlatformCreate,
  readPlatformUpdate,
} from './platform.ts';

/** How a request asks for this version in the header that says nothing else. */
export const VERSION_20111101 = 'v20111101';

/** How it asks for it in its `Accept` header, the older way. */
export const MEDIA_TYPE_20111101 = 'application/vnd.mx.api.v1+json';

/** MX Platform v20111101: told by its media type, with Atrium's `supports_*` and `skip_aggregation`. */
export const platform20111101: Dialect = {
  ...platform,
  mediaType: `${MEDIA_TYPE_20111101}; charset=utf-8`,
  accepts: MEDIA_TYPE_20111101,
  acceptsOwnIds: false,
  mostPerPage: { institutions: 1000, others: 1000 },

  institutionFilter(query) {
    const isSupporting = supportFilter(query);
    const isThere = countryFilter(query);
    return (institution) => isSupporting(institution) && isThere(institution);
  },
  readCreate: (body) => readPlatformCreate(body, isSkipped(body) ? [] : ['aggregate']),
  readUpdate: (body, institution) => ({
    ...readPlatformUpdate(body, institution),
    skipAggregation: isSkipped(body),
  }),

  institution: (institution) => ({
    ...institutionRecord(institution),
    ...Object.fromEntries(
      [...productFlags, { key: 'supports_oauth', letter: 'o' }].map(({ key, letter }) => [
        key,
        institution.supports === null ? null : doesSupport(institution, letter),
      ]),
    ),
  }),
  member,
  created: (creation) => ({ status: creation.isJobAsked ? 202 : 200, member: member(creation) }),
  account,
};

function isSkipped(body: JsonObject): boolean {
  return booleanField(rooted(body, 'member'), 'skip_aggregation') ?? false;
}

function member(told: Told): Wire {
  const error = errorToWire(told.facts.error);
  // This version writes the object as a string of JSON.
  return { ...memberRecord(told), error: error && JSON.stringify(error) };
}

/** What the bank has sent is there twice, and who has set the rest is never known here. */
function account(of: Account, { identifier }: User): Wire {
  const facts = accountFacts(of, identifier);
  const fed = of.isManual ? {} : facts;
  return {
    ...pick(facts, [...accountKeys20250224, ...furtherKeys20111101]),
    ...pick(fed, feedKeys20111101, (key) => `feed_${key}`),
    ...pick({}, ['account_type', 'account_subtype'], (key) => `feed_${key}`),
    ...pick({}, setByKeys20111101, (key) => `${key}_set_by`),
  };
}
