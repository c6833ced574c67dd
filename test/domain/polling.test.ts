import { describe, expect, it } from 'vitest';
import { ATRIUM_ERROR_KINDS } from '../../src/domain/errors.ts';
import {
  DEFAULT_POLL_POLICY,
  isOverdue,
  isSlow,
  isUnreachable,
  nextPollDelay,
} from '../../src/domain/polling.ts';
import { statusTable } from '../../src/domain/status.ts';
import { observe, restartWatch, startWatch } from '../../src/domain/watch.ts';
import type { MemberStatus } from '../../src/domain/member.ts';
import type { MemberWatch } from '../../src/domain/watch.ts';
import { failing, GUID, quiet, reading, T0, watched } from './support.ts';

const POLICY = DEFAULT_POLL_POLICY;
/** Its hash is 0, so that the delays are the policy's own. */
const EXACT = '';

/** A watch that has said the same thing ever since, `elapsed` milliseconds after its start. */
const at = (elapsed: number, answer: MemberStatus, guid = EXACT): MemberWatch =>
  observe(startWatch(guid, T0), answer, T0 + elapsed);

const delay = (watch: MemberWatch) => nextPollDelay(watch, POLICY);

describe('how long to wait between reads', () => {
  it.each<[number, number | false]>([
    [0, 3_000],
    [59_999, 3_000],
    [60_000, 5_000],
    [119_999, 5_000],
    [120_000, 10_000],
    [599_999, 10_000],
    [600_000, false],
    [9_999_999, false],
  ])('%i ms after the start: %s', (elapsed, expected) => {
    expect(delay(at(elapsed, reading('CREATED')))).toBe(expected);
  });

  it.each<[number, number | false]>([
    [0, 3_000],
    [600_000, 10_000],
    [3_599_999, 10_000],
    [3_600_000, false],
  ])('%i ms after the start, at the bank: %s', (elapsed, expected) => {
    expect(delay(at(elapsed, quiet('PENDING')))).toBe(expected);
  });

  it('is the slow pace from the start for a bank that is known to be slow', () => {
    expect(delay(at(0, reading('DELAYED')))).toBe(10_000);
  });

  it('is not sooner than 3 seconds, nor later by more than a tenth, for any member', () => {
    const delays = Array.from({ length: 500 }, (_, index) =>
      delay(at(0, reading('CREATED'), `MBR-${index.toString(16)}-${index * 7919}`)),
    );
    expect(Math.min(...delays.map(Number))).toBeGreaterThanOrEqual(3_000);
    expect(Math.max(...delays.map(Number))).toBeLessThan(3_300);
    expect(new Set(delays).size).toBeGreaterThan(100);
  });

  it('is the same whenever and however often it is asked', () => {
    const watch = at(30_000, reading('CREATED'), GUID);
    expect(new Set(Array.from({ length: 20 }, () => delay({ ...watch }))).size).toBe(1);
  });

  it('takes fewer than 90 reads until the person is asked, stuck at CREATED', () => {
    let watch = startWatch(GUID, T0);
    let reads = 0;
    let wait = delay(watch);
    while (wait !== false && reads < 200) {
      watch = observe(watch, reading('CREATED'), watch.at + wait);
      reads += 1;
      wait = delay(watch);
    }
    expect(reads).toBeLessThan(90);
    expect(watch.at - T0).toBeGreaterThanOrEqual(600_000);
    expect(watch.at - T0).toBeLessThan(612_000);
  });
});

describe('when to stop', () => {
  it.each(Object.values(statusTable))('$name', ({ name, poll }) => {
    const moves = poll === 'always' || poll === 'slowly';
    const isAsked = name === 'CHALLENGED';
    expect(delay(watched(quiet(name))) !== false).toBe(moves || isAsked);
    expect(delay(watched(reading(name)))).not.toBe(false);
  });

  it('looks once a minute whether an open question is still asked, for as long as it is', () => {
    const asked = at(3_600_000, reading('CHALLENGED'));
    expect(delay(asked)).toBe(60_000);
  });

  it.each(ATRIUM_ERROR_KINDS)('a read fails: %s', (kind) => {
    const isTheEnd = ['unauthorized', 'forbidden'].includes(kind);
    const watch = failing(watched(reading('CREATED')), kind);
    expect(delay(watch) === false).toBe(isTheEnd);
    expect(isUnreachable(watch, POLICY)).toBe(isTheEnd);
  });

  it('goes on after the deadline when the person asks', () => {
    const watch = at(700_000, reading('CREATED'));
    expect(isOverdue(watch, POLICY)).toBe(true);
    const again = restartWatch(watch, watch.at);
    expect(isOverdue(again, POLICY)).toBe(false);
    expect(delay(again)).toBe(3_000);
  });

  it('does not hold the time at the bank against a person who comes back', () => {
    const pending = at(900_000, quiet('PENDING'));
    const back = observe(pending, reading('CREATED'), pending.at + 10_000);
    expect(isOverdue(back, POLICY)).toBe(false);
    expect(delay(back)).toBe(3_000);
  });
});

describe('when reads fail', () => {
  const failed = (times: number, retryAfterMs?: number) => {
    const watch = failing(at(0, reading('CREATED')), 'server', times, retryAfterMs);
    return { ...watch, at: T0 };
  };

  it.each([
    [1, 3_000],
    [2, 6_000],
    [3, 10_000],
    [4, 10_000],
    [2_000, 10_000],
  ])('%i in a row: the next after %i ms', (times, expected) => {
    expect(delay(failed(times))).toBe(expected);
  });

  it.each([
    [0, 3_000],
    [2_000, 3_000],
    [60_000, 60_000],
    [600_000, 600_000],
  ])('the server asks for %i ms: it gets %i', (retryAfterMs, expected) => {
    expect(delay(failed(1, retryAfterMs))).toBe(expected);
  });

  it('tells the person at the third, and not before', () => {
    expect(isUnreachable(failed(2), POLICY)).toBe(false);
    expect(isUnreachable(failed(3), POLICY)).toBe(true);
  });

  it('goes on reading although the person has been told', () => {
    expect(delay(failed(50))).toBe(10_000);
  });

  it('reads at the usual pace once the server is back', () => {
    const back = observe(failed(50), reading('CREATED'), T0);
    expect(delay(back)).toBe(3_000);
  });
});

describe('when to say that it takes longer than usual', () => {
  it.each<[MemberStatus, number, boolean]>([
    [reading('CREATED'), 59_999, false],
    [reading('CREATED'), 60_000, true],
    [reading('DELAYED'), 0, true],
  ])('$connectionStatus', (answer, elapsed, expected) => {
    expect(isSlow(at(elapsed, answer), POLICY)).toBe(expected);
  });
});
