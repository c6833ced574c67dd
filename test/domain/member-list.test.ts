import { describe, expect, it } from 'vitest';
import { AtriumError } from '../../src/domain/errors.ts';
import {
  keepUnchanged,
  nextListDelay,
  type MemberListFacts,
} from '../../src/domain/member-list.ts';
import type { Member } from '../../src/domain/member.ts';
import { expectJob, isNewsOf, observe, startWatch } from '../../src/domain/watch.ts';
import { GUID, listed as member, quiet, T0 } from './support.ts';

/** How many seconds each has been as it is. */
const unchangedFor = new WeakMap<Member, number>();

function running(seconds: number, fields: Partial<Member> = {}): Member {
  const one = member({ isBeingAggregated: true, ...fields });
  unchangedFor.set(one, seconds);
  return one;
}

const delay = (members: readonly Member[] | undefined, facts: Partial<MemberListFacts> = {}) =>
  nextListDelay({
    members,
    unchangedMs: (one) => (unchangedFor.get(one) ?? 0) * 1_000,
    error: null,
    followed: [],
    isLive: false,
    ...facts,
  });

describe('the list is read again', () => {
  it.each([
    [0, 3_000],
    [59, 3_000],
    [60, 5_000],
    [119, 5_000],
    [120, 10_000],
    [599, 10_000],
    [600, 60_000],
  ])('%i seconds into a job after %i ms', (seconds, ms) => {
    expect(delay([member(), running(seconds)])).toBe(ms);
  });

  it('at the pace of the job that was started last', () => {
    expect(delay([running(300), running(3), running(90)])).toBe(3_000);
  });

  it('once a minute while nothing moves, or while there is nothing', () => {
    expect(delay([member(), member({ connectionStatus: 'DENIED' })])).toBe(60_000);
    expect(delay([])).toBe(60_000);
    expect(delay(undefined)).toBe(60_000);
  });

  it('no sooner for a member that moves only once the person is there', () => {
    expect(delay([member({ connectionStatus: 'CREATED', aggregatedAt: null })])).toBe(60_000);
  });

  it('slowly for one that is at the bank, or at a slow bank', () => {
    expect(delay([member({ connectionStatus: 'PENDING', aggregatedAt: null })])).toBe(10_000);
    expect(delay([running(5, { connectionStatus: 'DELAYED' })])).toBe(10_000);
    expect(delay([member({ connectionStatus: 'DELAYED' })])).toBe(10_000);
  });

  it('as if at rest for one whose status is followed anyway, and told to the list', () => {
    expect(delay([running(5)], { followed: [GUID] })).toBe(60_000);
  });

  it.each([
    [0, 3_000],
    [14, 3_000],
    [15, 15_000],
    [50, 10_000],
    [119, 15_000],
    [120, 30_000],
    [600, 60_000],
  ])('%i seconds into a job after %i ms while a stream of events is there', (seconds, ms) => {
    expect(delay([member(), running(seconds)], { isLive: true })).toBe(ms);
    expect(delay([member()], { isLive: true })).toBe(60_000);
  });

  it('slowly for a success that may still be running', () => {
    expect(delay([member({ isBeingAggregated: null })])).toBe(10_000);
    expect(delay([member({ isBeingAggregated: null, connectionStatus: 'DENIED' })])).toBe(60_000);
  });

  it('after a failure slowly, and no sooner than the server has said', () => {
    const failed = (retryAfterMs?: number) => new AtriumError('throttled', '', { retryAfterMs });
    expect(delay([running(5)], { error: failed() })).toBe(10_000);
    expect(delay([running(5)], { error: failed(30_000) })).toBe(30_000);
    expect(delay(undefined, { error: new AtriumError('offline', '') })).toBe(60_000);
  });

  it.each(['unauthorized', 'forbidden'] as const)('never after %s', (kind) => {
    expect(delay([running(5)], { error: new AtriumError(kind, '') })).toBe(false);
  });
});

describe('a list that was read again', () => {
  const three = ['MBR-1', 'MBR-2', 'MBR-3'].map((guid) => member({ guid }));
  const copies = three.map((each) => ({ ...each }));

  it('is the same list if nothing has changed', () => {
    expect(keepUnchanged(three, copies)).toBe(three);
  });

  it('has the same members except for the one that has changed', () => {
    const changed = copies.with(1, member({ guid: 'MBR-2', connectionStatus: 'DENIED' }));
    const list = keepUnchanged(three, changed);
    expect(list.map((each, index) => each === three[index])).toEqual([true, false, true]);
    expect(list[1]?.connectionStatus).toBe('DENIED');
  });

  it('has the same members if their errors are the same, and others if one came, went or changed', () => {
    const at = (code: number | null) =>
      member({ error: code === null ? null : { code, locale: null, message: null } });
    const isKept = (before: number | null, now: number | null) => {
      const old = at(before);
      return keepUnchanged([old], [at(now)])[0] === old;
    };
    expect(isKept(2005, 2005)).toBe(true);
    expect(isKept(null, null)).toBe(true);
    expect(isKept(2005, 2004)).toBe(false);
    expect(isKept(2005, null)).toBe(false);
    expect(isKept(null, 2005)).toBe(false);
  });

  it('has the same members when one has gone or come', () => {
    expect(keepUnchanged(three, copies.slice(1))).toEqual(three.slice(1));
    expect(keepUnchanged(three, copies.slice(1))[0]).toBe(three[1]);
    expect(keepUnchanged(three, [member({ guid: 'MBR-0' }), ...copies])[3]).toBe(three[2]);
  });

  it('is a new one when there was none', () => {
    expect(keepUnchanged(undefined, three)).toEqual(three);
  });
});

describe('after this page has started a job, a list that was read', () => {
  const before = quiet('DENIED');
  const watch = expectJob(observe(startWatch(GUID, T0), before, T0), T0);

  it('tells of the time before while it says nothing else', () => {
    expect(isNewsOf(watch, before, T0 + 9_999)).toBe(false);
  });

  it.each([
    ['a job runs', { isBeingAggregated: true }],
    ['a later job was started', { aggregatedAt: '2026-01-02T00:00:00.000Z' }],
  ])('tells of the time since if %s', (_what, fields) => {
    expect(isNewsOf(watch, { ...before, ...fields }, T0)).toBe(true);
  });

  it.each([
    ['the status has changed', { connectionStatus: 'CONNECTED' as const }],
    ['the last job is an earlier one', { aggregatedAt: '2025-01-01T00:00:00.000Z' }],
    ['nothing tells whether a job runs', { isBeingAggregated: null }],
  ])('does not tell of the time since if only %s', (_what, fields) => {
    expect(isNewsOf(watch, { ...before, ...fields }, T0)).toBe(false);
  });

  it('is believed after ten seconds whatever it says, and at once where no job was started', () => {
    expect(isNewsOf(watch, before, T0 + 10_000)).toBe(true);
    expect(isNewsOf(startWatch(GUID, T0), before, T0)).toBe(true);
  });
});
