import { describe, expect, it } from 'vitest';
import { CONNECTION_STATUSES } from '../../src/domain/status.ts';
import type { SandboxOptions } from '../../src/sandbox.ts';
import { connect, follow, HOUR_MS, mxBank, newUser, platform20250224, start } from './start.ts';
import type { Connection } from './start.ts';

const NO_KEYS = {};
const url = 'https://host.test/webhooks/mx';

type Body = Readonly<Record<string, unknown>>;

/** A receiver that takes everything, and what it has been told so far. */
function receiver() {
  const requests: { headers: Headers; body: Body }[] = [];
  const options: SandboxOptions = {
    webhooks: { url },
    deliver: async (request) => {
      requests.push({ headers: request.headers, body: JSON.parse(await request.text()) });
      return new Response(null, { status: 204 });
    },
  };
  return { options, requests, told: () => requests.splice(0).map(({ body }) => body) };
}

/** A member, and all webhooks about it once everything that is due has been sent. */
async function watched(member: object = mxBank('password')) {
  const { options, requests, told } = receiver();
  const connection = await connect(member, options);
  return { ...connection, requests, news: () => news(connection, told) };
}

async function news({ call }: Pick<Connection, 'call'>, told: () => Body[]): Promise<Body[]> {
  await call('GET', '/_sandbox/webhooks', undefined, NO_KEYS);
  return told();
}

const summary = (bodies: readonly Body[]) =>
  bodies.map(({ type, action, connection_status }) => type ?? action ?? connection_status);

