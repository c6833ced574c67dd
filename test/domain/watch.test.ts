import { describe, expect, it } from 'vitest';
import type { Challenge } from '../../src/domain/challenge.ts';
import { AtriumError } from '../../src/domain/errors.ts';
import { statusTable } from '../../src/domain/status.ts';
import {
  beginVisit,
  challengeRound,
  expectJob,
  expectReturn,
  isSettled,
  observe,
  restartWatch,
  startWatch,
} from '../../src/domain/watch.ts';
import type { MemberStatus } from '../../src/domain/member.ts';
import {
  DEFAULT_POLL_POLICY,
  isHopeless,
  isUnreachable,
  nextPollDelay,
} from '../../src/domain/polling.ts';
import type { MemberWatch } from '../../src/domain/watch.ts';
import { after, failing, GAP_MS, GUID, question, quiet, reading, T0, watched } from './support.ts';

/** Beside the time of a reading that does not name one. */
const LATER = { aggregatedAt: '2026-01-01T00:01:00.000Z' };
const EARLIER = { aggregatedAt: '2025-12-31T23:59:00.000Z' };
const UNDATED = { aggregatedAt: null };

/** Which of the answers after a job has been started is the first to be believed. */
function firstBelieved(before: MemberStatus, answers: MemberStatus[], guid?: string): number {
  let watch = watched(before);
  watch = expectJob(watch, watch.at, guid === undefined ? {} : { answered: [question(guid)] });
  return answers.findIndex((answer) => {
    watch = after(watch, answer);
    return isSettled(watch);
  });
}

const DENIED = quiet('DENIED');
const UNFLAGGED = quiet('FAILED', { isBeingAggregated: null });
const CONNECTED = quiet('CONNECTED', { isAuthenticated: true, hasProcessedAccounts: true });

describe('after a job has been started, what is reported is believed', () => {
  it.each<[string, MemberStatus, MemberStatus[], number]>([
    ['not while it is what it was', DENIED, [DENIED], -1],
    ['not while the job is running', DENIED, [reading('DENIED'), reading('DENIED')], -1],
    ['once the job was seen to run, and to end', DENIED, [reading('DENIED'), DENIED], 1],
    ['once it has been quiet twice', DENIED, [DENIED, DENIED], 1],
    ['once another status has been quiet twice', DENIED, [quiet('FAILED'), quiet('FAILED')], 1],
    ['not while one quiet status follows another', DENIED, [DENIED, quiet('FAILED')], -1],
    ['once the time of the last job is later', DENIED, [quiet('DENIED', LATER)], 0],
    ['not because the time of the last job is earlier', DENIED, [quiet('DENIED', EARLIER)], -1],
    ['not because the time of the last job is gone', DENIED, [quiet('DENIED', UNDATED)], -1],
    ['not if that job is still running', DENIED, [reading('DENIED', LATER)], -1],
    ['not while it moves by itself', DENIED, [quiet('RESUMED'), quiet('RESUMED')], -1],
    ['not while it waits for the job', DENIED, [quiet('UPDATED'), quiet('UPDATED')], -1],
    ['when it says CONNECTED as before: once quiet twice', CONNECTED, [CONNECTED, CONNECTED], 1],
    ['when CONNECTED as before is seen to end', CONNECTED, [reading('CONNECTED'), CONNECTED], 1],
    ['when a quiet answer came in between', DENIED, [DENIED, reading('CREATED'), DENIED], 2],
    ['not a wrong answer while another question may come', DENIED, [reading('REJECTED')], -1],
    ['when CONNECTED is new: once quiet twice', DENIED, [CONNECTED, CONNECTED], 1],
    ['when CONNECTED is new: not if a job follows', DENIED, [CONNECTED, quiet('CREATED')], -1],
    ['when CONNECTED is new: once the job is later', DENIED, [{ ...CONNECTED, ...LATER }], 0],
    ['when CONNECTED is new: not if it is earlier', DENIED, [{ ...CONNECTED, ...EARLIER }], -1],
    ['when a failure comes without a flag: once twice', DENIED, [UNFLAGGED, UNFLAGGED], 1],
  ])('%s', (_rule, before, answers, expected) => {
    expect(firstBelieved(before, answers)).toBe(expected);
  });

  it('not after two quiet answers that are one and the same', () => {
    let watch = expectJob(watched(DENIED), T0);
    watch = observe(watch, DENIED, T0);
    watch = observe(watch, DENIED, T0 + 200);
    expect(isSettled(watch)).toBe(false);
    expect(isSettled(observe(watch, DENIED, T0 + 2_499))).toBe(false);
    expect(isSettled(observe(watch, DENIED, T0 + 2_500))).toBe(true);
  });

  it('not the old status, said again just after one that moves by itself', () => {
    const moving = observe(expectJob(watched(DENIED), T0), quiet('RESUMED'), T0);
    expect(isSettled(observe(moving, DENIED, T0 + 200))).toBe(false);
    expect(isSettled(after(moving, DENIED))).toBe(false);
    expect(isSettled(after(moving, DENIED, DENIED))).toBe(true);
  });

  it('at the first quiet answer, of a job that was seen to run before it was given an answer', () => {
    const answered = (asked: MemberStatus) =>
      expectJob(watched(asked), T0, { answered: [question('CRD-1')] });
    expect(isSettled(after(answered(reading('CHALLENGED')), CONNECTED))).toBe(true);
    expect(isSettled(after(answered(quiet('CHALLENGED')), CONNECTED))).toBe(false);
  });

  it('not a success without a flag, however often', () => {
    const unflagged = { ...CONNECTED, ...LATER, isBeingAggregated: null };
    expect(
      firstBelieved(
        DENIED,
        Array.from({ length: 9 }, () => unflagged),
      ),
    ).toBe(-1);
    expect(firstBelieved(DENIED, [unflagged, CONNECTED])).toBe(-1);
  });

  it('of a new member, at the first quiet answer', () => {
    const created = expectJob(startWatch(GUID, T0), T0, { reading: reading('CREATED') });
    expect(isSettled(created)).toBe(false);
    expect(isSettled(after(created, quiet('DENIED')))).toBe(true);
  });
});

