// @vitest-environment jsdom
import { focusManager } from '@tanstack/react-query';
import { afterEach, expect, it } from 'vitest';
import { useMembers } from '../../src/hooks/use-members.ts';
import { useMemberStatus, type FollowedStatus } from '../../src/hooks/use-member-status.ts';
import { credentials, statusReads, worldForEach } from './world.tsx';

const { world, pass } = worldForEach();

afterEach(() => {
  focusManager.setFocused(undefined);
});

async function createMember(password: string): Promise<string> {
  const { guid } = await world.client.createMember({
    institutionCode: 'mxbank',
    credentials: credentials(password),
  });
  return guid;
}

async function follow(password: string) {
  const guid = await createMember(password);
  return world.render(() => useMemberStatus(guid));
}

function ready(state: FollowedStatus): Extract<FollowedStatus, { kind: 'ready' }> {
  if (state.kind !== 'ready') {
    throw new Error(`The status is ${state.kind}.`);
  }
  return state;
}

const down = () => Promise.reject(new TypeError('Failed to fetch'));
const answer = (status: number, headers: Record<string, string> = {}) =>
  new Response('{}', { status, headers: { 'content-type': 'application/json', ...headers } });

it('reads at once, then no more than every three seconds, until it is settled', async () => {
  const { result } = await follow('password');
  await pass(0);
  expect(ready(result.current).progress).toBe('moving');
  expect(statusReads(world)).toBe(1);
  await pass(2_900);
  expect(statusReads(world)).toBe(1);
  await pass(500);
  expect(statusReads(world)).toBe(2);
  expect(ready(result.current)).toMatchObject({
    progress: 'settled',
    status: { connectionStatus: 'CONNECTED', isBeingAggregated: false },
  });
  await pass(600_000);
  expect(statusReads(world)).toBe(2);
});

it('polls once for a member, however many components watch it', async () => {
  const guid = await createMember('status:CREATED');
  world.render(() => useMemberStatus(guid));
  world.render(() => useMemberStatus(guid));
  await pass(30_000);
  expect(statusReads(world)).toBeLessThanOrEqual(10);
});

it('goes on while the tab is hidden, because the person may be at the bank', async () => {
  await follow('status:CREATED');
  focusManager.setFocused(false);
  await pass(30_000);
  expect(statusReads(world)).toBeGreaterThanOrEqual(9);
});

it('reads at once when the person comes back to the tab', async () => {
  await follow('status:LOCKED');
  await pass(10_000);
  const before = statusReads(world);
  focusManager.setFocused(false);
  focusManager.setFocused(true);
  await pass(0);
  expect(statusReads(world)).toBe(before + 1);
});

it('keeps showing what was known while reads fail, says so after three, and recovers by itself', async () => {
  const { result } = await follow('status:CREATED');
  await pass(0);
  world.network = down;
  await pass(3_400);
  expect(ready(result.current).progress).toBe('moving');
  await pass(20_000);
  expect(ready(result.current)).toMatchObject({
    progress: 'unreachable',
    status: { connectionStatus: 'CREATED' },
  });
  world.network = null;
  await pass(11_000);
  expect(ready(result.current).progress).toBe('moving');
});

it('recovers when asked to, without waiting for its turn', async () => {
  const { result } = await follow('status:CREATED');
  await pass(0);
  world.network = down;
  await pass(30_000);
  world.network = null;
  ready(result.current).checkAgain();
  await pass(0);
  expect(ready(result.current).progress).toBe('moving');
});

it('asks no sooner than the server allows', async () => {
  await follow('status:CREATED');
  await pass(0);
  world.network = () => answer(429, { 'retry-after': '40' });
  await pass(3_400);
  const refused = statusReads(world);
  await pass(39_000);
  expect(statusReads(world)).toBe(refused);
  await pass(8_000);
  expect(statusReads(world)).toBe(refused + 1);
});

it.each([
  [401, 'unauthorized', 3_400],
  [403, 'forbidden', 3_400],
  [404, 'not-found', 7_000],
] as const)('stops at a %i, which asking again cannot help', async (status, kind, ms) => {
  const { result } = await follow('status:CREATED');
  await pass(0);
  world.network = () => answer(status);
  await pass(ms);
  expect(result.current).toMatchObject({ kind: 'failed', error: { kind } });
  const reads = statusReads(world);
  await pass(600_000);
  expect(statusReads(world)).toBe(reads);
});

it('stops, and drops what is under way, when nobody watches any more', async () => {
  const { unmount } = await follow('status:CREATED');
  await pass(10_000);
  unmount();
  const reads = statusReads(world);
  await pass(60_000);
  expect(statusReads(world)).toBe(reads);
});

it('sees a connection through that takes ninety seconds', async () => {
  const { result } = await follow('slow');
  await pass(70_000);
  expect(ready(result.current).progress).toBe('slow');
  await pass(30_000);
  expect(ready(result.current)).toMatchObject({
    progress: 'settled',
    status: { connectionStatus: 'CONNECTED' },
  });
});

it('keeps the list of members in step with what it learns, without asking for the list again', async () => {
  const guid = await createMember('password');
  const { result } = world.render(() => ({
    members: useMembers(),
    status: useMemberStatus(guid),
  }));
  await pass(3_400);
  expect(result.current.members).toMatchObject({
    kind: 'ready',
    value: [{ connectionStatus: 'CONNECTED', isBeingAggregated: false }],
  });
  expect(world.sent.filter(({ path }) => path === '/members')).toHaveLength(2);
});
