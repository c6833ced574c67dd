import { describe, expect, it } from 'vitest';
import { magicAnswers } from '../../src/sandbox.ts';
import { connect, MINUTE_MS, mxBank } from './start.ts';
import type { Connection } from './start.ts';

/** A member whose bank has just asked what `password` makes it ask. */
async function challenged(password: string) {
  const connection = await connect(mxBank(password));
  const { challenges } = await connection.settled();
  return { ...connection, challenges };
}

const resume = ({ call, path }: Connection, challenges: unknown) =>
  call('PUT', `${path}/resume`, { member: { challenges } });

describe('what a bank asks', () => {
  it('TEXT', async () => {
    const question = 'What city were you born in?';
    expect((await challenged('challenge')).challenges).toEqual([
      {
        field_name: question,
        guid: expect.stringMatching(/^CRD-/),
        label: question,
        type: 'TEXT',
      },
    ]);
  });

  it('TOKEN', async () => {
    expect((await challenged('token')).challenges).toMatchObject([{ type: 'TOKEN' }]);
  });

  it('OPTIONS, with the choices that were recorded', async () => {
    const [challenge] = (await challenged('options')).challenges;
    expect(challenge).toMatchObject({ type: 'OPTIONS', label: 'Pick one of the following' });
    expect(challenge?.options).toContainEqual({ label: 'correct', value: 'correct' });
    expect(challenge?.options).toHaveLength(7);
  });

  it('IMAGE_DATA, in base64 without a prefix', async () => {
    const [challenge] = (await challenged('image')).challenges;
    expect(challenge).toMatchObject({ type: 'IMAGE_DATA', label: 'Who is this guy?' });
    expect(challenge?.image_data).toMatch(/^iVBORw0KGgo/);
  });

  it('IMAGE_OPTIONS, each a whole data URI', async () => {
    const [challenge] = (await challenged('image options')).challenges;
    expect(challenge?.type).toBe('IMAGE_OPTIONS');
    expect(challenge?.image_options).toHaveLength(3);
    expect(challenge?.image_options?.[0]?.data_uri).toMatch(/^data:image\/png;base64,iVBOR/);
  });

  it('several questions at once, even one of each type', async () => {
    const types = async (password: string) =>
      (await challenged(password)).challenges.map(({ type }) => type);
    expect(await types('challenges')).toEqual(['TEXT', 'TEXT']);
    expect(await types('all challenges')).toEqual([
      'TEXT',
      'TOKEN',
      'OPTIONS',
      'IMAGE_DATA',
      'IMAGE_OPTIONS',
    ]);
  });

  it('something that no client has heard of', async () => {
    expect((await challenged('unknown challenge')).challenges).toMatchObject([{ type: 'RETINA' }]);
  });
});

describe('where the questions are', () => {
  it('in the status and in the list of challenges, while the member is CHALLENGED', async () => {
    const { call, challenges, path } = await challenged('challenges');
    const { status, text } = await call('GET', `${path}/challenges`);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ challenges });
    expect(JSON.parse((await call('GET', path)).text).member).not.toHaveProperty('challenges');
  });

  it('nowhere otherwise: 204 with no body, and no such key in the status', async () => {
    const { call, path, settled } = await connect();
    expect(await settled()).not.toHaveProperty('challenges');
    const { status, text } = await call('GET', `${path}/challenges`);
    expect([status, text]).toEqual([204, '']);
  });
});

describe('an answer', () => {
  it('is accepted with 202, and the member is RESUMED', async () => {
    const { answer, path, call } = await challenged('challenge');
    const { status, body } = await answer('correct');
    expect(status).toBe(202);
    expect(body.member).toMatchObject({
      connection_status: 'RESUMED',
      status: 'RECEIVED',
      is_being_aggregated: true,
    });
    expect((await call('GET', `${path}/challenges`)).status).toBe(204);
  });

  it.each([
    'challenge',
    'challenges',
    'options',
    'image',
    'image options',
    'token',
    'all challenges',
  ])('correct connects, when asked by %s', async (password) => {
    const { answer, settled } = await challenged(password);
    await answer('correct');
    expect(await settled()).toMatchObject({
      connection_status: 'CONNECTED',
      status: 'COMPLETED',
      is_being_aggregated: false,
    });
  });

  it.each([
    ['wrong answer', 'REJECTED', 'DENIED'],
    ['', 'REJECTED', 'DENIED'],
    ['Correct', 'REJECTED', 'DENIED'],
    ['password', 'REJECTED', 'DENIED'],
    ['BAD_REQUEST', 'FAILED', 'HALTED'],
    ['UNAUTHORIZED', 'DENIED', 'DENIED'],
    ['LOCKED', 'LOCKED', 'DENIED'],
    ['SERVER_ERROR', 'FAILED', 'HALTED'],
    ['status:IMPEDED', 'IMPEDED', 'HALTED'],
  ])('"%s" ends %s', async (value, connectionStatus, status) => {
    const { answer, settled } = await challenged('challenge');
    await answer(value);
    expect(await settled()).toMatchObject({
      connection_status: connectionStatus,
      status,
      is_being_aggregated: false,
    });
  });

  it.each(['value', 'label'] as const)('to a choice may be its %s', async (key) => {
    const connection = await challenged('image options');
    const [challenge] = connection.challenges;
    const choice = challenge?.image_options?.find(({ value }) => value === 'correct');
    await resume(connection, [{ guid: challenge?.guid, value: choice?.[key] }]);
    expect((await connection.settled()).connection_status).toBe('CONNECTED');
  });

  it('that asks for another round gets one, with new guids', async () => {
    const { answer, challenges, settled } = await challenged('challenge');
    await answer('options');
    const second = await settled();
    expect(second).toMatchObject({
      connection_status: 'CHALLENGED',
      challenges: [{ type: 'OPTIONS' }],
    });
    await answer('challenge');
    const third = await settled();
    const guids = [challenges, second.challenges, third.challenges].map((round) => round[0]?.guid);
    expect(new Set(guids).size).toBe(3);
    await answer('correct');
    expect((await settled()).connection_status).toBe('CONNECTED');
  });

  it('how to send a code leads to the code', async () => {
    const { answer, settled } = await challenged('code');
    await answer('send_text');
    expect((await settled()).challenges).toMatchObject([{ type: 'TOKEN' }]);
    await answer('correct');
    expect((await settled()).connection_status).toBe('CONNECTED');
  });

  it('that is wrong can be followed by another question without anybody asking', async () => {
    const { answer, clock, settled, status } = await challenged('challenge');
    await answer('wrong, ask again');
    clock.advance(700);
    expect(await status()).toMatchObject({
      connection_status: 'REJECTED',
      is_being_aggregated: true,
    });
    expect((await settled()).connection_status).toBe('CHALLENGED');
  });

  it('that is wrong spoils the right ones beside it', async () => {
    const connection = await challenged('challenges');
    const values = ['correct', 'no idea'];
    const answers = connection.challenges.map(({ guid }, index) => ({
      guid,
      value: values[index],
    }));
    await resume(connection, answers);
    expect((await connection.settled()).connection_status).toBe('REJECTED');
  });
});

