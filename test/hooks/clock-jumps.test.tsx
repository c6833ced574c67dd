// @vitest-environment jsdom
import { focusManager } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useConnection } from '../../src/hooks/use-connection.ts';
import { useMembers } from '../../src/hooks/use-members.ts';
import { useMemberStatus } from '../../src/hooks/use-member-status.ts';
import { credentials, statusReads, worldForEach } from './world.tsx';

const { world, pass, startWith } = worldForEach();

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Only the clock of the page is set: the bank and all timers go on. */
const setClock = (ms: number) => vi.setSystemTime(Date.now() + ms);

beforeEach(() => {
  const start = Date.now() - performance.now();
  startWith({ clock: { now: () => start + performance.now() } });
});
afterEach(() => {
  focusManager.setFocused(undefined);
});

async function signIn(password: string) {
  const { result } = world.render(() => useConnection({ institutionCode: 'mxbank' }));
  await pass(0);
  if (result.current.kind !== 'credentials') {
    throw new Error(`The step is ${result.current.kind}.`);
  }
  result.current.submit(credentials(password));
  await pass(0);
  return result;
}

async function addMember(password: string) {
  const member = { institutionCode: 'mxbank', credentials: credentials(password) };
  const { guid } = await world.client.createMember(member);
  return guid;
}

describe('useConnection, when the clock of the page is set', () => {
  it('connects after the second quiet reading, an hour back', async () => {
    const result = await signIn('INVALID');
    await pass(3_400);
    if (result.current.kind !== 'credentials') {
      throw new Error(`The step is ${result.current.kind}.`);
    }
    const { submit, watch } = result.current;
    const quiet = {
      ...watch?.reading,
      connection_status: 'CONNECTED',
      is_being_aggregated: false,
      aggregated_at: watch?.reading?.aggregatedAt,
    };
    world.network = ({ path }) =>
      path.endsWith('/status') ? Response.json({ member: quiet }) : undefined;
    submit(credentials('password'));
    await pass(3_400);
    expect(result.current.kind).toBe('connecting');
    setClock(-HOUR);
    await pass(3_400);
    expect(result.current.kind).toBe('connected');
  });

  it('says that it is slow after a minute, an hour back', async () => {
    const result = await signIn('status:CREATED');
    setClock(-HOUR);
    await pass(58_000);
    expect(result.current).toMatchObject({ kind: 'connecting', pace: 'usual' });
    await pass(7_000);
    expect(result.current).toMatchObject({ kind: 'connecting', pace: 'slow' });
  });

  it('does not say that there is no result, 12 minutes ahead', async () => {
    const result = await signIn('status:CREATED');
    setClock(12 * MINUTE);
    await pass(7_000);
    expect(result.current).toMatchObject({ kind: 'connecting', pace: 'usual' });
  });

  it('does not say that a sign-in was not finished in time, an hour ahead', async () => {
    const { guid } = await world.client.createMember({
      institutionCode: 'mx_bank_oauth',
      isOauth: true,
    });
    const { result } = world.render(() => useConnection({ memberGuid: guid }));
    await pass(3_400);
    setClock(HOUR);
    await pass(7_000);
    expect(result.current).toMatchObject({ kind: 'oauth', phase: 'ready', problem: null });
  });

  it('checks a question that was open for 31 seconds before it answers it, an hour back', async () => {
    const result = await signIn('challenge');
    await pass(3_400);
    setClock(-HOUR);
    await pass(31_000);
    if (result.current.kind !== 'challenge') {
      throw new Error(`The step is ${result.current.kind}.`);
    }
    const { answer, challenges } = result.current;
    const reads = statusReads(world);
    answer(challenges.map(({ guid }) => ({ guid, value: 'correct' })));
    await pass(0);
    expect(statusReads(world)).toBe(reads + 1);
  });
});

describe('useMembers, when the clock of the page is wrong', () => {
  it.each([
    ['an hour back', -HOUR],
    ['20 minutes ahead', 20 * MINUTE],
  ])('reads a running job at the usual pace, %s', async (_what, jump) => {
    await addMember('status:DELAYED');
    await addMember('password').catch(() => undefined);
    setClock(jump);
    world.render(() => useMembers());
    await pass(0);
    world.sent.length = 0;
    await pass(31_000);
    expect(world.sent.filter(({ path }) => path === '/members')).toHaveLength(3);
  });
});

describe('useMemberStatus, when the clock is set an hour back', () => {
  it('reads the status as soon as the page is focused', async () => {
    const guid = await addMember('status:LOCKED');
    world.render(() => useMemberStatus(guid));
    await pass(10_000);
    setClock(-HOUR);
    await pass(10_000);
    const reads = statusReads(world);
    focusManager.setFocused(false);
    focusManager.setFocused(true);
    await pass(0);
    expect(statusReads(world)).toBe(reads + 1);
  });
});
