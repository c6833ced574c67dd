import * as fc from 'fast-check';
import { createAtriumClient } from '../../src/api/fetch-client.ts';
import { createEventParser } from '../../src/api/event-parser.ts';
import { parseOauthReturn } from '../../src/api/parse-oauth-return.ts';
import { AtriumError } from '../../src/domain/errors.ts';
import { createMemoryStore, createWebhookReceiver } from '../../src/server.ts';
import type { AtriumProxyOptions } from '../../src/server.ts';
import { VERB_NAMES, VERBS } from '../api/support.ts';
import { API_KEY, APIS, CLIENT_ID, harness, MEMBER, ORIGIN, USER } from '../server/support.ts';
import { answer, bent, CANARY, mutated, request, SECRET } from './arbitraries.ts';
import type { Said, Sent } from './arbitraries.ts';
import { hold } from './hold.ts';
import { answers, notices, pages } from './mx-properties.ts';

const HIDDEN = [API_KEY, CLIENT_ID, btoa(`${CLIENT_ID}:${API_KEY}`), CANARY, SECRET, USER];
const HOSTS = new Set(['https://vestibule.mx.com', 'https://int-api.mx.com']);
const MEMBER_PART = `(/${MEMBER.slice(0, 4)}[0-9a-f-]{36}`;
const PARTS =
  'status|aggregate|challenges|resume|credentials|oauth_window_uri|accounts|account_owners';
/** All that MX may be asked, written down apart from the routes that decide it. */
const ALLOWED = new RegExp(
  `^(/institutions(/[A-Za-z0-9_.-]{1,100}(/credentials)?)?|/users/${USER}/(accounts|members${MEMBER_PART}(/(${PARTS}))?)?))$`,
);
const SUCCESSES = [200, 201, 202, 204];
const PROBLEMS: Readonly<Record<string, readonly number[]>> = {
  unauthorized: [401],
  forbidden: [403],
  'not-found': [404],
  'member-limit': [405],
  conflict: [409],
  throttled: [429],
  'too-many-attempts': [429],
  invalid: [400, 413, 415, 422],
  server: [500, 502],
  timeout: [408, 504],
};

function asRequest({ method, path, headers, body }: Sent): Request {
  const entries = Object.entries(headers).filter(([, value]) => value !== '');
  const takesBody = method !== 'GET' && method !== 'HEAD' && body !== undefined;
  return new Request(`${ORIGIN}/api/atrium${path}`, {
    method,
    headers: entries,
    ...(takesBody && { body: new TextEncoder().encode(body) }),
  });
}

/** What `fetch` makes of it. Whatever breaks says so in words that nobody may see. */
function asResponse({ status, text, headers, breaks }: Said): Response {
  const error = new TypeError(CANARY, {
    cause: Object.assign(new Error(CANARY), { code: CANARY }),
  });
  if (breaks === 'before') throw error;
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(text)),
    pull: (controller) => controller.error(error),
  });
  return new Response(breaks === 'midway' ? body : text, { status, headers });
}

/** Hosts and their stores as they are, and as they fail: in words that nobody may see. */
const hosts: fc.Arbitrary<Partial<Pick<AtriumProxyOptions, 'resolveUser' | 'store'>>> =
  fc.constantFrom(
    {},
    {},
    {},
    { resolveUser: () => Promise.reject(new Error(CANARY)) },
    { resolveUser: () => ({ identifier: `${CANARY} ` }) },
    { store: { ...createMemoryStore(), readStatus: () => Promise.reject(new Error(CANARY)) } },
    { store: { ...createMemoryStore(), forgetStatus: () => Promise.reject(new Error(CANARY)) } },
    { store: { ...createMemoryStore(), countAttempt: () => Promise.reject(new Error(CANARY)) } },
  );

