// @vitest-environment jsdom
import { focusManager } from '@tanstack/react-query';
import { afterEach, describe, expect, it } from 'vitest';
import { MEMBER_LIMIT, type Member } from '../../src/domain/member.ts';
import { useAggregateMember } from '../../src/hooks/use-aggregate-member.ts';
import { useDeleteMember } from '../../src/hooks/use-delete-member.ts';
import { useMemberStatus } from '../../src/hooks/use-member-status.ts';
import { useUpdateMember } from '../../src/hooks/use-update-member.ts';
import { useMembers, type Members } from '../../src/hooks/use-members.ts';
import { credentials, statusReads, worldForEach } from './world.tsx';

const { world, pass, startWith } = worldForEach();

afterEach(() => {
  focusManager.setFocused(undefined);
});
const MINUTE = 60_000;

/** So many members with jobs that are over, each with a login of its own. */
async function createMembers(count: number, password = 'password'): Promise<string[]> {
  const guids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const member = await world.client.createMember({
      institutionCode: 'mxbank',
      credentials: credentials(password, number === 0 ? 'test_atrium' : `mxuser${number}`),
    });
    guids.push(member.guid);
  }
  await pass(4_000);
  world.sent.length = 0;
  return guids;
}

const listReads = () => world.sent.filter(({ path }) => path === '/members').length;

function ready(members: Members): Extract<Members, { kind: 'ready' }> {
  if (members.kind !== 'ready') {
    throw new Error(`The list is ${members.kind}.`);
  }
  return members;
}

const statuses = (members: Members) =>
  ready(members).value.map(({ connectionStatus }) => connectionStatus);

describe('a page of 25 members', () => {
  it('makes one request a minute while nothing moves, however many use the list', async () => {
    await createMembers(MEMBER_LIMIT);
    const { result } = world.render(() => ({ one: useMembers(), other: useMembers() }));
    await pass(0);
    expect(ready(result.current.one).value).toHaveLength(MEMBER_LIMIT);
    expect(listReads()).toBe(1);
    await pass(10 * MINUTE);
    expect(listReads()).toBe(11);
    expect(world.sent).toHaveLength(listReads());
  });

  it('makes no more than 20 while one moves, and reads no status by itself', async () => {
    const [guid = ''] = await createMembers(MEMBER_LIMIT);
    const { result } = world.render(() => ({ list: useMembers(), job: useAggregateMember() }));
    await pass(0);
    await force(guid, { connection_status: 'CREATED', is_being_aggregated: true });
    world.sent.length = 0;
    result.current.job.mutate(guid);
    await pass(MINUTE);
    expect(listReads()).toBeGreaterThan(15);
    expect(listReads()).toBeLessThanOrEqual(21);
    expect(statusReads(world)).toBe(0);
  });
});

async function addAnother(): Promise<string> {
  const { guid } = await world.client.createMember({
    institutionCode: 'mxbank',
    credentials: credentials('password', 'mxuser'),
  });
  await pass(4_000);
  return guid;
}