describe('a question', () => {
  const ANSWERED = { answered: [question('CRD-1')] };
  const asked = reading('CHALLENGED');

  it('is believed at once, although the job goes on', () => {
    expect(isSettled(watched(asked))).toBe(true);
    expect(firstBelieved(DENIED, [asked])).toBe(0);
  });

  it('is old news when it is the one just answered', () => {
    const next = reading('CHALLENGED', { challenges: [question('CRD-2')] });
    expect(firstBelieved(asked, [asked, asked, quiet('CHALLENGED'), next], 'CRD-1')).toBe(3);
  });

  it('is asked again once it has been reported for 10 seconds after its answer', () => {
    const echoes = Array.from({ length: 9 }, () => asked);
    expect(firstBelieved(asked, echoes, 'CRD-1')).toBe(4);
    expect(firstBelieved(asked, echoes.fill(quiet('CHALLENGED')), 'CRD-1')).toBe(4);
    const again = after(expectJob(watched(asked), T0, ANSWERED), ...echoes);
    expect(challengeRound(again)).toBe('repeated');
  });

  it.each<[string, Challenge]>([
    ['words', { guid: 'CRD-1', label: 'Another?', type: 'TEXT' }],
    ['type', { guid: 'CRD-1', label: '?', type: 'TOKEN' }],
    ['options', { guid: 'CRD-1', label: '?', type: 'OPTIONS', options: [] }],
  ])('is a new one with other %s under the guid of the one just answered', (_what, other) => {
    const next = reading('CHALLENGED', { challenges: [other] });
    expect(firstBelieved(asked, [asked, next], 'CRD-1')).toBe(1);
  });

  it('stays old news after the next one was asked', () => {
    const next = reading('CHALLENGED', { challenges: [question('CRD-2')] });
    const job = expectJob(watched(asked), T0, { answered: [question('CRD-1')] });
    expect(isSettled(after(job, next, asked))).toBe(false);
  });

  it('is new when there is one more', () => {
    const more = reading('CHALLENGED', { challenges: [question('CRD-1'), question('CRD-2')] });
    expect(firstBelieved(asked, [more], 'CRD-1')).toBe(0);
  });

  it('may come again once the answer was seen to be checked', () => {
    expect(firstBelieved(asked, [reading('RESUMED'), asked], 'CRD-1')).toBe(1);
  });

  it('is not there yet when only the status says so', () => {
    const bare = reading('CHALLENGED', { challenges: [] });
    expect(isSettled(watched(bare))).toBe(false);
    expect(firstBelieved(asked, [bare, asked], 'CRD-1')).toBe(-1);

    const resumed = expectJob(watched(asked), T0, { answered: asked.challenges, reading: bare });
    expect(isSettled(resumed)).toBe(false);
  });
});

describe('without a job of our own', () => {
  it.each(Object.values(statusTable))('$name', ({ name, poll }) => {
    const moves = poll === 'always' || poll === 'slowly';
    expect(isSettled(watched(quiet(name)))).toBe(!moves);
    expect(isSettled(watched(reading(name)))).toBe(name === 'CHALLENGED');
  });

  it.each([null, 'UNKNOWN'] as const)('%s is believed once it is quiet', (status) => {
    expect(isSettled(watched(reading(status)))).toBe(false);
    expect(isSettled(watched(quiet(status)))).toBe(true);
  });

  it('nothing is believed before anything was said', () => {
    expect(isSettled(startWatch(GUID, T0))).toBe(false);
  });
});

