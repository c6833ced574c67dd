import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { magicPasswords } from '../../src/sandbox.ts';
import {
  connect as connectToAtrium,
  follow,
  mxBank,
  newUser,
  platform20111101,
  platform20250224,
  serve,
} from './start.ts';
import type { Served } from './start.ts';

const errors = [
  [1000, 'CONNECTED'],
  [1001, 'CONNECTED'],
  [1002, 'IMPEDED'],
  [2001, 'REJECTED'],
  [2002, 'REJECTED'],
  [2003, 'EXPIRED'],
  [2004, 'IMPAIRED'],
  [2005, 'DENIED'],
  [3000, 'FAILED'],
  [3001, 'FAILED'],
  [3002, 'FAILED'],
  [9999, 'FAILED'],
] as const;

describe.each([
  { ...platform20111101, read: (error: string) => JSON.parse(error) },
  { ...platform20250224, read: (error: unknown) => error },
])('the error of a member, in $api', ({ headers, read }) => {
  let served: Served;

  beforeEach(async () => {
    served = await serve(headers);
  });
  afterEach(() => served.close());

  async function connect(password: string) {
    const connection = await follow(served, await newUser(served), mxBank(password));
    const error = async () =>
      JSON.parse((await served.call('GET', connection.path)).text).member.error;
    return { ...connection, error };
  }

  it.each(errors)(
    '%i comes with its password, at the end of a job that is %s',
    async (code, at) => {
      const { error, settled } = await connect(`error:${code}`);
      expect(await error()).toBeNull();
      const status = await settled();
      expect([status.connection_status, status.is_being_aggregated]).toEqual([at, false]);
      expect(status).not.toHaveProperty('error');
      expect(read(await error())).toEqual({
        error_type: 'MEMBER',
        error_code: code,
        error_message: expect.stringMatching(/\.$/),
        user_message: expect.stringMatching(/\.$/),
        locale: 'en',
      });
    },
  );

  it('is in a list of members, too', async () => {
    const { call, settled, user } = await connect('error:2004');
    await settled();
    const { members } = JSON.parse((await call('GET', `/users/${user}/members`)).text);
    expect(read(members[0].error).error_code).toBe(2004);
  });

  it('is gone as soon as another job starts', async () => {
    const { aggregate, error, settled } = await connect('error:3001');
    await settled();
    await aggregate();
    expect(await error()).toBeNull();
    expect((await settled()).connection_status).toBe('CONNECTED');
    expect(await error()).toBeNull();
  });

  it('comes again with the next job, where trying again is of no use', async () => {
    const { aggregate, error, settled, update } = await connect('error:2005');
    await settled();
    await aggregate();
    await settled();
    expect(read(await error()).error_code).toBe(2005);
    await update('password');
    expect(await error()).toBeNull();
  });

  it('comes with an answer as well as with a password', async () => {
    const { answer, error, settled } = await connect('challenge');
    await settled();
    await answer('error:2002');
    expect((await settled()).connection_status).toBe('REJECTED');
    expect(read(await error()).error_code).toBe(2002);
  });

  it('leaves only accounts that owe with 1000, and none with 1001', async () => {
    const typesOf = async (password: string) => {
      const { call, path, settled } = await connect(password);
      await settled();
      return (await call('GET', `${path}/accounts`)).body.accounts.map(({ type }) => type);
    };
    expect(await typesOf('error:1000')).toEqual(['CREDIT_CARD', 'LOAN']);
    expect(await typesOf('error:1001')).toEqual([]);
  });

  it('is not met by a number with a slip in it', async () => {
    const { error, settled } = await connect('error:1003');
    expect((await settled()).connection_status).toBe('DENIED');
    expect(await error()).toBeNull();
  });
});

it('Atrium tells the status of an error, and not the error', async () => {
  const { call, path, settled } = await connectToAtrium(mxBank('error:2003'));
  expect((await settled()).connection_status).toBe('EXPIRED');
  expect(JSON.parse((await call('GET', path)).text).member).not.toHaveProperty('error');
});

it('every error is in the table of passwords', () => {
  const passwords = magicPasswords.map(({ password }) => password);
  expect(passwords).toEqual(expect.arrayContaining(errors.map(([code]) => `error:${code}`)));
});
