import * as fc from 'fast-check';
import { createAtriumClient } from '../../src/api/fetch-client.ts';
import { RESOURCES } from '../../src/contract/resources.ts';
import { AtriumError } from '../../src/domain/errors.ts';
import { createMemoryStore, createWebhookReceiver } from '../../src/server.ts';
import type { AtriumApi, MemberNotice, WebhookEvent } from '../../src/server.ts';
import { ROUTES } from '../../src/server/routes.ts';
import type { Route, UpstreamRoute } from '../../src/server/routes.ts';
import { asSentByTheBrowser } from '../../src/testing/page-fetch.ts';
import { VERB_NAMES, VERBS } from '../api/support.ts';
import { APIS, browser, CREDENTIAL, harness, MEMBER, ORIGIN } from '../server/support.ts';
import { hold } from './hold.ts';
import { answerUnder, anyAnswer, webhook } from './mx-arbitraries.ts';

const asked = ROUTES.filter((route) => route.upstream !== undefined);
const secrets = [{ guid: CREDENTIAL, value: 'hunter2' }];
const BODY = {
  member: { institution_code: 'mxbank', credentials: secrets, challenges: secrets },
  account: { name: 'Cash', account_type: 'CASH' },
};

const requestOf = ({ method, path, body }: Route): Request =>
  browser(method, path.replace(':member', MEMBER).replace(':code', 'mxbank'), {
    body: body && BODY,
  });

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Every key and every value in it, at any depth. */
function inside(value: unknown): readonly [key: string, value: unknown][] {
  return isObject(value)
    ? Object.entries(value).flatMap(([key, each]) => [[key, each], ...inside(each)])
    : [];
}

/** Every field of the contract, whichever resource has it. */
const FIELDS = new Set(Object.values(RESOURCES).flatMap((fields) => Object.keys(fields)));

/** All words and numbers that MX has sent, those of an error inside a text included. */
function saidIn(value: unknown): ReadonlySet<unknown> {
  const leaves = inside([value]).flatMap(([, each]) => {
    if (typeof each !== 'string') return [each];
    const parsed = parsedOrNull(each);
    return [each, ...inside([parsed]).map(([, leaf]) => leaf)];
  });
  return new Set(leaves.flatMap((leaf) => [leaf, endOf(leaf)]));
}

const endOf = (number: unknown): string =>
  String(number)
    .replaceAll(/[\s./-]/g, '')
    .slice(1)
    .slice(-4);

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isShort = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value.length <= 4);

function checkPassed({ path, answer }: UpstreamRoute, said: unknown, passed: unknown): void {
  const words = saidIn(said);
  const resources = Object.entries(isObject(passed) ? passed : {});
  hold(
    resources.some(([name]) => name === answer.name),
    `${path} lacks what it is for.`,
  );
  for (const [resource, fields] of resources) {
    hold([answer.name, 'pagination'].includes(resource), `${path} lets ${resource} pass.`);
    for (const [key, value] of inside(fields)) {
      // The numbers are places in a list.
      hold(FIELDS.has(key) || /^\d+$/.test(key), `${path} lets ${key} pass.`);
      const isWhole = key !== 'account_number' || answer.name === 'account_numbers';
      hold(isWhole || isShort(value), `${path} shows all of ${key}.`);
      const isWord = typeof value === 'string' || typeof value === 'number';
      const isSaid = words.has(value) || (key === 'connection_status' && value === 'UNKNOWN');
      hold(!isWord || isSaid, `${path} says ${String(value)}, which MX has not.`);
    }
  }
}

/** Everything that a host can let through. */
const allOf = ({ api }: AtriumApi) => ({
  verification: true,
  identification: true,
  accountOwners: true,
  accountNumbers: true,
  manualAccounts: api === 'platform',
});

/** Whatever JSON a success of MX holds, what passes is on the route's list, and said by MX. */
export const answers = fc.asyncProperty(
  fc.constantFrom(...APIS),
  fc
    .constantFrom(...asked)
    .chain((route) => answerUnder(route.answer.name).map((said) => ({ route, said }))),
  fc.constantFrom(200, 201, 202, 206),
  fc.boolean(),
  async ([, api], { route, said }, status, showsNumbers) => {
    const allow = { ...allOf(api), accountNumbers: showsNumbers };
    const text = JSON.stringify(said);
    const { proxy } = harness(() => new Response(text, { status }), { ...api, allow });
    const response = await proxy(requestOf(route));
    const body: unknown = JSON.parse(await response.text());
    if (response.ok) {
      hold(response.status === status, `${status} becomes ${response.status}.`);
      checkPassed(route, JSON.parse(text), body);
    } else {
      const isShut = route.needs !== undefined && route.needs !== 'events' && !allow[route.needs];
      hold(response.status === (isShut ? 404 : 502), `${status} becomes ${response.status}.`);
    }
  },
);