async function checkAnswer(response: Response): Promise<string> {
  const text = await response.text();
  const shown = `${text}${JSON.stringify([...response.headers])}`;
  for (const hidden of HIDDEN) hold(!shown.includes(hidden), `An answer shows ${hidden}.`);
  hold(response.headers.get('cache-control') === 'no-store', 'An answer may be cached.');
  if (SUCCESSES.includes(response.status)) {
    hold(text === '' ? response.status === 204 : typeof JSON.parse(text) === 'object', 'No JSON.');
    return text;
  }
  const { error } = JSON.parse(text) as { error: Record<string, unknown> };
  const { kind, message, ...rest } = error;
  hold(
    PROBLEMS[String(kind)]?.includes(response.status) === true,
    `${response.status} ${String(kind)}`,
  );
  // A sentence, or one about a field: no error of a runtime is either.
  hold(/^[A-Z`].*\.$/.test(String(message)), `A problem says: ${String(message)}`);
  hold(
    Object.keys(rest).every((key) => key === 'member_guid'),
    'A problem says more than it may.',
  );
  return text;
}

/** Whatever a browser sends and MX answers, the proxy answers as it says it does. */
const proxy = fc.asyncProperty(
  fc.constantFrom(...APIS),
  request,
  answer,
  hosts,
  async ([, api], sent, said, host) => {
    const {
      proxy: handle,
      calls,
      events,
    } = harness(() => asResponse(said), {
      ...api,
      ...host,
      allow: { accountOwners: true },
    });
    await checkAnswer(await handle(asRequest(sent)));
    for (const { url } of calls) {
      const { origin, pathname } = new URL(url);
      hold(HOSTS.has(origin) && ALLOWED.test(pathname), `MX was asked for ${url}.`);
    }
    const told = JSON.stringify(events);
    hold(events.length === 1, `The observer was told ${events.length} times.`);
    for (const hidden of [...HIDDEN, MEMBER]) hold(!told.includes(hidden), `Told of ${hidden}.`);
  },
);

const NEWS = { type: 'MEMBER', user_guid: USER, member_guid: MEMBER, member: { guid: MEMBER } };
const GUIDS = /^USR-[0-9a-f-]{36} MBR-[0-9a-f-]{36}$/;

/** Whatever is posted, the receiver answers in its words, and tells of nothing but two guids. */
const webhooks = fc.asyncProperty(
  fc.oneof(
    mutated(NEWS).map((value) => JSON.stringify(value) ?? ''),
    mutated([NEWS, NEWS]).map((value) => JSON.stringify(value) ?? ''),
    bent(JSON.stringify(NEWS)),
    fc.nat(70_000).map((length) => JSON.stringify(NEWS).padEnd(length)),
  ),
  async (body) => {
    const told: string[] = [];
    const receive = createWebhookReceiver({
      credentials: 'none',
      store: {
        ...createMemoryStore(),
        publish: async ({ userGuid, memberGuid }) => void told.push(`${userGuid} ${memberGuid}`),
      },
    });
    const response = await receive(new Request(ORIGIN, { method: 'POST', body }));
    hold([204, 413].includes(response.status), `The receiver answered ${response.status}.`);
    hold(
      told.every((each) => GUIDS.test(each)),
      `It told of ${told.join()}.`,
    );
  },
);

/** Whatever a server answers, the page's client resolves, or rejects with an error of its own. */
const client = fc.asyncProperty(fc.constantFrom(...VERB_NAMES), answer, async (verb, said) => {
  const own = createAtriumClient({
    baseUrl: '/api/atrium',
    fetch: async () => asResponse(said),
  });
  await VERBS[verb](own).catch((error: unknown) => {
    hold(error instanceof AtriumError, `${verb} threw ${String(error)}.`);
    hold(!String(error).includes(CANARY), `${verb} quotes the server.`);
  });
});

const isOutcome = (value: { kind: string } | null): boolean =>
  value === null || typeof value.kind === 'string';

const RETURN = `${ORIGIN}/return?status=error&member_guid=${MEMBER}&error_reason=DENIED`;
const EVENTS = `id: 1\nevent: member\ndata: {"member_guid":"${MEMBER}"}\n\n: heartbeat\n\n`;

/** Whatever comes back from a bank or over a stream, no parser throws. */
const parsers = fc.asyncProperty(bent(RETURN), bent(EVENTS), fc.nat(90), async (url, text, cut) => {
  hold(isOutcome(parseOauthReturn(url)), 'An address back is read as something else.');
  const parser = createEventParser();
  const bytes = new TextEncoder().encode(text);
  const events = [...parser.read(bytes.slice(0, cut)), ...parser.read(bytes.slice(cut))];
  const { lastEventId = 'x' } = parser.resumption();
  hold(/^[\x21-\x7e]{1,256}$/.test(lastEventId), 'An id that no header takes.');
  hold(
    events.every(({ data }) => data.length <= 4_096),
    'An event without end.',
  );
});

export const PROPERTIES: Readonly<Record<string, fc.IAsyncProperty<unknown>>> = {
  proxy,
  webhooks,
  client,
  parsers,
  answers,
  pages,
  notices,
};
