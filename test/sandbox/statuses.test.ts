import { describe, expect, it } from 'vitest';
import { CONNECTION_STATUSES } from '../../src/domain/status.ts';
import { magicPasswords } from '../../src/sandbox.ts';
import { connect, MINUTE_MS, mxBank } from './start.ts';

const TEN_SECONDS = 10_000;

async function rest(password: string, username?: string) {
  const connection = await connect(mxBank(password, username));
  connection.clock.advance(TEN_SECONDS);
  return { ...connection, first: await connection.status() };
}

describe('MX Bank’s own words', () => {
  it.each([
    ['password', 'CONNECTED', 'COMPLETED'],
    ['correct', 'CONNECTED', 'COMPLETED'],
    ['anything not listed', 'CONNECTED', 'COMPLETED'],
    ['challenge', 'CHALLENGED', 'CHALLENGED'],
    ['options', 'CHALLENGED', 'CHALLENGED'],
    ['image', 'CHALLENGED', 'CHALLENGED'],
    ['BAD_REQUEST', 'FAILED', 'HALTED'],
    ['UNAUTHORIZED', 'DENIED', 'DENIED'],
    ['INVALID', 'DENIED', 'DENIED'],
    ['LOCKED', 'LOCKED', 'DENIED'],
    ['DISABLED', 'DENIED', 'DENIED'],
    ['SERVER_ERROR', 'FAILED', 'HALTED'],
    ['UNAVAILABLE', 'FAILED', 'HALTED'],
  ])('%s ends %s, %s in the old words', async (password, connectionStatus, status) => {
    const { first } = await rest(password);
    expect([first.connection_status, first.status]).toEqual([connectionStatus, status]);
  });

  it('are case-sensitive', async () => {
    expect((await rest('Challenge')).first.connection_status).toBe('CONNECTED');
  });

  it.each([
    ['test_atrium', 'CONNECTED'],
    ['mxuser', 'CONNECTED'],
    ['LOGIN', 'DENIED'],
    ['Test_Atrium', 'DENIED'],
  ])('the username %s is %s', async (username, expected) => {
    expect((await rest('password', username)).first.connection_status).toBe(expected);
  });
});

describe('every status', () => {
  it.each([...CONNECTION_STATUSES, null])('%s has a password', async (status) => {
    expect((await rest(`status:${status}`)).first.connection_status).toBe(status);
  });

  it.each(CONNECTION_STATUSES.filter((name) => name !== 'DISABLED'))(
    '%s goes by its plain name too',
    async (status) => {
      expect((await rest(status)).first.connection_status).toBe(status);
    },
  );

  it('lists all that in one table, each with a sentence', () => {
    const passwords = magicPasswords.map(({ password }) => password);
    expect(new Set(passwords).size).toBe(passwords.length);
    expect(passwords).toEqual(
      expect.arrayContaining([...CONNECTION_STATUSES, null].map((name) => `status:${name}`)),
    );
    expect(magicPasswords.every(({ effect }) => effect.endsWith('.'))).toBe(true);
  });

  it('is not reached by a name with a slip in it', async () => {
    expect((await rest('status:LOCKD')).first.connection_status).toBe('DENIED');
  });

  it.each(['CREATED', 'DELAYED', 'RESUMED'])('%s hangs: the job never ends', async (status) => {
    const connection = await rest(`status:${status}`);
    connection.clock.advance(30 * MINUTE_MS);
    const member = await connection.status();
    expect([member.connection_status, member.is_being_aggregated]).toEqual([status, true]);
  });

  it.each(
    CONNECTION_STATUSES.filter(
      (name) => !['CREATED', 'DELAYED', 'RESUMED', 'CHALLENGED'].includes(name),
    ),
  )('%s has no job running', async (status) => {
    expect((await rest(`status:${status}`)).first.is_being_aggregated).toBe(false);
  });
});

describe('the way on from a status', () => {
  it.each(['REJECTED', 'LOCKED', 'IMPEDED', 'RECONNECTED', 'FAILED', 'UPDATED', 'EXPIRED'])(
    '%s: aggregating again connects',
    async (status) => {
      const connection = await rest(`status:${status}`);
      await connection.aggregate();
      expect(await connection.settled()).toMatchObject({
        connection_status: 'CONNECTED',
        is_being_aggregated: false,
      });
    },
  );

  it.each(['DENIED', 'DEGRADED', 'DISCONNECTED', 'IMPAIRED'])(
    '%s: aggregating again changes nothing',
    async (status) => {
      const connection = await rest(`status:${status}`);
      const { body } = await connection.aggregate();
      expect(body.member.is_being_aggregated).toBe(true);
      expect((await connection.settled()).connection_status).toBe(status);
    },
  );

  it.each(['PREVENTED', 'DISCONTINUED', 'CLOSED', 'DISABLED', 'IMPORTED', 'PENDING', null])(
    '%s: no job starts',
    async (status) => {
      const connection = await rest(`status:${status}`);
      const { status: code, body } = await connection.aggregate();
      expect([code, body.member.is_being_aggregated]).toEqual([202, false]);
    },
  );

  it.each([...CONNECTION_STATUSES, null])('%s: the right password connects', async (status) => {
    const connection = await rest(`status:${status}`);
    await connection.update('password');
    connection.clock.advance(TEN_SECONDS);
    expect((await connection.status()).connection_status).toBe('CONNECTED');
  });

  it('MX’s own LOCKED stays, whatever the person says', async () => {
    const connection = await rest('LOCKED');
    await connection.aggregate();
    expect((await connection.settled()).connection_status).toBe('LOCKED');
  });

  it('three denials with the same credentials are PREVENTED, and then no job starts', async () => {
    const connection = await rest('INVALID');
    await connection.aggregate();
    expect((await connection.settled()).connection_status).toBe('DENIED');
    await connection.aggregate();
    expect(await connection.settled()).toMatchObject({
      connection_status: 'PREVENTED',
      status: 'PREVENTED',
    });
    expect((await connection.aggregate()).body.member.is_being_aggregated).toBe(false);
    await connection.update('UNAUTHORIZED');
    expect((await connection.settled()).connection_status).toBe('DENIED');
  });
});

describe('reporting late', () => {
  it('still tells the status before the job, though the job runs', async () => {
    const connection = await connect(mxBank('INVALID'), { reportLateMs: 5_000 });
    connection.clock.advance(6_000);
    await connection.update('password');
    connection.clock.advance(4_000);
    expect(await connection.status()).toMatchObject({
      connection_status: 'DENIED',
      is_being_aggregated: true,
    });
    connection.clock.advance(1_000);
    expect(await connection.status()).toMatchObject({
      connection_status: 'CONNECTED',
      is_being_aggregated: false,
    });
  });

  it('still asks the questions that have just been answered', async () => {
    const connection = await connect(mxBank('challenge'), { reportLateMs: 3_000 });
    connection.clock.advance(4_000);
    const [asked] = (await connection.status()).challenges;
    expect((await connection.answer('correct')).body.member.connection_status).toBe('RESUMED');
    expect((await connection.status()).challenges).toEqual([asked]);
    expect((await connection.answer('correct')).status).toBe(405);
    connection.clock.advance(3_000);
    expect((await connection.status()).connection_status).toBe('CONNECTED');
  });

  it('can hide even that a job runs', async () => {
    const connection = await connect(mxBank('INVALID'), {
      reportLateMs: 5_000,
      hideJobWhileLate: true,
    });
    connection.clock.advance(6_000);
    const before = await connection.status();
    await connection.update('password');
    expect(await connection.status()).toEqual(before);
  });
});
