import { raw, SITE } from './attack-server.ts';
import { CREDENTIAL, MEMBER, USER } from './support.ts';

/** What the person who is attacked with has: a session of one's own, and a tool that sends any bytes. */
export interface Attack {
  readonly what: string;
  readonly bytes: string;
  readonly status: number;
  /** The problem that the answer names; Node itself refuses some before the proxy sees them. */
  readonly kind?: string;
  /** What MX may be asked, if anything: always as the session's own user. */
  readonly asked?: readonly string[];
}

const STRANGER = 'MBR-99999999-9999-9999-9999-999999999999';
const OTHER_USER = 'USR-99999999-9999-9999-9999-999999999999';
const of = `/users/${USER}/members`;
const API = '/api/atrium';
const own = `${API}/members/${MEMBER}`;
const isNotFound = { status: 404, kind: 'not-found' };
const isInvalid = { status: 400, kind: 'invalid' };
const isForbidden = { status: 403, kind: 'forbidden' };
const isWrongType = { status: 415, kind: 'invalid' };
const isOwnMember = { status: 200, asked: [`GET ${of}/${MEMBER}`] };

const get = (target: string, headers: Record<string, string | null> = {}): string =>
  raw('GET', target, { headers });
const put = (body: string, headers: Record<string, string | null> = {}): string =>
  raw('PUT', own, { body, headers });

const path = (target: string): Attack => ({
  what: `a path: ${target.slice(0, 60)}`,
  bytes: get(target),
  ...isNotFound,
});

const paths: readonly Attack[] = [
  `${API}/institutions/..%2fusers`,
  `${API}/institutions/..%2Fusers%2F${OTHER_USER}`,
  `${API}/institutions/%2e%2e/users`,
  `${API}/institutions/.%2e/%2e./users`,
  `${API}/institutions/%252e%252e%252fusers`,
  `${API}/institutions/%c0%ae%c0%ae%c0%afusers`,
  `${API}/institutions/..%5c..%5cusers`,
  `${API}/institutions/..;/users`,
  `${API}/institutions/mxbank%00/credentials`,
  `${API}/institutions/mxbank%0d%0aHost:%20evil.example`,
  `${API}/members/${MEMBER}%2f..%2f..%2f..%2f${OTHER_USER}`,
  `${API}/members/${MEMBER}/..%2f${STRANGER}`,
  `${own}/status%3f`,
  `${own}/status/`,
  `${own}//status`,
  `//evil.example${API}/members`,
  `${API}/users/${OTHER_USER}/members/${STRANGER}`,
  `${API}/members/${'A'.repeat(4_000)}`,
  `/x/..${API}x/members`,
].map(path);

/** What is no address at all: Node's side of the proxy refuses it before a route is looked for. */
const unreadable: readonly Attack[] = [
  {
    what: 'backslashes in an address',
    bytes: get(`${API}/institutions/..\\..\\users`),
    status: 400,
  },
  { what: 'a space in an address', bytes: get(`${API}/mem bers`), status: 400 },
];

/** What looks like another's, or like somebody else: it is looked for among one's own. */
const identities: readonly Attack[] = [
  {
    what: "another user's member, by its guid",
    bytes: get(`${API}/members/${STRANGER}`),
    ...isNotFound,
    asked: [`GET ${of}/${STRANGER}`],
  },
  {
    what: "the deletion of another user's member",
    bytes: raw('DELETE', `${API}/members/${STRANGER}`),
    ...isNotFound,
    asked: [`DELETE ${of}/${STRANGER}`],
  },
  {
    what: "a user's guid for a member's",
    bytes: get(`${API}/members/${OTHER_USER}`),
    ...isNotFound,
  },
  {
    what: 'another user in the query',
    bytes: get(`${own}?user_guid=${OTHER_USER}&user=${OTHER_USER}&id=1`),
    ...isOwnMember,
  },
  {
    what: 'another user in headers',
    bytes: get(own, { 'x-user-guid': OTHER_USER, 'x-user-id': '1', 'x-forwarded-user': 'bob' }),
    ...isOwnMember,
  },
  {
    what: 'another user in the body',
    bytes: put(
      `{"user_guid":"${OTHER_USER}","member":{"metadata":"x","user_guid":"${OTHER_USER}"}}`,
    ),
    status: 200,
    asked: [`PUT ${of}/${MEMBER}`],
  },
  {
    what: 'no session',
    bytes: get(own, { cookie: null }),
    status: 401,
    kind: 'unauthorized',
  },
  {
    what: "MX's own keys in place of a session",
    bytes: get(own, { cookie: null, 'mx-api-key': 'stolen', authorization: 'Basic c3RvbGVu' }),
    status: 401,
    kind: 'unauthorized',
  },
];