describe('a change to CONNECTED that another page has caused', () => {
  it.each<[string, MemberStatus, MemberStatus[], boolean]>([
    ['is doubted on the changed status alone', quiet('IMPAIRED'), [CONNECTED], false],
    ['is believed once it is quiet twice', quiet('IMPAIRED'), [CONNECTED, CONNECTED], true],
    ['is believed once a job was seen to run', reading('CREATED'), [CONNECTED], true],
    ['is believed if a later job led to it', DENIED, [{ ...CONNECTED, ...LATER }], true],
  ])('%s', (_rule, before, answers, expected) => {
    expect(isSettled(after(watched(before), ...answers))).toBe(expected);
    expect(isSettled(after(beginVisit(watched(before), T0), ...answers))).toBe(expected);
  });

  it('is read again soon while it is doubted, with events too', () => {
    const doubted = after(observe(startWatch('', T0), DENIED, T0 + 300_000), CONNECTED);
    expect(nextPollDelay(doubted, DEFAULT_POLL_POLICY)).toBe(3_000);
    expect(nextPollDelay(doubted, DEFAULT_POLL_POLICY, true)).toBe(3_000);
  });
});

describe('a 404', () => {
  const known = watched(reading('CREATED'));
  const created = expectJob(startWatch('', T0), T0, { reading: reading('CREATED') });
  const missing = (watch: MemberWatch, times: number) => failing(watch, 'not-found', times);

  it.each<[string, MemberWatch, boolean]>([
    ['is believed at once where nothing was ever read', missing(startWatch(GUID, T0), 1), true],
    ['is forgiven once after a reading', missing(known, 1), false],
    ['is believed twice in a row', missing(known, 2), true],
    ['is forgiven between two readings', missing(after(missing(known, 1), DENIED), 1), false],
    [
      'is forgiven between two other failures',
      missing(failing(missing(known, 1), 'server'), 1),
      false,
    ],
    ['is forgiven for ten seconds after a job was started', missing(created, 3), false],
    ['is believed once those are over', missing(created, 4), true],
    [
      'is forgotten when the user asks again',
      missing(restartWatch(missing(known, 2), T0), 1),
      false,
    ],
  ])('%s', (_rule, watch, expected) => {
    expect(isHopeless(watch)).toBe(expected);
    expect(nextPollDelay(watch, DEFAULT_POLL_POLICY) === false).toBe(expected);
  });

  it('is read again soon, also where nothing else would be', () => {
    const atRest = observe(startWatch('', T0), DENIED, T0 + 9_999_999);
    expect(nextPollDelay(atRest, DEFAULT_POLL_POLICY)).toBe(false);
    expect(nextPollDelay(missing(atRest, 1), DEFAULT_POLL_POLICY, true)).toBe(3_000);
    expect(nextPollDelay(missing(created, 3), DEFAULT_POLL_POLICY, true)).toBe(3_000);
  });

  it('is not a failure that the user is shown while it is forgiven', () => {
    expect(isUnreachable(missing(created, 3), DEFAULT_POLL_POLICY)).toBe(false);
  });
});

describe('a failed read', () => {
  const watch = failing(watched(reading('CREATED')), 'server', 2);

  it('is counted, and leaves what is known', () => {
    expect(watch).toMatchObject({ failures: 2, error: { kind: 'server' }, at: T0 + 3 * GAP_MS });
    expect(watch.reading).toEqual(reading('CREATED'));
  });

  it('is forgotten with the next answer', () => {
    expect(after(watch, reading('CREATED'))).toMatchObject({ failures: 0, error: null });
  });

  it('is forgotten when the person asks again, and so is the time that has passed', () => {
    expect(restartWatch(watch, 5_000_000)).toMatchObject({
      failures: 0,
      error: null,
      startedAt: 5_000_000,
      at: 5_000_000,
      reading: reading('CREATED'),
    });
  });
});

describe('what came before', () => {
  it('is the status before the present one, however often that is reported', () => {
    const watch = watched(reading('REJECTED'), reading('CHALLENGED'), reading('CHALLENGED'));
    expect(watch.previousStatus).toBe('REJECTED');
  });

  it('is the status before the job', () => {
    expect(expectJob(watched(DENIED), T0).previousStatus).toBe('DENIED');
  });

  it('is nothing at first', () => {
    expect(watched(DENIED).previousStatus).toBe(undefined);
  });
});

