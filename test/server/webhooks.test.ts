import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  dictionary,
  json,
  jsonValue,
  oneof,
} from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createMemoryStore, createWebhookReceiver } from '../../src/server.ts';
import type {
  AtriumStore,
  MemberNotice,
  WebhookEvent,
  WebhookReceiverOptions,
} from '../../src/server.ts';
import { Deferred, MEMBER, settle, USER } from './support.ts';

const URL = 'https://app.example.com/webhooks/mx';
const CREDENTIALS = { username: 'mx', password: 'pass:wörd' };
const SECRET = 'hunter2-the-password';

const basic = (username: string, password: string): string =>
  `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;

function receiver(options: Partial<WebhookReceiverOptions> = {}) {
  const notices: MemberNotice[] = [];
  const events: WebhookEvent[] = [];
  const store: AtriumStore = {
    ...createMemoryStore(),
    publish: async (notice) => void notices.push(notice),
  };
  const receive = createWebhookReceiver({
    store,
    credentials: 'none',
    observe: (event) => events.push(event),
    now: () => 0,
    ...options,
  });
  return { receive, notices, events };
}

const post = (body: BodyInit, headers: Record<string, string> = {}): Request =>
  new Request(URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  });

const both = { member_guid: MEMBER, user_guid: USER };
const aggregation = {
  action: 'member_data_updated',
  completed_at: 1_531_947_410,
  completed_on: '2018-07-18',
  is_background: true,
  job_guid: 'JOB-dd3c3d4c-1cde-4a2f-8d4c-1cde4a2f8d4c',
  transactions_created_count: 3,
  type: 'AGGREGATION',
  user_id: 'person-42',
  ...both,
};

describe('a webhook of MX', () => {
  it.each<[what: string, body: unknown, change: string, type: string]>([
    [
      'that a person has to act',
      {
        action: 'CHANGED',
        connection_status: 'CHALLENGED',
        connection_status_id: 3,
        connection_status_message: 'Answer the following.',
        type: 'CONNECTION_STATUS',
        ...both,
      },
      'status',
      'CONNECTION_STATUS',
    ],
    ['that data has come', aggregation, 'data', 'AGGREGATION'],
    ['of balances', { ...aggregation, type: 'BALANCE' }, 'data', 'BALANCE'],
    ['of a history', { ...aggregation, type: 'HISTORY' }, 'data', 'HISTORY'],
    ['of statements', { ...aggregation, type: 'STATEMENT' }, 'data', 'STATEMENT'],
    [
      'of a verification',
      { ...aggregation, type: 'VERIFICATION', accounts: ['ACT-1'] },
      'data',
      'VERIFICATION',
    ],
    ['of an identification', { ...aggregation, type: 'IDENTIFICATION' }, 'data', 'IDENTIFICATION'],
    ['of a type of tomorrow', { ...aggregation, type: 'TOMORROW' }, 'member', 'OTHER'],
    ['without a type', both, 'member', 'OTHER'],
    ['whose type is a number', { ...both, type: 7 }, 'member', 'OTHER'],
    ['whose type every object has', { ...both, type: 'constructor' }, 'member', 'OTHER'],
    [
      'of a member, flat',
      {
        action: 'updated',
        guid: MEMBER,
        user_guid: USER,
        id: 42,
        aggregated_at: 1_524_694_004,
        created_at: null,
        type: 'MEMBER',
      },
      'member',
      'OTHER',
    ],
    [
      'of a member, in an object of its own',
      { action: 'deleted', member: { guid: MEMBER, user_guid: USER, is_oauth: null } },
      'member',
      'OTHER',
    ],
    [
      'of an account',
      { action: 'created', account: { guid: 'ACT-1', member_guid: MEMBER }, user: { guid: USER } },
      'member',
      'OTHER',
    ],
    ['with nulls', { ...aggregation, completed_at: null, job_guid: null }, 'data', 'AGGREGATION'],
    ['in a list', [aggregation], 'data', 'AGGREGATION'],
  ])('%s is told on as one hint', async (_what, body, change, type) => {
    const { receive, notices, events } = receiver();
    const response = await receive(post(JSON.stringify(body)));
    expect([response.status, await response.text()]).toEqual([204, '']);
    await settle();
    expect(notices).toEqual([{ userGuid: USER, memberGuid: MEMBER, change }]);
    expect(events).toEqual([{ type, outcome: 'told', status: 204, durationMs: 0 }]);
  });

  it('that says two things of a member is told on as one hint that says all', async () => {
    const { receive, notices } = receiver();
    await receive(post(JSON.stringify([aggregation, { ...aggregation, type: 'BALANCE' }])));
    await receive(
      post(JSON.stringify([aggregation, { ...aggregation, type: 'CONNECTION_STATUS' }])),
    );
    expect(notices.map(({ change }) => change)).toEqual(['data', 'member']);
  });

  it('that speaks of two members is told on as a hint of each', async () => {
    const { receive, notices } = receiver();
    const other = `${MEMBER.slice(0, -1)}0`;
    await receive(post(JSON.stringify([aggregation, { ...aggregation, member_guid: other }])));
    expect(notices).toEqual([
      { userGuid: USER, memberGuid: MEMBER, change: 'data' },
      { userGuid: USER, memberGuid: other, change: 'data' },
    ]);
  });

  it.each<[what: string, body: string, outcome: string, type: string | null]>([
    ['nothing', '', 'unreadable', null],
    ['no JSON', '{"type":', 'unreadable', null],
    ['bytes', '\u0000\ufffd\ud800', 'unreadable', null],
    ['a page', '<html></html>', 'unreadable', null],
    ['null', 'null', 'ignored', null],
    ['a number', '7', 'ignored', null],
    ['a text', '"AGGREGATION"', 'ignored', null],
    ['an empty list', '[]', 'ignored', null],
    ['a list of nothing', '[null,1,"x",[]]', 'ignored', null],
    ['an empty object', '{}', 'ignored', 'OTHER'],
    ['no member', JSON.stringify({ ...aggregation, member_guid: null }), 'ignored', 'AGGREGATION'],
    ['no user', JSON.stringify({ ...aggregation, user_guid: 7 }), 'ignored', 'AGGREGATION'],
    ['a user', JSON.stringify({ action: 'created', user: { guid: USER } }), 'ignored', 'OTHER'],
    [
      'ids in lists',
      JSON.stringify({ member_guid: [MEMBER], user_guid: [USER] }),
      'ignored',
      'OTHER',
    ],
    [
      'a path for a guid',
      JSON.stringify({ ...aggregation, member_guid: `${MEMBER}/../x` }),
      'ignored',
      'AGGREGATION',
    ],
    [
      'a guid with a line break',
      JSON.stringify({ ...aggregation, member_guid: `${MEMBER}\n` }),
      'ignored',
      'AGGREGATION',
    ],
    ['a prototype', '{"__proto__":{"member_guid":1},"constructor":null}', 'ignored', 'OTHER'],
    ['very deep', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'ignored', null],
  ])('that holds %s is taken, and nobody is told', async (_what, body, outcome, type) => {
    const { receive, notices, events } = receiver();
    expect((await receive(post(body))).status).toBe(204);
    await settle();
    expect(notices).toEqual([]);
    expect(events).toEqual([{ type, outcome, status: 204, durationMs: 0 }]);
  });

  it('is taken whatever JSON it is', async () => {
    const { receive, events } = receiver();
    await assert(
      asyncProperty(json({ maxDepth: 6 }), async (body) => {
        const response = await receive(post(body));
        expect(response.status).toBe(204);
      }),
      { numRuns: 200 },
    );
    expect(new Set(events.map(({ outcome }) => outcome))).toEqual(new Set(['ignored']));
  });

  it('is taken whatever is where something known should be', async () => {
    const odd = oneof(jsonValue(), constantFrom(USER, MEMBER, 'AGGREGATION', 'CONNECTION_STATUS'));
    const message = dictionary(
      constantFrom('type', 'action', 'guid', 'member_guid', 'user_guid', 'member', 'user', 'id'),
      oneof(odd, dictionary(constantFrom('guid', 'member_guid', 'user_guid'), odd)),
    );
    const { receive, notices } = receiver();
    await assert(
      asyncProperty(oneof(message, array(message)), async (body) => {
        expect((await receive(post(JSON.stringify(body)))).status).toBe(204);
      }),
      { numRuns: 200 },
    );
    await settle();
    for (const { userGuid, memberGuid } of notices) {
      expect([userGuid, memberGuid]).toEqual([USER, MEMBER]);
    }
  });
});

describe('the answer to a webhook', () => {
  it('does not wait until everyone is told, but a Worker does', async () => {
    const telling = new Deferred<void>();
    const store = { ...createMemoryStore(), publish: () => telling.promise };
    const { receive, events } = receiver({ store });
    const work: Promise<unknown>[] = [];
    const context = {
      waitUntil(more: Promise<unknown>) {
        expect(this).toBe(context);
        work.push(more);
      },
    };
    expect((await receive(post(JSON.stringify(both)), context)).status).toBe(204);
    expect([work.length, events.length]).toEqual([1, 0]);
    telling.resolve();
    await Promise.all(work);
    expect(events).toMatchObject([{ outcome: 'told' }]);
  });

  it("took as long as the host's clock says", async () => {
    let ms = 10_000;
    const { receive, events } = receiver({ now: () => (ms += 1_500) });
    await receive(post(JSON.stringify(both)));
    await settle();
    expect(events).toMatchObject([{ durationMs: 1_500 }]);
  });

  it('took as long as the clock of the machine says, without one', async () => {
    const { receive, events } = receiver({ now: undefined });
    await receive(post(JSON.stringify(both)));
    await settle();
    expect(events[0]?.durationMs).toBeGreaterThanOrEqual(0);
    expect(events[0]?.durationMs).toBeLessThan(60_000);
  });

  it('is the same when nobody can be told', async () => {
    const store = {
      ...createMemoryStore(),
      publish: async () => {
        throw new Error(SECRET);
      },
    };
    const { receive, events } = receiver({ store });
    expect((await receive(post(JSON.stringify(both)))).status).toBe(204);
    await settle();
    expect(events).toEqual([{ type: 'OTHER', outcome: 'failed', status: 204, durationMs: 0 }]);
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('to %s is 405', async (method) => {
    const { receive, events } = receiver();
    const response = await receive(new Request(URL, { method }));
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    await settle();
    expect(events).toMatchObject([{ outcome: 'wrong-method', type: null, status: 405 }]);
  });

  it('to more than 64 KiB is 413, and the rest is left unread', async () => {
    const { receive, notices, events } = receiver();
    expect((await receive(post(JSON.stringify(both).padEnd(65_537)))).status).toBe(413);
    let pulls = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulls += 1;
        controller.enqueue(new Uint8Array(16_384));
      },
    });
    expect((await receive(post(endless))).status).toBe(413);
    expect(pulls).toBeLessThan(8);
    expect((await receive(post(JSON.stringify(both).padEnd(65_536)))).status).toBe(204);
    await settle();
    expect(notices).toHaveLength(1);
    expect(events.map(({ outcome }) => outcome)).toEqual(['too-large', 'too-large', 'told']);
  });

  it('to a body that never ends is 408 after ten seconds, so that MX sends it again', async () => {
    vi.useFakeTimers();
    try {
      const { receive, events } = receiver();
      const answered = vi.fn();
      const silent = new ReadableStream<Uint8Array>();
      const answer = receive(post(silent)).finally(answered);
      await vi.advanceTimersByTimeAsync(9_999);
      expect(answered).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      expect((await answer).status).toBe(408);
      expect(events).toMatchObject([{ outcome: 'incomplete', status: 408 }]);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('to a body that breaks off is 408', async () => {
    const { receive, notices } = receiver();
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(JSON.stringify(both)));
      },
      pull() {
        throw new Error(SECRET);
      },
    });
    expect((await receive(post(broken))).status).toBe(408);
    expect(notices).toEqual([]);
  });

  it('says nothing of what was sent, and neither does the observer', async () => {
    const { receive, events } = receiver({ credentials: CREDENTIALS });
    const authorization = basic(CREDENTIALS.username, CREDENTIALS.password);
    const bodies = [
      SECRET,
      JSON.stringify({ type: SECRET, [SECRET]: SECRET, ...both }),
      JSON.stringify({ member: { guid: SECRET, user_guid: USER }, action: SECRET }),
    ];
    for (const body of bodies) {
      for (const headers of [{ authorization }, { authorization: basic('mx', SECRET) }]) {
        const response = await receive(post(body, { ...headers, 'x-callback-payload': SECRET }));
        const shown = `${await response.text()} ${JSON.stringify([...response.headers])}`;
        expect(shown).not.toContain(SECRET);
      }
    }
    await settle();
    expect(events).toHaveLength(6);
    for (const secret of [SECRET, USER, MEMBER, CREDENTIALS.password]) {
      expect(JSON.stringify(events)).not.toContain(secret);
    }
  });
});

describe('credentials', () => {
  const right = basic(CREDENTIALS.username, CREDENTIALS.password);

  it.each([
    ['as they are', right],
    ['with another spelling of the scheme', right.replace('Basic ', 'bAsIc   ')],
  ])('let MX in %s', async (_how, authorization) => {
    const { receive, notices } = receiver({ credentials: CREDENTIALS });
    const response = await receive(post(JSON.stringify(both), { authorization }));
    expect(response.status).toBe(204);
    expect(notices).toHaveLength(1);
  });

  it.each([
    ['none', undefined],
    ['an empty header', ''],
    ['the scheme alone', 'Basic'],
    ['nothing after the scheme', 'Basic '],
    ['a wrong password', basic('mx', 'wrong')],
    ['a wrong name', basic('xm', CREDENTIALS.password)],
    ['the name alone', basic('mx', '')],
    ['a password that begins alike', basic('mx', 'pass:wörd2')],
    ['half of the password', basic('mx', 'pass')],
    ['another scheme that ends alike', `X-${right}`],
    ['a bearer token', right.replace('Basic', 'Bearer')],
    ['the password as it is', `Basic ${CREDENTIALS.username}:${CREDENTIALS.password.slice(0, 6)}`],
    ['something endless', `Basic ${'A'.repeat(10_000)}`],
  ])('keep %s out with 401, before the body is read', async (_what, authorization) => {
    const { receive, notices, events } = receiver({ credentials: CREDENTIALS });
    const request = post(
      JSON.stringify(both),
      authorization === undefined ? {} : { authorization },
    );
    const response = await receive(request);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Basic /);
    expect(request.bodyUsed).toBe(false);
    await settle();
    expect(notices).toEqual([]);
    expect(events).toEqual([{ type: null, outcome: 'unauthorized', status: 401, durationMs: 0 }]);
  });

  it.each([
    ['a missing password', { username: 'mx', password: undefined }],
    ['a missing name', { username: undefined, password: SECRET }],
    ['a name with a colon', { username: 'm:x', password: SECRET }],
    ['an empty password', { username: 'mx', password: '' }],
    ['a password that is a lost variable', { username: 'mx', password: 'undefined' }],
    ['a blank name', { username: ' ', password: SECRET }],
    ['a number for a password', { username: 'mx', password: 1_234 }],
    ['nothing', undefined],
    ['null', null],
    ['another word than none', 'open'],
    ['false', false],
  ])('with %s are refused at once, and not repeated', (_what, credentials) => {
    const create = () =>
      createWebhookReceiver({
        store: createMemoryStore(),
        // A host without types may pass anything.
        credentials: credentials as WebhookReceiverOptions['credentials'],
      });
    expect(create).toThrow(TypeError);
    expect(create).toThrow('`credentials`');
    expect(create).toThrow("pass `'none'` only if");
    expect(create).not.toThrow(SECRET);
  });

  it('are not asked for when they are `none`', async () => {
    const { receive, notices } = receiver({ credentials: 'none' });
    expect((await receive(post(JSON.stringify(both)))).status).toBe(204);
    expect(notices).toHaveLength(1);
  });
});

describe('createWebhookReceiver options', () => {
  it.each<[names: string, options: object]>([
    ['store', { store: undefined }],
    ['store', { store: { publish: () => {} } }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['timeoutMs', { timeoutMs: Number.NaN }],
    ['timeoutMs', { timeoutMs: 2 ** 31 }],
    ['observe', { observe: 'log' }],
    ['now', { now: 0 }],
    ['credential', { credential: CREDENTIALS }],
  ])('throws a TypeError that names `%s` for %j', (names, options) => {
    const create = () =>
      createWebhookReceiver({ store: createMemoryStore(), credentials: CREDENTIALS, ...options });
    expect(create).toThrow(TypeError);
    expect(create).toThrow(`\`${names}\``);
  });
});
