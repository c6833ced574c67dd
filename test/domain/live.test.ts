import { describe, expect, it } from 'vitest';
import { AtriumError, type AtriumErrorKind } from '../../src/domain/errors.ts';
import { reopenDelay } from '../../src/domain/live.ts';
import { DEFAULT_POLL_POLICY, isSlow, nextPollDelay } from '../../src/domain/polling.ts';
import { observe, restartWatch, startWatch, type MemberWatch } from '../../src/domain/watch.ts';
import type { MemberStatus } from '../../src/domain/member.ts';
import { failing, GUID, quiet, reading, T0, watched } from './support.ts';

const POLICY = DEFAULT_POLL_POLICY;
/** Its hash is 0, so that the delays are the policy's own. */
const EXACT = '';

const at = (elapsed: number, answer: MemberStatus, guid = EXACT): MemberWatch =>
  observe(startWatch(guid, T0), answer, T0 + elapsed);

const delay = (watch: MemberWatch) => nextPollDelay(watch, POLICY, true);

/** When a status is read that never changes, in seconds, until the person is asked. */
function readsOf(isLive: boolean): number[] {
  let watch = observe(startWatch(EXACT, T0), reading('CREATED'), T0);
  const reads = [0];
  for (;;) {
    const wait = nextPollDelay(watch, POLICY, isLive);
    if (wait === false) return reads;
    watch = observe(watch, reading('CREATED'), watch.at + wait);
    reads.push((watch.at - T0) / 1_000);
  }
}

describe('while a stream of events is there, a status is read', () => {
  it.each<[number, number | false]>([
    [0, 3_000],
    [14_999, 3_000],
    [15_000, 15_000],
    [45_000, 15_000],
    [60_000, 15_000],
    [119_999, 15_000],
    [120_000, 30_000],
    [500_000, 30_000],
    [600_000, false],
  ])('%i ms after the start, after %s', (elapsed, expected) => {
    expect(delay(at(elapsed, reading('CREATED')))).toBe(expected);
  });

  it.each([
    [47_000, 13_000],
    [58_000, 3_000],
    [590_000, 10_000],
    [571_000, 29_000],
  ])(
    '%i ms after the start, in %i: when it is slow or over is said as soon as ever',
    (elapsed, ms) => {
      expect(delay(at(elapsed, reading('CREATED')))).toBe(ms);
    },
  );

  it('less often by far: 9 times in a minute and not 21, 29 times in ten and not 81', () => {
    const live = readsOf(true);
    const polled = readsOf(false);
    const until = (reads: number[], seconds: number) =>
      reads.filter((second) => second <= seconds).length;
    expect([until(live, 60), until(polled, 60)]).toEqual([9, 21]);
    expect([live.length, polled.length]).toEqual([29, 81]);
    expect(live.slice(0, 10)).toEqual([0, 3, 6, 9, 12, 15, 30, 45, 60, 75]);
  });

  it('after a failure at the pace of a page without one, so that it is told as soon', () => {
    const waiting = at(30_000, reading('CREATED'));
    for (const times of [1, 2, 3]) {
      const failed = failing(waiting, 'offline', times);
      expect(delay(failed)).toBe(nextPollDelay(failed, POLICY));
    }
    expect(delay(failing(waiting, 'throttled', 1, 40_000))).toBe(40_000);
    expect(delay(failing(waiting, 'unauthorized'))).toBe(false);
  });

  it('at the usual pace again once the person has asked, or has done something', () => {
    const stuck = at(300_000, reading('CREATED'));
    expect(delay(stuck)).toBe(30_000);
    expect(delay(restartWatch(stuck, stuck.at))).toBe(3_000);
  });

  it('never sooner than the host wants', () => {
    const slow = { ...POLICY, fastMs: 20_000, steadyMs: 40_000, slowMs: 60_000 };
    const pace = (elapsed: number) => nextPollDelay(at(elapsed, reading('CREATED')), slow, true);
    expect([0, 20_000, 70_000, 200_000].map(pace)).toEqual([20_000, 20_000, 40_000, 60_000]);
  });

  it('as ever where nothing moves, and for a question that may expire', () => {
    expect(delay(watched(quiet('DENIED')))).toBe(false);
    expect(delay(at(3_600_000, reading('CHALLENGED')))).toBe(60_000);
  });

  it('no later than it is slow, which is said after a minute', () => {
    const seconds = readsOf(true).find((elapsed) =>
      isSlow(at(elapsed * 1_000, reading('CREATED')), POLICY),
    );
    expect(seconds).toBe(60);
  });
});

describe('a stream that is gone is opened again', () => {
  const lost = (failures: number, error: AtriumError | null = null, retryMs?: number) =>
    reopenDelay({ failures, error, retryMs }, EXACT);
  const failed = (kind: AtriumErrorKind, retryAfterMs?: number) =>
    new AtriumError(kind, '', { retryAfterMs });

  it('at once when the server has ended it', () => {
    expect(lost(0)).toBe(0);
  });

  it('after gaps that grow to a minute', () => {
    const gaps = [1, 2, 3, 4, 5, 6, 7, 50, 5_000].map((failures) => lost(failures));
    expect(gaps).toEqual([3_000, 6_000, 12_000, 24_000, 48_000, 60_000, 60_000, 60_000, 60_000]);
  });

  it('after the gap that the server asks for, within reason', () => {
    expect(lost(1, null, 8_000)).toBe(8_000);
    expect(lost(1, null, 0)).toBe(1_000);
    expect(lost(1, null, 999_999_999)).toBe(60_000);
  });

  it('no sooner than a server allows that has too many', () => {
    expect(lost(1, failed('throttled', 45_000))).toBe(45_000);
    expect(lost(3, failed('throttled', 5_000))).toBe(12_000);
  });

  it('by each page at a time of its own, which is always the same', () => {
    const pages = Array.from({ length: 300 }, (_, index) => `/api/atrium ${GUID}-${index * 7919}`);
    const gaps = pages.map((page) =>
      reopenDelay({ failures: 1, error: null, retryMs: 3_000 }, page),
    );
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3_000);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(4_500);
    expect(new Set(gaps).size).toBeGreaterThan(150);
    expect(
      pages.map((page) => reopenDelay({ failures: 1, error: null, retryMs: 3_000 }, page)),
    ).toEqual(gaps);
  });
});
