import { describe, expect, it } from 'vitest';
import { statusRow } from '../../src/domain/status.ts';
import { deriveStep, type ConnectionStep } from '../../src/domain/step.ts';
import {
  BEFORE_ANYTHING,
  momentOf,
  transitions,
  type KnownMoment,
  type Moment,
} from '../../src/domain/transitions.ts';
import { expectJob, type MemberWatch } from '../../src/domain/watch.ts';
import { after, facts, GUID, quiet, reading, T0, watched } from './support.ts';

const OTHER = 'MBR-00000000-0000-0000-0000-000000000002';
const KNOWN: KnownMoment = {
  memberGuid: GUID,
  institutionCode: 'mxbank',
  mode: 'aggregation',
  isJobStarted: true,
};
const SEARCH: ConnectionStep = { kind: 'search' };
const LOADING: ConnectionStep = { kind: 'loading' };

const stepAt = (watch: MemberWatch): ConnectionStep =>
  deriveStep(facts({ target: { kind: 'member', guid: GUID }, watch }));

const at = (watch: MemberWatch, known: Partial<KnownMoment> = {}, last = BEFORE_ANYTHING): Moment =>
  momentOf(last, stepAt(watch), watch, { ...KNOWN, ...known });

/** What is told of each, as these are reported one after the other. */
function told(...readings: readonly ReturnType<typeof reading>[]) {
  const watch = watched();
  let last = BEFORE_ANYTHING;
  return readings.map((_, index) => {
    const next = at(after(watch, ...readings.slice(0, index + 1)), {}, last);
    const events = transitions(last, next);
    last = next;
    return events.map((event) => event.type);
  });
}

describe('a step', () => {
  const nobody = { ...KNOWN, memberGuid: null, institutionCode: null };
  const atTheSearch = () => momentOf(BEFORE_ANYTHING, SEARCH, null, nobody);

  it('is ready when it is the first that is not loading', () => {
    expect(transitions(BEFORE_ANYTHING, atTheSearch())).toEqual([
      { type: 'ready', step: 'search' },
    ]);
    const loading = momentOf(BEFORE_ANYTHING, LOADING, null, nobody);
    expect(transitions(BEFORE_ANYTHING, loading)).toEqual([]);
  });

  it('changes, and tells of what; loading in between is no change', () => {
    const searching = atTheSearch();
    const loading = momentOf(searching, LOADING, null, KNOWN);
    expect(transitions(searching, loading)).toEqual([]);
    const watch = watched(reading('CREATED'));
    expect(transitions(loading, momentOf(loading, stepAt(watch), watch, KNOWN))).toContainEqual({
      type: 'step-changed',
      previous: 'search',
      current: 'connecting',
      memberGuid: GUID,
      institutionCode: 'mxbank',
    });
  });

  it('that stays tells nothing', () => {
    expect(transitions(atTheSearch(), atTheSearch())).toEqual([]);
  });
});

describe('the status', () => {
  it('is told with the one before it', () => {
    const first = at(watched(reading('CREATED')));
    const next = at(watched(reading('CREATED'), quiet('DENIED')), {}, first);
    expect(transitions(BEFORE_ANYTHING, first)).toContainEqual({
      type: 'status-changed',
      memberGuid: GUID,
      status: 'CREATED',
      previous: undefined,
    });
    expect(transitions(first, next)).toContainEqual({
      type: 'status-changed',
      memberGuid: GUID,
      status: 'DENIED',
      previous: 'CREATED',
    });
    expect(transitions(next, next)).toEqual([]);
  });

  it('of another member is a first one', () => {
    const first = at(watched(quiet('DENIED')));
    const other = { ...first, memberGuid: OTHER };
    expect(transitions(first, other)).toContainEqual({
      type: 'status-changed',
      memberGuid: OTHER,
      status: 'DENIED',
      previous: undefined,
    });
    expect(transitions(first, { ...first, memberGuid: null })).toEqual([]);
  });

  it('from before a job is not believed: the last one goes on, of the same member only', () => {
    const denied = watched(quiet('DENIED'));
    const last = at(denied);
    const doubted = after(expectJob(denied, denied.at), quiet('DENIED'));
    expect(at(doubted, {}, { ...last, status: 'UPDATED' }).status).toBe('UPDATED');
    expect(at(doubted, {}, { ...last, memberGuid: OTHER }).status).toBe(undefined);
    expect(at(after(doubted, reading('FAILED')), {}, last).status).toBe('DENIED');
    expect(at(after(doubted, reading('FAILED'), quiet('FAILED')), {}, last).status).toBe('FAILED');
  });

  it.each([
    ['moves by itself', reading('RESUMED')],
    ['waits at the bank', quiet('PENDING')],
    ['is connected while data arrives', reading('CONNECTED')],
  ])('is believed where it %s, job or not', (_rule, answer) => {
    const before = watched(quiet(answer.connectionStatus));
    const watch = after(expectJob(before, before.at), answer);
    expect(at(watch).status).toBe(answer.connectionStatus);
  });

  it('is not believed while a job may still take a failure back', () => {
    const before = watched(quiet('FAILED'));
    const watch = after(expectJob(before, before.at), reading('FAILED'));
    expect(at(watch).status).toBe(undefined);
  });

  it('is nothing before anything was read', () => {
    expect(momentOf(BEFORE_ANYTHING, LOADING, watched(), KNOWN).status).toBe(undefined);
    expect(momentOf(BEFORE_ANYTHING, SEARCH, null, KNOWN).status).toBe(undefined);
  });
});