type Told = Readonly<Record<string, unknown>>;
const isTold = (value: unknown): value is Told => isObject(value);
const isConnected = (value: unknown): boolean =>
  isTold(value) && [6, 'CONNECTED'].some((status) => value['connection_status'] === status);

/** The members in what the client has made of an answer. */
const membersIn = (result: unknown): readonly Told[] =>
  (Array.isArray(result) ? result : [result])
    .filter(isTold)
    .filter((each) => 'connectionStatus' in each);

/** Whether MX itself has said of this member that it is connected. */
function isSaidToBeConnected(said: unknown, { guid }: Told): boolean {
  const { member, members } = isTold(said) ? said : {};
  const listed: readonly unknown[] = Array.isArray(members) ? members : [];
  return [member, ...listed].some(
    (each) => isTold(each) && each['guid'] === guid && isConnected(each),
  );
}

/** Whatever MX answers, the page takes nothing for connected that MX has not said to be. */
export const pages = fc.asyncProperty(
  fc.constantFrom(...APIS),
  // A status is the one thing that is put together from two answers.
  fc.oneof(fc.constantFrom(...VERB_NAMES), fc.constant('readMemberStatus' as const)),
  fc.oneof(
    fc.constantFrom(200, 202),
    fc.constantFrom(307, 400, 401, 403, 404, 405, 409, 422, 429, 500, 503),
  ),
  anyAnswer,
  anyAnswer,
  async ([, api], verb, status, said, ofItsMember) => {
    const allow = allOf(api);
    const { proxy } = harness(
      ({ path }) =>
        verb === 'readMemberStatus' && !path.endsWith('/status')
          ? new Response(JSON.stringify(ofItsMember))
          : new Response(JSON.stringify(said), { status }),
      { ...api, allow },
    );
    const client = createAtriumClient({
      baseUrl: `${ORIGIN}/api/atrium`,
      fetch: (url, init) => proxy(asSentByTheBrowser(url, init, ORIGIN)),
    });
    try {
      const result = await VERBS[verb](client);
      const isOwn = verb === 'readFeatures';
      hold(isOwn || status < 300, `${verb} takes ${status} for a success.`);
      for (const member of membersIn(result)) {
        const isTrue =
          member['connectionStatus'] !== 'CONNECTED' || isSaidToBeConnected(said, member);
        hold(isTrue, `${verb} takes a member for connected.`);
      }
    } catch (error) {
      hold(error instanceof AtriumError, `${verb} threw ${String(error)}.`);
    }
  },
);

const OUTCOMES: readonly WebhookEvent['outcome'][] = ['told', 'ignored', 'unreadable'];

/** Whether one and the same message names both. */
const namesBoth = (posted: unknown, { userGuid, memberGuid }: MemberNotice): boolean =>
  (Array.isArray(posted) ? posted : [posted]).some((message) => {
    const values = inside([message]).map(([, value]) => value);
    return values.includes(userGuid) && values.includes(memberGuid);
  });

/** Whatever is posted, whom it is not about is told nothing, and nobody is told twice. */
export const notices = fc.asyncProperty(webhook, async (posted) => {
  const told: MemberNotice[] = [];
  const heard: WebhookEvent[] = [];
  const store = {
    ...createMemoryStore(),
    publish: async (notice: MemberNotice) => void told.push(notice),
  };
  const receive = createWebhookReceiver({
    store,
    credentials: 'none',
    observe: (event) => heard.push(event),
  });
  const text = JSON.stringify(posted);
  let work: Promise<unknown> = Promise.resolve();
  const request = new Request(ORIGIN, { method: 'POST', body: text });
  const { status } = await receive(request, { waitUntil: (all) => void (work = all) });
  await work;
  hold(status === 204, `The receiver answered ${status}.`);
  hold(
    heard.length === 1 && OUTCOMES.includes(heard[0]?.outcome ?? 'failed'),
    'Not told how it went.',
  );
  hold((heard[0]?.outcome === 'told') === told.length > 0, 'Told of what was not told.');
  const about = told.map(({ userGuid, memberGuid }) => `${userGuid} ${memberGuid}`);
  hold(new Set(about).size === about.length, 'Told twice of one member.');
  for (const notice of told) {
    hold(namesBoth(JSON.parse(text), notice), `It told of ${JSON.stringify(notice)}.`);
  }
});