/** Sets what the API says of a member, as nothing at a bank could. */
async function force(guid: string, fields: Record<string, unknown>): Promise<void> {
  await world.sandbox.fetch(
    new Request(`https://atrium.example/_sandbox/members/${guid}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    }),
  );
}

describe('the list', () => {
  it('shows what becomes of a member within three seconds', async () => {
    await world.client.createMember({
      institutionCode: 'mxbank',
      credentials: credentials('INVALID'),
    });
    const { result } = world.render(() => useMembers());
    await pass(0);
    expect(statuses(result.current)).toEqual(['CREATED']);
    await pass(6_500);
    expect(statuses(result.current)).toEqual(['DENIED']);
  });

  it('keeps every member that has not changed, so that one changes alone', async () => {
    const [first = ''] = await createMembers(3);
    const { result } = world.render(() => useMembers());
    await pass(0);
    const before = ready(result.current).value;
    await force(first, { connection_status: 'LOCKED' });
    await pass(MINUTE);
    const after = ready(result.current).value;
    expect(after.map((member, index) => member === before[index])).toEqual([false, true, true]);
  });

  it('is read when the person comes back to the page, and left alone while they are away', async () => {
    await createMembers(1);
    world.render(() => useMembers());
    await pass(0);
    focusManager.setFocused(false);
    await pass(10 * MINUTE);
    expect(listReads()).toBe(1);
    focusManager.setFocused(true);
    await pass(0);
    expect(listReads()).toBe(2);
  });

  it('goes on with what it knows when a read fails, says so, and recovers', async () => {
    await createMembers(1);
    const { result } = world.render(() => useMembers());
    await pass(0);
    world.network = () => Promise.reject(new TypeError('Failed to fetch'));
    await pass(MINUTE + 2_000);
    expect(ready(result.current).value).toHaveLength(1);
    expect(ready(result.current).error?.kind).toBe('offline');
    world.network = null;
    ready(result.current).retry();
    await pass(0);
    expect(ready(result.current).error).toBeNull();
  });

  it('that cannot be read at all can be tried again', async () => {
    await createMembers(1);
    world.network = () => new Response('{}', { status: 500 });
    const { result } = world.render(() => useMembers());
    await pass(2_000);
    if (result.current.kind !== 'failed') throw new Error(result.current.kind);
    world.network = null;
    result.current.retry();
    await pass(0);
    expect(ready(result.current).value).toHaveLength(1);
  });

  it('loses a member at once when it is removed, and also when it was gone already', async () => {
    const [first = '', second = ''] = await createMembers(2);
    const { result } = world.render(() => ({ list: useMembers(), remove: useDeleteMember() }));
    await pass(0);
    await result.current.remove.mutateAsync(first);
    await world.client.deleteMember(second);
    await result.current.remove.mutateAsync(second);
    await pass(0);
    expect(ready(result.current.list).value).toEqual([]);
  });
});

describe('a job that this page has started', () => {
  const seen = (members: Members): readonly Member[] =>
    members.kind === 'ready' ? members.value : [];

  it('shows as running until its end is seen, though the API reports late', async () => {
    startWith({ reportLateMs: 5_000, hideJobWhileLate: true });
    const [guid = ''] = await createMembers(1);
    await pass(10_000);
    const running: boolean[] = [];
    const { result } = world.render(() => {
      const list = useMembers();
      running.push(seen(list)[0]?.isBeingAggregated ?? false);
      return { list, job: useAggregateMember() };
    });
    await pass(0);
    result.current.job.mutate(guid);
    await pass(30_000);
    const changes = running.filter((one, index) => index > 0 && one !== running[index - 1]);
    expect(changes).toEqual([true, false]);
  });

  it('is left to its own status while that is followed, and the list follows suit', async () => {
    const [guid = ''] = await createMembers(1, 'status:RESUMED');
    const { result } = world.render(() => ({ list: useMembers(), one: useMemberStatus(guid) }));
    await pass(0);
    world.sent.length = 0;
    await pass(30_000);
    expect(statusReads(world)).toBeGreaterThan(8);
    expect(listReads()).toBe(0);
    await force(guid, { connection_status: 'DENIED', is_being_aggregated: false });
    await pass(3_500);
    expect(statuses(result.current.list)).toEqual(['DENIED']);
  });

  it('does not keep the list from seeing what happens to another member', async () => {
    const [followed = ''] = await createMembers(1, 'status:RESUMED');
    const other = await addAnother();
    const { result } = world.render(() => ({ list: useMembers(), one: useMemberStatus(followed) }));
    await pass(0);
    await force(other, { connection_status: 'LOCKED' });
    await pass(61_000);
    expect(statuses(result.current.list)).toEqual(['RESUMED', 'LOCKED']);
  });

  it('is taken over by the list once nobody follows its own status any more', async () => {
    const [guid = ''] = await createMembers(1, 'status:RESUMED');
    const connection = world.render(() => useMemberStatus(guid));
    await pass(0);
    const { result } = world.render(() => useMembers());
    await pass(10_000);
    connection.unmount();
    await pass(0);
    await force(guid, { connection_status: 'DENIED' });
    await pass(3_500);
    expect(statuses(result.current)).toEqual(['DENIED']);
  });

  it('is not contradicted by its own status while that is still of the time before', async () => {
    startWith({ reportLateMs: 5_000, hideJobWhileLate: true });
    const [guid = ''] = await createMembers(1, 'INVALID');
    await pass(10_000);
    const shown: string[] = [];
    const { result } = world.render(() => {
      const list = useMembers();
      useMemberStatus(guid);
      const [member] = seen(list);
      shown.push(
        `${member?.connectionStatus} ${member?.isBeingAggregated ? 'running' : 'at rest'}`,
      );
      return useUpdateMember();
    });
    await pass(0);
    shown.length = 0;
    result.current.mutate({ guid, credentials: credentials('password') });
    await pass(30_000);
    expect(shown.slice(shown.findIndex((one) => one.endsWith('running')))).not.toContain(
      'DENIED at rest',
    );
    expect(shown.at(-1)).toBe('CONNECTED at rest');
  });
});