describe('the data', () => {
  const accounts = { isAuthenticated: true, hasProcessedAccounts: true };

  it('is ready once, and all there once', () => {
    expect(
      told(
        reading('CREATED'),
        reading('CONNECTED'),
        reading('CONNECTED', { isAuthenticated: true }),
        reading('CONNECTED', accounts),
        reading('CONNECTED', accounts),
        quiet('CONNECTED', accounts),
        quiet('CONNECTED', accounts),
      ),
    ).toEqual([
      ['ready', 'status-changed'],
      ['status-changed'],
      [],
      ['step-changed', 'data-ready'],
      [],
      ['member-connected'],
      [],
    ]);
  });

  it('of a quick bank is ready and all there at once', () => {
    expect(told(quiet('CONNECTED', accounts))).toEqual([
      ['ready', 'status-changed', 'data-ready', 'member-connected'],
    ]);
  });

  it.each([
    ['another job', quiet('CONNECTED', accounts), { isJobStarted: false }],
    ['a status that is no success', quiet('DENIED', accounts), {}],
    ['a sign-in that has not come about', reading('CONNECTED', { hasProcessedAccounts: true }), {}],
  ] as const)('is none of %s', (_what, answer, known) => {
    expect(at(watched(answer), known).data).toBe('none');
  });

  it('is none where the member has an error in place of its success', () => {
    const error = { code: 1001, locale: null, message: null };
    const watch = watched(quiet('CONNECTED', { ...accounts, error }));
    expect(at(watch).data).toBe('none');
  });
});

describe('an error', () => {
  it.each(['DENIED', 'LOCKED', 'DEGRADED', 'FAILED', 'CLOSED'] as const)(
    'is told once of %s, with the status',
    (status) => {
      const next = at(watched(quiet(status)));
      expect(transitions(BEFORE_ANYTHING, next)).toContainEqual({
        type: 'member-error',
        memberGuid: GUID,
        status,
        code: null,
      });
      expect(transitions({ ...next, status: 'CREATED' }, next).map(({ type }) => type)).toEqual([
        'status-changed',
      ]);
    },
  );

  it.each([
    ['a question', quiet('CHALLENGED')],
    ['a success', quiet('CONNECTED')],
    ['a job that runs', reading('DENIED')],
    ['no status', quiet(null)],
  ])('is not %s', (_what, answer) => {
    expect(at(watched(answer)).isError).toBe(false);
  });

  it('is not told of where its status is not believed', () => {
    const next = { ...at(watched(quiet('DENIED'))), status: undefined };
    expect(transitions(BEFORE_ANYTHING, next)).toEqual([]);
  });
});

describe('an account that can be used', () => {
  const unavailable = (reason: 'accounts' | 'app'): ConnectionStep => ({
    kind: 'unavailable',
    mode: 'verification',
    reason,
  });
  const typesOf = (last: Moment, next: Moment) => transitions(last, next).map(({ type }) => type);

  it('is missed once', () => {
    const none = momentOf(BEFORE_ANYTHING, unavailable('accounts'), null, KNOWN);
    expect(typesOf(BEFORE_ANYTHING, none)).toEqual(['ready', 'no-eligible-account']);
    expect(typesOf(none, none)).toEqual([]);
  });

  it('is missed where the member says so', () => {
    const error = { code: 1000, locale: null, message: null };
    const connected = { isAuthenticated: true, hasProcessedAccounts: true, error };
    const none = at(watched(quiet('CONNECTED', connected)), { mode: 'verification' });
    expect(none.hasNoAccount).toBe(true);
    expect(typesOf(BEFORE_ANYTHING, none)).toContain('no-eligible-account');
  });

  it('is not missed for other reasons', () => {
    expect(momentOf(BEFORE_ANYTHING, unavailable('app'), null, KNOWN).hasNoAccount).toBe(false);
    expect(at(watched(quiet('DENIED'))).hasNoAccount).toBe(false);
  });
});

describe('a problem at the institution’s own page', () => {
  const oauth = (problem: 'DENIED' | 'CANCELLED' | 'CLOSED' | null): ConnectionStep => ({
    kind: 'oauth',
    phase: 'offer',
    windowUri: null,
    status: statusRow('PENDING'),
    detail: { error: null, connectionStatusMessage: null },
    problem,
    error: null,
  });
  const moment = (problem: Parameters<typeof oauth>[0], last = BEFORE_ANYTHING) =>
    momentOf(last, oauth(problem), watched(quiet('PENDING')), KNOWN);

  it('is told once, and again when it is another', () => {
    const calm = moment(null);
    const denied = moment('DENIED', calm);
    expect(transitions(calm, denied)).toEqual([
      { type: 'oauth-failed', memberGuid: GUID, reason: 'DENIED' },
    ]);
    expect(transitions(denied, denied)).toEqual([]);
    expect(transitions(denied, moment('CANCELLED', denied))).toHaveLength(1);
  });

  it('is not that its window was closed, which is but a hint', () => {
    const calm = moment(null);
    expect(transitions(calm, moment('CLOSED', calm))).toEqual([]);
    expect(transitions(moment('DENIED', calm), moment(null, calm))).toEqual([]);
  });

  it('is none of another step', () => {
    expect(at(watched(quiet('DENIED')), {}, moment('DENIED')).problem).toBe(null);
  });
});

it('begins before anything could be seen, at the time of the watch', () => {
  expect(at(watched()).step).toBe('loading');
  expect(watched().startedAt).toBe(T0);
});