/** Headers that rule something elsewhere rule nothing here. */
const headers: readonly Attack[] = [
  {
    what: 'keys, versions and credentials of the browser’s own',
    bytes: get(own, {
      'mx-api-key': 'stolen',
      'mx-client-id': 'stolen',
      authorization: 'Basic c3RvbGVu',
      accept: 'text/html',
      'accept-version': 'v1',
    }),
    ...isOwnMember,
  },
  {
    what: 'another method, path or host',
    bytes: get(`${own}?_method=DELETE`, {
      'x-http-method-override': 'DELETE',
      'x-http-method': 'DELETE',
      'x-method-override': 'DELETE',
      'x-original-url': '/users',
      'x-rewrite-url': '/users',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-prefix': '/users',
      forwarded: 'host=evil.example',
    }),
    ...isOwnMember,
  },
  {
    what: 'an absolute address of another host',
    bytes: get(`http://evil.example${API}/members/${MEMBER}`),
    ...isOwnMember,
  },
  { what: 'an absolute address of MX', bytes: get('https://atrium.mx.com/users'), ...isNotFound },
  { what: 'no host', bytes: get(own, { host: null }), status: 400 },
  {
    what: 'a host with a user',
    bytes: raw('GET', own, { host: 'app.example.com@evil' }),
    status: 400,
  },
  { what: 'a host with a path', bytes: raw('GET', own, { host: 'evil/../x' }), status: 400 },
  {
    what: 'another host, and an origin to match',
    bytes: raw('PUT', own, {
      host: 'evil.example',
      headers: { origin: 'http://evil.example', 'sec-fetch-site': null },
      body: '{"member":{"metadata":"x"}}',
    }),
    ...isForbidden,
  },
  {
    what: 'a length and chunks at once',
    bytes: put('0\r\n\r\nGET /api/atrium/members HTTP/1.1\r\nhost: x\r\n\r\n', {
      'transfer-encoding': 'chunked',
    }),
    status: 400,
  },
  {
    what: 'two lengths',
    bytes: get(own, { 'content-length': '0\r\ncontent-length: 44' }),
    status: 400,
  },
  {
    what: 'chunks by another name',
    bytes: put('0\r\n\r\n', { 'content-length': null, 'transfer-encoding': 'xchunked' }),
    status: 400,
  },
  { what: 'a space before the colon', bytes: get(own, { 'content-length ': '4' }), status: 400 },
  { what: 'a header over two lines', bytes: get(own, { 'x-a': 'b\n c: d' }), status: 400 },
  { what: 'a zero byte in a header', bytes: get(own, { 'x-a': 'b\0' }), status: 400 },
  { what: 'headers without end', bytes: get(own, { 'x-a': 'a'.repeat(20_000) }), status: 431 },
  {
    what: 'a second request inside a body',
    bytes: put(`{"member":{"metadata":"x"}}\r\nDELETE ${own} HTTP/1.1\r\nhost: x\r\n\r\n`),
    ...isInvalid,
  },
];

const methods: readonly Attack[] = ['PATCH', 'TRACE', 'OPTIONS', 'PROPFIND', 'QUERY', 'PURGE'].map(
  (method) => ({ what: `the method ${method}`, bytes: raw(method, own), ...isNotFound }),
);

const body = (what: string, text: string, answer: Omit<Attack, 'what' | 'bytes'>): Attack => ({
  what: `a body: ${what}`,
  bytes: put(text),
  ...answer,
});

const secretly = `{"member":{"credentials":[{"guid":"${CREDENTIAL}","value":"hunter2"`;