describe('an answer is refused', () => {
  it('with 405 when nothing was asked', async () => {
    const connection = await connect();
    expect((await resume(connection, [])).status).toBe(405);
  });

  it.each([
    ['for a question of another round', [{ guid: 'CRD-other', value: 'correct' }]],
    ['when it leaves a question out', []],
    ['when it is not a string', [{ guid: 'CRD-other', value: 1 }]],
  ])('with 400 %s', async (_name, answers) => {
    const connection = await challenged('challenge');
    expect((await resume(connection, answers)).status).toBe(400);
    expect((await connection.status()).connection_status).toBe('CHALLENGED');
  });
});

it('new credentials withdraw the question', async () => {
  const connection = await challenged('challenge');
  expect((await connection.update('password')).body.member.connection_status).toBe('UPDATED');
  expect((await resume(connection, [])).status).toBe(405);
  expect((await connection.settled()).connection_status).toBe('CONNECTED');
});

describe('time', () => {
  it('runs out: the member is EXPIRED, and a new aggregation asks again', async () => {
    const connection = await challenged('challenge');
    const { aggregate, clock, settled, status } = connection;
    clock.advance(9 * MINUTE_MS);
    expect((await status()).connection_status).toBe('CHALLENGED');
    clock.advance(MINUTE_MS);
    expect(await status()).toMatchObject({
      connection_status: 'EXPIRED',
      is_being_aggregated: false,
    });
    expect((await resume(connection, [])).status).toBe(405);
    await aggregate();
    expect((await settled()).connection_status).toBe('CHALLENGED');
  });

  it('can be given: as much as the option says', async () => {
    const connection = await connect(mxBank('challenge'), { challengeExpiryMs: 1_000 });
    connection.clock.advance(1_600);
    expect((await connection.status()).connection_status).toBe('EXPIRED');
  });

  it('aggregating while CHALLENGED is 202, and asks the same question still', async () => {
    const { aggregate, challenges, status } = await challenged('challenge');
    expect((await aggregate()).status).toBe(202);
    expect((await status()).challenges).toEqual(challenges);
  });
});

describe('the table of answers', () => {
  it.each(magicAnswers.map(({ answer, effect }) => [answer, effect]))('%s: %s', async (value) => {
    const { answer, clock, status } = await challenged('challenge');
    await answer(value);
    clock.advance(700);
    expect((await status()).connection_status).toBe(expectedAfter(value));
  });
});

/** What the words themselves say: a status, a question, one of MX Bank's errors, or one of Platform's. */
function expectedAfter(answer: string): string | null {
  const status = /^status:(.*)$/.exec(answer)?.[1];
  if (status !== undefined) {
    return status === 'null' ? null : status;
  }
  return mxBankErrors[answer] ?? platformErrors[answer] ?? 'CHALLENGED';
}

const mxBankErrors: Record<string, string> = {
  correct: 'RESUMED',
  'wrong, ask again': 'REJECTED',
  BAD_REQUEST: 'FAILED',
  UNAUTHORIZED: 'DENIED',
  INVALID: 'DENIED',
  LOCKED: 'LOCKED',
  DISABLED: 'DENIED',
  SERVER_ERROR: 'FAILED',
  UNAVAILABLE: 'FAILED',
};

const platformErrors: Record<string, string> = {
  'error:1002': 'IMPEDED',
  'error:2001': 'REJECTED',
  'error:2002': 'REJECTED',
  'error:2003': 'EXPIRED',
  'error:2004': 'IMPAIRED',
  'error:2005': 'DENIED',
  'error:3000': 'FAILED',
  'error:3001': 'FAILED',
  'error:3002': 'FAILED',
  'error:9999': 'FAILED',
};
