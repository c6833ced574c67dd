import { describe, expect, it } from 'vitest';
import { CONNECTION_STATUSES } from '../../src/domain/status.ts';
import { connect, mxBank, newUser, start } from './start.ts';

const NO_KEYS = {};

describe('the controls', () => {
  it('move the clock', async () => {
    const { call, status } = await connect();
    await call('POST', '/_sandbox/clock', { advanceMs: 2_000 }, NO_KEYS);
    expect((await status()).is_being_aggregated).toBe(false);
  });

  it.each([{}, { advanceMs: -1 }, { advanceMs: '1' }])('refuse to move it by %j', async (body) => {
    expect((await start().call('POST', '/_sandbox/clock', body, NO_KEYS)).status).toBe(400);
  });

  it('add and clear faults', async () => {
    const { call } = start();
    const fault = {
      kind: 'status',
      status: 503,
      retryAfter: 5,
      match: { path: '/users' },
      times: 9,
    };
    expect((await call('POST', '/_sandbox/faults', fault, NO_KEYS)).status).toBe(200);
    const answer = await call('GET', '/users');
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5']);
    expect((await call('DELETE', '/_sandbox/faults', undefined, NO_KEYS)).status).toBe(204);
    expect((await call('GET', '/users')).status).toBe(200);
  });

  it.each([
    {},
    { kind: 'gremlin' },
    { kind: 'status' },
    { kind: 'status', status: 1000 },
    { kind: 'drop', times: -1 },
  ])('refuse the fault %j', async (fault) => {
    expect((await start().call('POST', '/_sandbox/faults', fault, NO_KEYS)).status).toBe(400);
  });

  it('are not subject to the faults', async () => {
    const { call } = start({ faults: [{ kind: 'drop' }] });
    expect((await call('GET', '/_sandbox/state', undefined, NO_KEYS)).status).toBe(200);
  });

  it.each([...CONNECTION_STATUSES, null])('force a member into %s', async (status) => {
    const { call, guid, settled, ...connection } = await connect();
    await settled();
    const body = { connection_status: status };
    const forced = await call('PUT', `/_sandbox/members/${guid}`, body, NO_KEYS);
    expect(forced.status).toBe(200);
    expect((await connection.status()).connection_status).toBe(status);
  });

  it('can force a job that hangs, and any kind of question', async () => {
    const { call, guid, settled, status } = await connect();
    await settled();
    const force = (body: object) => call('PUT', `/_sandbox/members/${guid}`, body, NO_KEYS);
    await force({ connection_status: 'CONNECTED', is_being_aggregated: true });
    expect((await settled()).is_being_aggregated).toBe(true);
    await force({ connection_status: 'CHALLENGED', challenge: 'image' });
    expect((await status()).challenges).toMatchObject([{ type: 'IMAGE_DATA' }]);
  });

  it('refuse to force what is not a status, or a member that does not exist', async () => {
    const { call, guid } = await connect();
    const force = (path: string, connection_status: string) =>
      call('PUT', `/_sandbox/members/${path}`, { connection_status }, NO_KEYS);
    expect((await force(guid, 'HAPPY')).status).toBe(400);
    expect((await force('MBR-nobody', 'DENIED')).status).toBe(404);
  });

  it('show the state, and nothing that a person typed or answered', async () => {
    const { answer, call, guid, settled, user } = await connect(mxBank('challenges'));
    await settled();
    await answer('challenge');
    await settled();
    const { text } = await call('GET', '/_sandbox/state', undefined, NO_KEYS);
    expect(JSON.parse(text)).toMatchObject({
      users: [{ guid: user, members: [{ guid, connection_status: 'CHALLENGED' }] }],
    });
    expect(text).not.toContain('test_atrium');
    expect(text).not.toContain('"challenges"}');
    expect(text).not.toContain('"value"');
  });

  it('list the passwords', async () => {
    const { text } = await start().call('GET', '/_sandbox/passwords', undefined, NO_KEYS);
    expect(JSON.parse(text)).toMatchObject({
      usernames: ['test_atrium', 'mxuser'],
      passwords: expect.arrayContaining([
        expect.objectContaining({ password: 'status:LOCKED', source: 'sandbox' }),
      ]),
    });
  });

  it('reset everything: users, faults, and the guids to come', async () => {
    const started = start({ faults: [{ kind: 'latency' }] });
    const first = await newUser(started);
    expect((await started.call('POST', '/_sandbox/reset', undefined, NO_KEYS)).status).toBe(204);
    expect((await started.call('GET', '/users')).body.users).toEqual([]);
    expect(await newUser(started)).toBe(first);
  });
});
