import * as fc from 'fast-check';
import { CREDENTIAL, MEMBER, ORIGIN, USER } from '../server/support.ts';

/** What a person typed: in no answer, and told to no observer. */
export const SECRET = 'hunter2-the-password';
/** What MX says beside what is passed on, such as the text of an error. */
export const CANARY = 'words-of-mx-that-nobody-may-see';

const CREDENTIALS = [{ guid: CREDENTIAL, value: SECRET }];

/** Requests as the page sends them, to be bent a little. */
const VALID: readonly [method: string, path: string, body?: unknown][] = [
  ['GET', '/institutions?name=bank&page=1&records_per_page=25'],
  ['GET', '/institutions/mxbank'],
  ['GET', '/institutions/mxbank/credentials?page=1'],
  ['GET', '/members?page=1'],
  ['POST', '/members', { member: { institution_code: 'mxbank', credentials: CREDENTIALS } }],
  [
    'POST',
    '/members',
    {
      member: {
        institution_code: 'mxbank',
        is_oauth: true,
        client_redirect_url: `${ORIGIN}/return`,
        referral_source: 'APP',
      },
    },
  ],
  ['GET', `/members/${MEMBER}`],
  ['PUT', `/members/${MEMBER}`, { member: { credentials: CREDENTIALS, metadata: SECRET } }],
  ['DELETE', `/members/${MEMBER}`],
  ['GET', `/members/${MEMBER}/status`],
  ['POST', `/members/${MEMBER}/aggregate`, {}],
  ['GET', `/members/${MEMBER}/challenges`],
  ['PUT', `/members/${MEMBER}/resume`, { member: { challenges: CREDENTIALS } }],
  ['GET', `/members/${MEMBER}/credentials`],
  ['GET', `/members/${MEMBER}/oauth_window_uri?referral_source=BROWSER`],
  ['GET', `/members/${MEMBER}/accounts`],
  ['GET', `/members/${MEMBER}/account_numbers`],
  ['GET', `/members/${MEMBER}/account_owners`],
  ['POST', `/members/${MEMBER}/verify`],
  ['POST', '/accounts', { account: { name: 'Cash', account_type: 'CASH', balance: 1 } }],
  ['GET', '/features'],
  ['GET', '/health'],
];

/** Pieces that have broken other servers. */
const piece = fc.oneof(
  fc.constantFrom(
    '..',
    '%2e%2e',
    '%2f',
    '%5c',
    '/',
    '//',
    '\\',
    ';',
    '?',
    '#',
    '&',
    '%00',
    '%0d%0a',
    '@',
    ':',
    'users',
    USER,
    MEMBER,
    '__proto__',
    'constructor',
    '\u202e',
    '\ufeff',
    'null',
    '-1',
    '1e9',
    'javascript:',
  ),
  fc.string({ maxLength: 8, unit: 'binary' }),
);

/** A text with one place in it cut out, doubled or filled with something else. */
export const bent = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(text.length), fc.nat(6), piece)
    .map(([at, length, filling]) => text.slice(0, at) + filling + text.slice(at + length));

const leaf = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, '', SECRET, MEMBER, USER, [], {}),
  fc.string({ maxLength: 12, unit: 'binary' }),
);

const keysIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];

/** A JSON value in which, somewhere, something is another thing. */
export const mutated = (value: unknown): fc.Arbitrary<unknown> => {
  const keys = keysIn(value);
  if (keys.length === 0) return fc.oneof(leaf, fc.jsonValue({ maxDepth: 2 }));
  const inside = fc
    .constantFrom(...keys)
    .chain((key) =>
      mutated(Reflect.get(Object(value), key)).map((other) =>
        Array.isArray(value) ? value.with(Number(key), other) : { ...Object(value), [key]: other },
      ),
    );
  const added = fc
    .tuple(fc.constantFrom('__proto__', 'user_guid', 'extra'), leaf)
    .map(([key, other]): unknown =>
      Array.isArray(value) ? [...value, other] : { ...Object(value), [key]: other },
    );
  return fc.oneof({ weight: 4, arbitrary: inside }, added, leaf);
};

const site = fc.constantFrom('same-origin', 'same-origin', 'same-origin', 'none', 'cross-site', '');
const type = fc.constantFrom('application/json', 'application/json', 'text/plain', '');

const sentBody = (body: unknown): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constant(JSON.stringify(body)),
    mutated(body).map((value) => JSON.stringify(value) ?? ''),
    bent(JSON.stringify(body)),
    fc.nat(70_000).map((length) => JSON.stringify(body).padEnd(length)),
  );

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export const request: fc.Arbitrary<Sent> = fc.constantFrom(...VALID).chain(([method, path, body]) =>
  fc.record({
    method: fc.oneof(
      { weight: 9, arbitrary: fc.constant(method) },
      fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'),
    ),
    path: fc.oneof({ weight: 3, arbitrary: fc.constant(path) }, bent(path)),
    headers: fc.record({
      'sec-fetch-site': site,
      'content-type': type,
      origin: fc.constantFrom(ORIGIN, ORIGIN, 'https://evil.example', 'null'),
    }),
    body: body === undefined ? fc.constant(undefined) : sentBody(body),
  }),
);

const FOUND = {
  institutions: [{ code: 'mxbank', name: 'MX Bank', supported_products: ['statements'] }],
  institution: { code: 'mxbank', name: 'MX Bank' },
  credentials: [{ guid: CREDENTIAL, label: 'Password', field_type: 'PASSWORD' }],
  members: [{ guid: MEMBER, user_guid: USER, connection_status: 'CONNECTED' }],
  member: { guid: MEMBER, user_guid: USER, connection_status: 'CHALLENGED', error: '{}' },
  challenges: [{ guid: CREDENTIAL, type: 'OPTIONS', options: [{ label: 'a', value: 'b' }] }],
  accounts: [{ guid: 'ACT-1', account_number: '1234567890', user_guid: USER }],
  account_owners: [{ guid: 'ACO-1', user_guid: USER }],
  account: { guid: 'ACT-2', user_guid: USER },
  pagination: { current_page: 1, total_pages: 1 },
};

export interface Said {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Where the connection breaks, if it does. */
  readonly breaks: 'before' | 'midway' | null;
}

/** What no success says, so that it may be looked for in every answer. */
const withoutSecrets = (text: string): string => text.replaceAll(SECRET, '').replaceAll(USER, '');

const success = fc.oneof(
  fc.constant(JSON.stringify(FOUND)),
  mutated(FOUND).map((value) => withoutSecrets(JSON.stringify(value) ?? '')),
  bent(JSON.stringify(FOUND)).map(withoutSecrets),
  fc.constantFrom('', 'null', '<html></html>', '['.repeat(20_000)),
);

const BREAKS = ['before', 'midway', null, null, null, null, null, null] as const;

export const answer: fc.Arbitrary<Said> = fc
  .oneof(
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom(200, 200, 200, 201, 202), success) },
    fc.tuple(
      fc.constantFrom(301, 307, 400, 401, 403, 404, 405, 406, 409, 410, 418, 422, 429, 500, 503),
      fc.constantFrom(
        CANARY,
        JSON.stringify({ error: { message: CANARY, guid: MEMBER }, guid: CANARY }),
      ),
    ),
  )
  .chain((said) => fc.tuple(fc.constant(said), fc.constantFrom(...BREAKS)))
  .map(([[status, text], breaks]) => ({
    status,
    text,
    breaks,
    headers: {
      'x-request-id': `<${CANARY}>`,
      'retry-after': CANARY,
      location: `https://${CANARY}/`,
    },
  }));
