import { describe, expect, it } from 'vitest';
import { createClock } from '../../src/sandbox.ts';
import { connect, HOUR_MS, MINUTE_MS, mxBank } from './start.ts';

const DAY_MS = 24 * HOUR_MS;
const oauth = { institution_code: 'mx_bank_oauth', is_oauth: true };

describe('a member that is PENDING', () => {
  it.each([
    ['created for OAuth', oauth],
    ['with the password for it', mxBank('status:PENDING')],
  ])('%s is deleted after an hour', async (_name, member) => {
    const { call, clock, path, settled, user } = await connect(member);
    expect((await settled()).connection_status).toBe('PENDING');
    clock.advance(59 * MINUTE_MS);
    expect((await call('GET', `${path}/status`)).body.member.connection_status).toBe('PENDING');
    clock.advance(MINUTE_MS);
    expect((await call('GET', `${path}/status`)).status).toBe(404);
    expect((await call('GET', `/users/${user}/members`)).body.members).toEqual([]);
  });
});

describe('the background aggregation', () => {
  it('updates a connected member every 24 hours', async () => {
    const { clock, settled, status } = await connect();
    await settled();
    clock.advance(DAY_MS - 3_000);
    expect((await status()).aggregated_at).toBe('2026-01-01T00:00:00+00:00');
    clock.advance(1_000);
    expect(await status()).toMatchObject({
      aggregated_at: '2026-01-02T00:00:00+00:00',
      is_being_aggregated: true,
      connection_status: 'CONNECTED',
    });
    clock.advance(3 * DAY_MS + MINUTE_MS);
    expect(await status()).toMatchObject({
      aggregated_at: '2026-01-05T00:00:00+00:00',
      is_being_aggregated: false,
    });
  });

  it('counts from the last aggregation, whoever asked for that', async () => {
    const { aggregate, clock, settled, status } = await connect();
    clock.advance(20 * HOUR_MS);
    await aggregate();
    clock.advance(23 * HOUR_MS);
    expect((await status()).aggregated_at).toBe('2026-01-01T20:00:00+00:00');
    clock.advance(HOUR_MS);
    expect((await settled()).aggregated_at).toBe('2026-01-02T20:00:00+00:00');
  });

  it.each(['DENIED', 'LOCKED', 'RECONNECTED', 'DISABLED', 'IMPORTED', 'EXPIRED'])(
    'leaves a member that is %s alone',
    async (status) => {
      const connection = await connect(mxBank(`status:${status}`));
      await connection.settled();
      connection.clock.advance(3 * DAY_MS);
      expect(await connection.status()).toMatchObject({
        connection_status: status,
        aggregated_at: '2026-01-01T00:00:00+00:00',
      });
    },
  );

  it('can come upon a question, which nobody answers', async () => {
    const { answer, clock, settled, status } = await connect(mxBank('challenge'));
    await settled();
    await answer('correct');
    await settled();
    clock.advance(DAY_MS);
    expect((await status()).connection_status).toBe('CHALLENGED');
    clock.advance(HOUR_MS);
    expect((await status()).connection_status).toBe('EXPIRED');
  });

  it('pauses while the user is disabled, and goes on afterwards', async () => {
    const { call, clock, settled, status, user } = await connect();
    await settled();
    await call('PUT', `/users/${user}`, { user: { is_disabled: true } });
    clock.advance(3 * DAY_MS);
    expect((await status()).aggregated_at).toBe('2026-01-01T00:00:00+00:00');
    await call('PUT', `/users/${user}`, { user: { is_disabled: false } });
    expect((await settled()).aggregated_at).toBe('2026-01-04T00:00:02+00:00');
  });
});

describe('a member that is deleted and created again', () => {
  const { credentials } = mxBank('password');

  async function again(member: object, waitMs: number) {
    const connection = await connect(member);
    await connection.settled();
    await connection.call('DELETE', connection.path);
    connection.clock.advance(waitMs);
    return (extra: object) =>
      connection.call('POST', `/users/${connection.user}/members`, {
        member: { ...member, ...extra },
      });
  }

  async function atLakeshore() {
    const { call } = await connect();
    const fields = (await call('GET', '/institutions/lakeshore/credentials')).body.credentials;
    return {
      institution_code: 'lakeshore',
      credentials: fields.map(({ guid }, index) => ({ guid, value: credentials[index]?.value })),
    };
  }

  it('within the throttle window keeps its aggregated_at, and is not aggregated', async () => {
    const create = await again(await atLakeshore(), 2 * HOUR_MS);
    expect((await create({})).body.member).toMatchObject({
      aggregated_at: '2026-01-01T00:00:00+00:00',
      connection_status: 'CONNECTED',
      is_being_aggregated: false,
    });
  });

  it('after the throttle window is aggregated anew', async () => {
    const create = await again(await atLakeshore(), 4 * HOUR_MS);
    expect((await create({})).body.member).toMatchObject({
      aggregated_at: '2026-01-01T04:00:02+00:00',
      connection_status: 'CREATED',
      is_being_aggregated: true,
    });
  });

  it('with skip_aggregation keeps its aggregated_at, however late', async () => {
    const create = await again(mxBank('password'), 4 * HOUR_MS);
    expect((await create({ skip_aggregation: true })).body.member).toMatchObject({
      aggregated_at: '2026-01-01T00:00:00+00:00',
      connection_status: 'CREATED',
      is_being_aggregated: false,
    });
  });
});

describe('the clock', () => {
  it('stands still until it is advanced', () => {
    const clock = createClock(1_000);
    clock.advance(500);
    expect([clock.now(), clock.now()]).toEqual([1_500, 1_500]);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('does not go by %d', (ms) => {
    expect(() => createClock().advance(ms)).toThrow(RangeError);
  });
});
