import * as fc from 'fast-check';
import { CREDENTIAL, MEMBER, USER } from '../server/support.ts';

/** Others than the session's own. */
const OTHER_USER = 'USR-99999999-9999-9999-9999-999999999999';
const OTHER_MEMBER = 'MBR-99999999-9999-9999-9999-999999999999';
/** Whole, as nobody is shown it who was not given leave. */
const NUMBER = '9081726354';

const WORDS = [
  'member', 'members', 'institution', 'institutions', 'credentials', 'challenges', 'accounts',
  'account', 'account_numbers', 'account_owners', 'user', 'users', 'pagination', 'total_pages',
  'guid', 'id', 'identifier', 'code', 'name', 'type', 'field_type', 'supported_products', 'error',
  'error_code', 'user_message', 'locale', 'connection_status', 'connection_status_message',
  'is_being_aggregated', 'options', 'oauth_window_uri', 'account_number', 'feed_routing_number',
  'user_guid', 'user_id', 'member_guid', 'most_recent_job_guid', 'most_recent_job_detail_text',
  '__proto__', 'constructor', 'toJSON', 'length', '0',
]; // prettier-ignore

const VALUES = [
  MEMBER, OTHER_MEMBER, USER, OTHER_USER, CREDENTIAL, NUMBER, 'CONNECTED', 'CHALLENGED', 'DENIED',
  'PASSWORD', 'statements', '{"error_code":2004}', '{', 'MEMBER', 'AGGREGATION', 6, 3, 2004, 1e308,
  -0, '', null, true,
]; // prettier-ignore

/** JSON of the words of MX, which says nothing in particular. */
const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie('leaf'),
    tie('list'),
    tie('object'),
    tie('object'),
  ),
  leaf: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<unknown>(...VALUES) },
    fc.jsonValue({ maxDepth: 1 }),
  ),
  list: fc.array(tie('anything'), { maxLength: 4 }),
  object: fc
    .array(fc.tuple(fc.constantFrom(...WORDS), tie('anything')), { maxLength: 8 })
    // Defines them as JSON.parse does: one named `__proto__` is a key like any other.
    .map((entries) => Object.fromEntries(entries) as Record<string, unknown>),
}));

/** The same below the key that a route's answer has, most of the time. */
export const answerUnder = (key: string): fc.Arbitrary<unknown> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(anything, anything)
        .map(([one, more]) => ({ [key]: one, pagination: more, user: more })),
    },
    anything,
  );

const message = fc
  .dictionary(
    fc.constantFrom('type', 'user_guid', 'member_guid', 'guid', 'member', 'user', 'job', 'action'),
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom<unknown>(...VALUES) },
      fc.dictionary(
        fc.constantFrom('guid', 'user_guid', 'member_guid'),
        fc.constantFrom<unknown>(...VALUES),
      ),
      anything,
    ),
    { maxKeys: 6 },
  )
  .map((each): unknown => each);

/** What might be posted in the place of a webhook: one message, several, or none. */
export const webhook: fc.Arbitrary<unknown> = fc.oneof(
  message,
  fc.array(fc.oneof({ weight: 4, arbitrary: message }, anything), { maxLength: 5 }),
  anything,
);

const ONES = ['member', 'institution', 'account', 'user'];
const LISTS = [
  'members', 'institutions', 'credentials', 'challenges', 'accounts', 'account_numbers',
  'account_owners',
]; // prettier-ignore

/** A member as MX might tell it, to a client that asks for a guid. */
const member = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(
      {
        guid: fc.constantFrom<unknown>(MEMBER, OTHER_MEMBER, 7, null),
        connection_status: fc.constantFrom<unknown>(
        'CONNECTED', 6, 'DENIED', 3, 'connected', '6', 6.5, 22, null, ['CONNECTED'], {},
      ), // prettier-ignore
        is_being_aggregated: fc.constantFrom<unknown>(true, false, 'false', null),
        error: anything,
      },
      { requiredKeys: ['guid'] },
    ),
  },
  anything,
);

/** An answer that holds everything that any route may ask for. */
export const anyAnswer: fc.Arbitrary<unknown> = fc
  .tuple(member, fc.oneof(fc.array(member, { maxLength: 3 }), anything), anything)
  .map(([one, list, pagination]) => ({
    ...Object.fromEntries(ONES.map((key) => [key, one])),
    ...Object.fromEntries(LISTS.map((key) => [key, list])),
    pagination,
  }));