describe('webhooks', () => {
  it('tell of a member’s life in order, in the words of MX’s examples', async () => {
    const {
      answer,
      call,
      clock,
      guid,
      news: read,
      path,
      settled,
      user,
    } = await watched(mxBank('challenge'));
    await settled();
    expect(await read()).toEqual([
      {
        action: 'created',
        member: {
          aggregated_at: 1_767_225_600,
          connection_status: 'CREATED',
          connection_status_id: 0,
          connection_status_message: 'Connecting to MX Bank ...',
          created_at: 1_767_225_600,
          guid,
          id: null,
          institution_code: 'mxbank',
          institution_guid: 'INS-1572a04c-912b-59bf-5841-332c7dfafaef',
          is_being_aggregated: true,
          is_managed_by_user: true,
          is_manual: false,
          is_oauth: false,
          most_recent_job_guid: expect.stringMatching(/^JOB-/),
          name: 'MX Bank',
          successfully_aggregated_at: null,
          user_guid: user,
          user_id: null,
        },
      },
      {
        action: 'CHANGED',
        connection_status: 'CHALLENGED',
        connection_status_id: 3,
        connection_status_message:
          'To authenticate your connection to MX Bank, please answer the following challenge(s).',
        member_guid: guid,
        type: 'CONNECTION_STATUS',
        user_guid: user,
      },
    ]);

    await call('PUT', `/users/${user}`, { user: { identifier: 'pat' } });
    await answer('correct');
    clock.advance(2_000);
    expect(await read()).toEqual([
      {
        action: 'member_data_updated',
        completed_at: 1_767_225_603,
        completed_on: '2026-01-01',
        is_background: false,
        job_guid: expect.stringMatching(/^JOB-/),
        member_guid: guid,
        transactions_created_count: 3,
        transactions_updated_count: 2,
        type: 'AGGREGATION',
        user_guid: user,
        user_id: 'pat',
      },
    ]);

    await call('PUT', path, { member: { identifier: 'mine' } });
    await call('DELETE', path);
    expect(await read()).toMatchObject([
      { action: 'updated', member: { guid, id: 'mine', connection_status: 'CONNECTED' } },
      { action: 'deleted', member: { guid, user_guid: user, user_id: 'pat' } },
    ]);
  });

  const actionable = [
    'CHALLENGED',
    'DENIED',
    'EXPIRED',
    'IMPAIRED',
    'IMPEDED',
    'LOCKED',
    'PREVENTED',
    'REJECTED',
  ];

  it.each(CONNECTION_STATUSES)(
    'tell of %s only if a person can do something about it',
    async (to) => {
      const { clock, news: read } = await watched(mxBank(`status:${to}`));
      clock.advance(1_000);
      const statuses = (await read()).filter(({ type }) => type === 'CONNECTION_STATUS');
      const expected = {
        connection_status: to,
        connection_status_id: CONNECTION_STATUSES.indexOf(to),
      };
      expect(statuses).toMatchObject(actionable.includes(to) ? [expected] : []);
    },
  );

  it('tell of a status again only when it has been another in between', async () => {
    const { aggregate, answer, news: read, settled, update } = await watched(mxBank('INVALID'));
    await settled();
    await aggregate();
    await settled();
    expect(summary(await read())).toEqual(['created', 'CONNECTION_STATUS']);
    await update('challenge');
    await settled();
    await answer('challenge');
    await settled();
    expect(summary(await read())).toEqual(['updated', 'CONNECTION_STATUS', 'CONNECTION_STATUS']);
  });

  it('tell of both, when a wrong answer is followed by a question', async () => {
    const { answer, news: read, settled } = await watched(mxBank('challenge'));
    await settled();
    await read();
    await answer('wrong, ask again');
    await settled();
    expect(await read()).toMatchObject([
      { connection_status: 'REJECTED' },
      { connection_status: 'CHALLENGED' },
    ]);
  });

  it('tell of an answer that never came', async () => {
    const { clock, news: read, settled } = await watched(mxBank('challenge'));
    await settled();
    await read();
    clock.advance(HOUR_MS);
    expect(await read()).toMatchObject([{ connection_status: 'EXPIRED' }]);
  });

  it.each(['INVALID', 'status:FAILED', 'error:1001'])(
    'tell of no data when a job has ended without any (%s)',
    async (password) => {
      const { news: read, settled } = await watched(mxBank(password));
      await settled();
      expect(summary(await read())).not.toContain('AGGREGATION');
    },
  );

  it.each([
    ['verify', { type: 'VERIFICATION', accounts: [expect.any(String), expect.any(String)] }],
    ['identify', { type: 'IDENTIFICATION' }],
    ['balance', { type: 'BALANCE' }],
    ['extend_history', { type: 'HISTORY', transactions_created_count: 3 }],
    ['fetch_statements', { type: 'STATEMENT', statements_created_count: 3 }],
  ])('tell of the data of %s by a type of its own', async (segment, expected) => {
    const { options, told } = receiver();
    const started = start(options);
    const { body } = await started.call('GET', '/institutions/northgate/credentials');
    const connection = await follow(started, await newUser(started), {
      institution_code: 'northgate',
      credentials: body.credentials.map(({ guid, type }) => ({
        guid,
        value: type === 'PASSWORD' ? 'password' : 'test_atrium',
      })),
    });
    const { call, guid, path, settled, user } = connection;
    await settled();
    await news(connection, told);
    await call('POST', `${path}/${segment}`);
    await settled();
    expect(await news(connection, told)).toEqual([
      expect.objectContaining({
        action: 'member_data_updated',
        member_guid: guid,
        user_guid: user,
        ...expected,
      }),
    ]);
  });

  it('tell of each product of an order', async () => {
    const { options, told } = receiver();
    const started = start(options);
    const { headers } = platform20250224;
    const user = await newUser(started);
    await started.call(
      'POST',
      `/users/${user}/members`,
      {
        member: mxBank('password'),
        data_request: { products: ['transactions', 'account_verification'] },
      },
      headers,
    );
    started.clock.advance(2_000);
    expect(summary(await news(started, told))).toEqual(['created', 'AGGREGATION', 'VERIFICATION']);
  });

  it('tell of what MX does by itself: the update of every day, and the end of a PENDING member', async () => {
    const { clock, news: read, settled } = await watched();
    await settled();
    await read();
    clock.advance(24 * HOUR_MS);
    expect(await read()).toMatchObject([{ type: 'AGGREGATION', is_background: true }]);

    const pending = await watched({ institution_code: 'mx_bank_oauth', is_oauth: true });
    await pending.news();
    pending.clock.advance(2 * HOUR_MS);
    expect(await pending.news()).toMatchObject([
      { action: 'deleted', member: { guid: pending.guid, connection_status: 'PENDING' } },
    ]);
  });

  it('tell of the members that go with their user, and of the one for manual accounts', async () => {
    const { call, guid, news: read, settled, user } = await watched();
    await settled();
    await read();
    const account = { name: 'x', account_type: 'CASH' };
    await call('POST', `/users/${user}/accounts`, { account }, platform20250224.headers);
    expect(await read()).toMatchObject([
      {
        action: 'created',
        member: { is_manual: true, connection_status: null, connection_status_id: null },
      },
    ]);
    await call('DELETE', `/users/${user}`);
    expect(await read()).toMatchObject([
      { action: 'deleted', member: { guid } },
      { action: 'deleted', member: { is_manual: true } },
    ]);
  });

  it('come in the order of time, whoever’s they are, however far the clock was stepped', async () => {
    const { options, told } = receiver();
    const first = await connect(mxBank('slow'), options);
    const other = await follow(first, await newUser(first), mxBank('LOCKED'));
    first.clock.advance(HOUR_MS);
    const bodies = await news(first, told);
    expect(bodies.slice(2).map((body) => [body['type'], body['member_guid']])).toEqual([
      ['CONNECTION_STATUS', other.guid],
      ['AGGREGATION', first.guid],
    ]);
  });

  it('are JSON, and carry the name and the password that were set', async () => {
    const { options, requests } = receiver();
    const webhooks = { url, username: 'mx', password: 'p:é' };
    const connection = await connect(mxBank('password'), { ...options, webhooks });
    await connection.call('GET', '/_sandbox/webhooks', undefined, NO_KEYS);
    const [{ headers } = { headers: new Headers() }] = requests;
    expect(headers.get('Content-Type')).toBe('application/json; charset=utf-8');
    const [scheme, encoded = ''] = (headers.get('Authorization') ?? '').split(' ');
    const bytes = Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0));
    expect([scheme, new TextDecoder().decode(bytes)]).toEqual(['Basic', 'mx:p:é']);
    const plain = await watched();
    await plain.call('GET', '/_sandbox/webhooks', undefined, NO_KEYS);
    expect(plain.requests[0]?.headers.has('Authorization')).toBe(false);
  });

  it('hold nothing that a person has typed, and neither does their log', async () => {
    const { answer, call, requests, settled, update } = await watched(mxBank('challenge'));
    await settled();
    await answer('my first answer');
    await settled();
    await update('a password of mine');
    await settled();
    const { text } = await call('GET', '/_sandbox/webhooks', undefined, NO_KEYS);
    const all = JSON.stringify(requests.map(({ body }) => body)) + text;
    expect(requests.length).toBeGreaterThan(4);
    for (const typed of ['test_atrium', 'my first answer', 'a password of mine', '"value"']) {
      expect(all).not.toContain(typed);
    }
  });
});

describe('a forced state', () => {
  async function forcing() {
    const connection = await watched();
    await connection.settled();
    await connection.news();
    const force = async (body: object) => {
      await connection.call('PUT', `/_sandbox/members/${connection.guid}`, body, NO_KEYS);
      return connection.news();
    };
    return force;
  }

  it('sends what the change would have sent', async () => {
    const force = await forcing();
    expect(await force({ connection_status: 'IMPEDED' })).toMatchObject([
      { type: 'CONNECTION_STATUS', connection_status: 'IMPEDED' },
    ]);
    expect(await force({ connection_status: 'IMPEDED' })).toEqual([]);
    expect(await force({ connection_status: 'DEGRADED' })).toEqual([]);
    expect(await force({ connection_status: 'CONNECTED' })).toMatchObject([
      { type: 'AGGREGATION', job_guid: expect.stringMatching(/^JOB-/) },
    ]);
    expect(await force({ connection_status: 'CONNECTED', is_being_aggregated: true })).toEqual([]);
  });
});