describe('the time that counts', () => {
  it('starts anew with a job, and what went wrong before is forgotten', () => {
    const before = failing(watched(DENIED), 'server', 3);
    const watch = expectJob(before, 5_000_000);
    expect(watch).toMatchObject({ startedAt: 5_000_000, failures: 0, error: null });
    expect(watch.reading).toEqual(DENIED);
  });

  it('starts anew when the person comes back from the bank', () => {
    const pending = observe(watched(quiet('PENDING')), quiet('PENDING'), T0 + 900_000);
    expect(pending.startedAt).toBe(T0);
    const back = observe(pending, reading('CREATED'), T0 + 903_000);
    expect(back.startedAt).toBe(T0 + 903_000);
  });

  it('starts anew when a question was answered elsewhere', () => {
    const asked = watched(reading('CHALLENGED'));
    const answered = observe(asked, reading('RESUMED'), T0 + 900_000);
    expect(answered.startedAt).toBe(T0 + 900_000);
  });

  it('runs on while the machine is at work', () => {
    const watch = watched(reading('CREATED'), reading('UPDATED'), reading('RESUMED'));
    expect(watch.startedAt).toBe(T0);
  });

  it('is never that of the watch that was changed', () => {
    const watch = Object.freeze(watched(DENIED));
    expectJob(watch, 1);
    observe(watch, CONNECTED, 1);
    failing(watch, 'server');
    restartWatch(watch, 1);
    expect(watch).toEqual(watched(DENIED));
  });
});

describe('anything thrown', () => {
  it('is an AtriumError, and quotes nothing', () => {
    const error = new AtriumError('server', 'x');
    expect(AtriumError.from(error)).toBe(error);
    expect(AtriumError.from(new Error('hunter2'))).toMatchObject({ kind: 'unreadable' });
    expect(String(AtriumError.from('hunter2'))).not.toContain('hunter2');
  });
});

describe('a visit to the institution’s own page', () => {
  const impaired = watched(quiet('IMPAIRED'));
  const left = beginVisit(impaired, T0 + 3_600_000);
  const delay = (watch: MemberWatch) => nextPollDelay(watch, DEFAULT_POLL_POLICY);

  it('has a status read on that nothing else would', () => {
    expect(delay(impaired)).toBe(false);
    expect(delay(left)).toBeGreaterThanOrEqual(3_000);
    expect(delay(after(left, quiet('IMPAIRED')))).toBeGreaterThanOrEqual(3_000);
  });

  it('is at the slow pace after two minutes, and over after an hour', () => {
    const later = (ms: number) => observe(left, quiet('IMPAIRED'), left.at + ms);
    expect(delay(later(120_000))).toBeGreaterThanOrEqual(10_000);
    expect(delay(later(3_599_999))).toBeGreaterThanOrEqual(10_000);
    expect(delay(later(3_600_000))).toBe(false);
  });

  it('starts the time anew, but for a member that the API drops an hour after it was made', () => {
    expect(left.startedAt).toBe(left.at);
    const pending = watched(quiet('PENDING'));
    expect(beginVisit(pending, T0 + 60_000).startedAt).toBe(pending.startedAt);
    expect(beginVisit(startWatch(GUID, T0), T0 + 60_000).startedAt).toBe(T0);
  });

  it.each([
    ['is aggregated', reading('IMPAIRED')],
    ['has another status', quiet('CONNECTED')],
    ['has been aggregated in between', quiet('IMPAIRED', LATER)],
  ])('is over once the member %s', (_what, answer) => {
    expect(left.visit).not.toBe(null);
    expect(after(left, answer).visit).toBe(null);
  });

  it('that went well leaves the old status in doubt until it is quiet twice', () => {
    const back = expectReturn(left, left.at);
    expect(isSettled(after(back, quiet('IMPAIRED')))).toBe(false);
    expect(isSettled(after(back, quiet('IMPAIRED'), quiet('IMPAIRED')))).toBe(true);
    expect(isSettled(after(back, quiet('CONNECTED')))).toBe(false);
    expect(isSettled(after(back, quiet('CONNECTED'), quiet('CONNECTED')))).toBe(true);
    expect(isSettled(after(back, quiet('CONNECTED', LATER)))).toBe(true);
  });

  it('of which only the return is known doubts even the first answer', () => {
    const back = expectReturn(startWatch(GUID, T0), T0);
    expect(isSettled(after(back, CONNECTED))).toBe(false);
    expect(isSettled(after(back, CONNECTED, CONNECTED))).toBe(true);
    expect(isSettled(after(back, reading('CONNECTED'), CONNECTED))).toBe(true);
  });

  it('that is seen to have ended is not doubted again', () => {
    const seen = after(left, reading('CREATED'), CONNECTED);
    expect(expectReturn(seen, seen.at)).toBe(seen);
  });
});
