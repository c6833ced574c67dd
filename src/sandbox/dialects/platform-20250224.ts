import { isJsonObject, textsField, type JsonObject } from '../body.ts';
import { refuse } from '../errors.ts';
import type { JobKind } from '../facts.ts';
import { doesSupport, type Institution } from '../institutions.ts';
import { errorToWire } from '../member-errors.ts';
import { listQuery } from '../query.ts';
import type { Creation, Dialect, Told, Wire } from './dialect.ts';
import { accountKeys20250224 } from './platform-account-keys.ts';
import {
  accountFacts,
  countryFilter,
  institutionRecord,
  memberRecord,
  platform,
  pick,
  readPlatformCreate,
  readPlatformUpdate,
} from './platform.ts';

/** How a request asks for this version, in its `Accept-Version` header. */
export const VERSION_20250224 = 'v20250224';

/** MX Platform v20250224: told by its own header, with the client's ids in addresses, and products. */
export const platform20250224: Dialect = {
  ...platform,
  mediaType: 'application/json; charset=utf-8',
  accepts: 'application/json',
  acceptsOwnIds: true,
  mostPerPage: { institutions: 100, others: 1000 },

  institutionFilter(query) {
    const products = listQuery(query, 'supported_products');
    const isThere = countryFilter(query);
    return (institution) =>
      isThere(institution) &&
      products.every((product) => supportedProducts(institution).includes(product));
  },
  readCreate: (body) => readPlatformCreate(body, orderedJobs(body)),
  readUpdate: readPlatformUpdate,

  institution: (institution) => ({
    ...institutionRecord(institution),
    created_at: '2016-01-01T00:00:00Z',
    guid: institution.guid,
    is_hidden: institution.isHidden,
    supported_products: supportedProducts(institution),
    supports_oauth: institution.supports === null ? null : doesSupport(institution, 'o'),
  }),
  member,
  created,
  account: (account, { identifier }) =>
    pick(accountFacts(account, identifier), accountKeys20250224),
};

/** What a client can order, the job that brings it, and the letter that says which bank has it. */
const products = [
  { product: 'account_verification', job: 'verify', letter: 'v' },
  { product: 'identity_verification', job: 'identify', letter: 'i' },
  { product: 'transactions', job: 'aggregate', letter: '' },
  { product: 'transaction_history', job: 'extend_history', letter: 'h' },
  { product: 'statements', job: 'fetch_statements', letter: 's' },
  { product: 'investments', job: 'aggregate', letter: '' },
  { product: 'rewards', job: 'aggregate', letter: '' },
] as const satisfies readonly { product: string; job: JobKind; letter: string }[];

/** Every bank has transactions. Nothing here has investments or rewards. */
function supportedProducts(institution: Institution): readonly string[] {
  return products
    .filter(({ product }) => product !== 'investments' && product !== 'rewards')
    .filter(({ letter }) => letter === '' || doesSupport(institution, letter))
    .map(({ product }) => product);
}

/** Without an order the standard aggregation runs; an order of nothing starts nothing. */
function orderedJobs(body: JsonObject): readonly JobKind[] {
  const order = body['data_request'];
  if (order === undefined || order === null) {
    return ['aggregate'];
  }
  const names = isJsonObject(order) ? textsField(order, 'products') : undefined;
  if (names === undefined) {
    return refuse(400, '"data_request" must have a list of "products".');
  }
  return [...new Set(names.map(jobOf))];
}

function jobOf(name: string): JobKind {
  const known = products.find(({ product }) => product === name);
  return known?.job ?? refuse(400, 'A product in "data_request" is not one that can be ordered.');
}

function member(told: Told): Wire {
  return { ...memberRecord(told), error: errorToWire(told.facts.error) };
}

/** What was ordered and cannot be had makes no failure of the rest: it is told in an error beside. */
function created(creation: Creation): ReturnType<Dialect['created']> {
  const [refused] = creation.refused;
  if (refused === undefined) {
    return { status: creation.isJobAsked ? 202 : 200, member: member(creation) };
  }
  const message = `The product that "${refused}" brings cannot be had for this member.`;
  const error = {
    error_type: 'JOB',
    error_code: null,
    error_message: message,
    user_message: null,
    locale: null,
  };
  return { status: 201, member: { ...member(creation), error } };
}