const bodies: readonly Attack[] = [
  body('a byte too many', ' '.repeat(65_537), { status: 413, kind: 'invalid' }),
  body('deep', `{"member":${'['.repeat(32_000)}${']'.repeat(32_000)}}`, isInvalid),
  body('deep objects', `${'{"member":'.repeat(5_000)}1${'}'.repeat(5_000)}`, isInvalid),
  body('cut off', secretly, isInvalid),
  body('with a number for a secret', `${secretly.replace('"hunter2"', '1e999')}}]}}`, isInvalid),
  body('in another encoding', '\xff\xfe{\0"\0m\0', isInvalid),
  body('of no valid characters', '{"member":{"\xc0\xaf":1}}', isInvalid),
  {
    what: 'a body: compressed',
    bytes: put('\x1f\x8b\x08\0\0\0\0\0', { 'content-encoding': 'gzip' }),
    ...isInvalid,
  },
  {
    what: 'a body: too long by a claim alone',
    bytes: put('{}', { 'content-length': '99999999' }),
    status: 408,
    kind: 'timeout',
  },
  {
    what: 'a body: that never goes on',
    bytes: put(secretly, { 'content-length': '5000' }),
    status: 408,
    kind: 'timeout',
  },
  {
    what: 'a body: in chunks without end',
    bytes: put('5\r\n{"mem\r\n', { 'content-length': null, 'transfer-encoding': 'chunked' }),
    status: 408,
    kind: 'timeout',
  },
  {
    what: 'a body: in one chunk that is too large',
    bytes: put(`10001\r\n${' '.repeat(65_537)}\r\n0\r\n\r\n`, {
      'content-length': null,
      'transfer-encoding': 'chunked',
    }),
    status: 413,
    kind: 'invalid',
  },
  {
    what: 'a body: with a read, which is not looked at',
    bytes: raw('GET', own, { body: secretly }),
    ...isOwnMember,
  },
];

const change = '{"member":{"metadata":"x"}}';

const types: readonly Attack[] = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain; charset=application/json',
  'application/json-patch+json',
  '*/*',
].map((type) => ({
  what: `the content type ${type}`,
  bytes: put(change, { 'content-type': type }),
  ...isWrongType,
}));

const crossSite: readonly Attack[] = Object.entries<Record<string, string | null>>({
  'of another site': { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  'of a sibling': { origin: 'https://evil.app.example.com', 'sec-fetch-site': 'same-site' },
  'of nowhere': { origin: 'null', 'sec-fetch-site': null },
  'without an origin': { origin: null, 'sec-fetch-site': null },
  'of two origins': { origin: `${SITE} https://evil.example`, 'sec-fetch-site': null },
  'that says twice where it is from': { 'sec-fetch-site': 'same-origin, cross-site' },
}).map(([what, sent]) => ({ what: `a write ${what}`, bytes: put(change, sent), ...isForbidden }));

const reads: readonly Attack[] = [
  {
    what: 'a fragment, which ends the address',
    bytes: get(`${API}/members#/../users`),
    status: 200,
    asked: [`GET ${of}`],
  },
  {
    what: 'a read of another site',
    bytes: get(own, { 'sec-fetch-site': 'cross-site' }),
    ...isForbidden,
  },
  {
    what: 'a stream of events of another site',
    bytes: get(`${API}/events`, { 'sec-fetch-site': 'cross-site' }),
    ...isForbidden,
  },
  {
    what: 'a stream of events without a session',
    bytes: get(`${API}/events`, { cookie: null, 'last-event-id': '0-0' }),
    status: 401,
    kind: 'unauthorized',
  },
  {
    what: 'a line break in a query',
    bytes: get(`${API}/members?page=1%0d%0aX-Evil:1`),
    ...isInvalid,
  },
  {
    what: 'a line break in a name that is searched for, which stays text',
    bytes: get(`${API}/institutions?name=a%0d%0aX-Evil:%201%26page=2`),
    status: 200,
    asked: ['GET /institutions?name=a%0D%0AX-Evil%3A+1%26page%3D2'],
  },
  {
    what: 'a way back to another site',
    bytes: get(
      `${own}/oauth_window_uri?client_redirect_url=https://app.example.com%40evil.example`,
    ),
    ...isInvalid,
  },
  {
    what: 'account numbers, which nobody has opened',
    bytes: get(`${own}/account_numbers`),
    ...isNotFound,
  },
];

export const ATTACKS: readonly Attack[] = [
  ...paths,
  ...unreadable,
  ...identities,
  ...headers,
  ...methods,
  ...bodies,
  ...types,
  ...crossSite,
  ...reads,
];
