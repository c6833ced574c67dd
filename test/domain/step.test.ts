import { describe, expect, it } from 'vitest';
import { AtriumError } from '../../src/domain/errors.ts';
import { CONNECTION_STATUSES, statusTable } from '../../src/domain/status.ts';
import { deriveStep } from '../../src/domain/step.ts';
import {
  beginVisit,
  expectJob,
  expectReturn,
  observe,
  startWatch,
} from '../../src/domain/watch.ts';
import type { MemberStatus } from '../../src/domain/member.ts';
import type { ReportedStatus } from '../../src/domain/status.ts';
import type { ConnectionFacts, ConnectionStepKind } from '../../src/domain/step.ts';
import type { MemberWatch } from '../../src/domain/watch.ts';
import {
  after,
  BANK,
  failing,
  facts,
  GUID,
  listed,
  question,
  quiet,
  reading,
  T0,
  watched,
  FIELDS,
} from './support.ts';

const ready = <T>(value: T) => ({ kind: 'ready', value }) as const;
const loading = { kind: 'loading' } as const;
const error = new AtriumError('server', 'no');
const failed = { kind: 'failed', error } as const;

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => listed({ guid: `MBR-${index}` }));

const chosen = (known: Partial<ConnectionFacts> = {}) =>
  facts({ target: { kind: 'institution', code: 'mxbank' }, institution: ready(BANK), ...known });

const member = (watch: MemberWatch | null, known: Partial<ConnectionFacts> = {}) =>
  facts({ target: { kind: 'member', guid: GUID }, watch, credentials: ready(FIELDS), ...known });

const stepOf = (watch: MemberWatch | null, known: Partial<ConnectionFacts> = {}) =>
  deriveStep(member(watch, known));

describe('deriveStep after a conflict', () => {
  const conflict = { kind: 'failed', error: new AtriumError('conflict', '') } as const;
  const members = [
    listed({ guid: 'MBR-1' }),
    listed({ guid: 'MBR-2', connectionStatus: 'LOCKED' }),
    listed({ guid: 'MBR-3', institutionCode: 'other' }),
    listed({ guid: 'MBR-4', isOauth: true }),
    listed({ guid: 'MBR-5', isManual: true }),
  ];
  const known = { credentials: ready(FIELDS), members };

  it('offers the members that sign in with credentials at this institution', () => {
    expect(deriveStep(chosen({ ...known, action: conflict }))).toMatchObject({
      kind: 'credentials',
      existing: [{ guid: 'MBR-1' }, { guid: 'MBR-2' }],
    });
  });

  it.each([
    ['another failure', chosen({ ...known, action: failed })],
    ['no failure', chosen(known)],
    ['an unread list', chosen({ ...known, members: null, action: conflict })],
    ['a repair', member(watched(quiet('DENIED')), { members, action: conflict })],
  ])('offers no member after %s', (_what, given) => {
    expect(deriveStep(given)).toMatchObject({ kind: 'credentials', existing: [] });
  });
});

describe('before there is a member', () => {
  const LIMIT = { kind: 'limit', limit: 25 };
  const OAUTH_BANK = { ...BANK, supportsOauth: true };

  it.each<[string, ConnectionFacts, object]>([
    ['nothing is chosen', facts(), { kind: 'search' }],
    ['24 members are not too many', facts({ members: many(24) }), { kind: 'search' }],
    ['25 are, before anything is typed', facts({ members: many(25) }), LIMIT],
    ['and with a bank chosen', chosen({ members: many(25) }), LIMIT],
    [
      'the server says that there are too many',
      chosen({ action: { kind: 'failed', error: new AtriumError('member-limit', '25') } }),
      LIMIT,
    ],
    ['the bank is being read', chosen({ institution: loading }), { kind: 'loading' }],
    ['the bank has not been asked for', chosen({ institution: null }), { kind: 'loading' }],
    [
      'the bank cannot be read',
      chosen({ institution: failed }),
      { kind: 'failure', during: 'institution', error },
    ],
    ['its fields are being read', chosen({ credentials: loading }), { kind: 'loading' }],
    [
      'its fields cannot be read',
      chosen({ credentials: failed }),
      { kind: 'failure', during: 'credentials', error },
    ],
    [
      'its fields are there',
      chosen({ credentials: ready(FIELDS) }),
      { kind: 'credentials', purpose: 'connect', status: null, credentials: FIELDS },
    ],
    [
      'creating the member failed: what was typed stays',
      chosen({ credentials: ready(FIELDS), action: failed }),
      { kind: 'credentials', action: failed },
    ],
    [
      'it signs in at its own page, whatever fields there are',
      chosen({ institution: ready(OAUTH_BANK), credentials: ready(FIELDS) }),
      { kind: 'oauth', phase: 'offer', windowUri: null, status: null, problem: null, error: null },
    ],
    [
      'the way there is being prepared',
      chosen({ institution: ready(OAUTH_BANK), action: { kind: 'running' } }),
      { kind: 'oauth', phase: 'preparing' },
    ],
    [
      'the way there could not be prepared',
      chosen({ institution: ready(OAUTH_BANK), action: failed }),
      { kind: 'oauth', phase: 'offer', error },
    ],
  ])('%s', (_name, known, expected) => {
    expect(deriveStep(known)).toMatchObject(expected);
  });

  it('a full house does not stop the repair of a member that is there', () => {
    expect(stepOf(watched(quiet('DENIED')), { members: many(25) }).kind).toBe('credentials');
  });
});

/** Which step a status leads to, once it is believed and while it is not. */
const STEPS = {
  CREATED: ['connecting', 'connecting'],
  PREVENTED: ['credentials', 'connecting'],
  DENIED: ['credentials', 'connecting'],
  CHALLENGED: ['challenge', 'challenge'],
  REJECTED: ['attention', 'connecting'],
  LOCKED: ['attention', 'connecting'],
  CONNECTED: ['connected', 'connecting'],
  IMPEDED: ['attention', 'connecting'],
  RECONNECTED: ['connecting', 'connecting'],
  DEGRADED: ['attention', 'connecting'],
  DISCONNECTED: ['attention', 'connecting'],
  DISCONTINUED: ['attention', 'connecting'],
  CLOSED: ['attention', 'connecting'],
  DELAYED: ['connecting', 'connecting'],
  FAILED: ['attention', 'connecting'],
  UPDATED: ['connecting', 'connecting'],
  DISABLED: ['attention', 'connecting'],
  IMPORTED: ['credentials', 'connecting'],
  RESUMED: ['connecting', 'connecting'],
  EXPIRED: ['attention', 'connecting'],
  IMPAIRED: ['credentials', 'connecting'],
  PENDING: ['oauth', 'oauth'],
  UNKNOWN: ['attention', 'connecting'],
  null: ['attention', 'connecting'],
} as const satisfies Record<`${ReportedStatus}`, readonly [ConnectionStepKind, ConnectionStepKind]>;

describe('an account that is kept by hand', () => {
  const closed = watched(quiet('DISCONTINUED'));
  const piggy = {
    guid: 'ACT-1',
    memberGuid: null,
    name: 'Piggy bank',
    type: 'CASH',
    subtype: null,
    lastFour: null,
    balance: 5,
    availableBalance: null,
    currencyCode: null,
    isClosed: false,
  };

  it('is typed in, and then told of, wherever the connection stands', () => {
    const action = { kind: 'running' } as const;
    expect(stepOf(closed, { manual: { kind: 'open' }, action })).toEqual({
      kind: 'manual-account',
      action,
      account: null,
    });
    expect(stepOf(closed, { manual: { kind: 'added', account: piggy } })).toMatchObject({
      kind: 'manual-account',
      account: piggy,
    });
  });

  it('may be offered only once it is known whether the server keeps any', () => {
    expect(stepOf(closed, { canAddManually: null })).toEqual({ kind: 'loading' });
    expect(stepOf(closed, { canAddManually: true })).toMatchObject({
      kind: 'attention',
      canAddManually: true,
    });
  });
});

describe('where a member stands', () => {
  it.each([...CONNECTION_STATUSES, 'UNKNOWN', null] as const)('%s', (status) => {
    const [settled, moving] = STEPS[`${status}`];
    expect(stepOf(watched(quiet(status))).kind).toBe(settled);
    expect(stepOf(watched(reading(status))).kind).toBe(moving);
  });

  it.each([...CONNECTION_STATUSES, 'UNKNOWN', null] as const)(
    '%s is named, once it is believed',
    (status) => {
      const step = stepOf(watched(quiet(status)));
      expect('status' in step ? step.status?.name : undefined).toBe(status);
    },
  );

  it('is not known before it is read', () => {
    expect(stepOf(null)).toEqual({ kind: 'loading' });
    expect(stepOf(startWatch(GUID, T0))).toEqual({ kind: 'loading' });
  });

  it('asks for its own fields again, and says why', () => {
    expect(stepOf(watched(quiet('DENIED')))).toMatchObject({
      kind: 'credentials',
      purpose: 'update',
      status: statusTable.DENIED,
    });
  });

  it.each(['PREVENTED', 'DENIED', 'IMPORTED', 'IMPAIRED'] as const)(
    'asks an OAuth member in %s to sign in at the bank, not to type credentials here',
    (status) => {
      const watch = watched(quiet(status));
      expect(stepOf(watch, { isOauth: ready(true) }).kind).toBe('oauth');
      expect(stepOf(watch, { isOauth: loading }).kind).toBe('loading');
      expect(stepOf(watch, { isOauth: failed })).toEqual({
        kind: 'failure',
        during: 'member',
        error,
      });
    },
  );

  it('says that the answers before were wrong', () => {
    const again = reading('CHALLENGED', { challenges: [question('CRD-2')] });
    expect(stepOf(watched(reading('REJECTED'), again))).toMatchObject({ round: 'rejected' });
    expect(stepOf(watched(reading('RESUMED'), again))).toMatchObject({ round: 'new' });
  });

  it('keeps the form of a question when sending the answer fails', () => {
    const step = stepOf(watched(reading('CHALLENGED')), { action: failed });
    expect(step).toMatchObject({ kind: 'challenge', action: failed });
  });

  it('shows no form without a question', () => {
    const bare = reading('CHALLENGED', { challenges: [] });
    expect(stepOf(watched(bare))).toMatchObject({ kind: 'connecting', pace: 'usual' });
  });
});

describe('success', () => {
  const ARRIVED = { isAuthenticated: true, hasProcessedAccounts: true };

  it('is CONNECTED, and nothing is on its way', () => {
    expect(stepOf(watched(quiet('CONNECTED')))).toMatchObject({
      kind: 'connected',
      isArriving: false,
      accounts: { kind: 'loading' },
    });
  });

  it('is CONNECTED with the accounts there, while the rest is on its way', () => {
    const step = stepOf(watched(reading('CONNECTED', ARRIVED)), { accounts: ready([]) });
    expect(step).toMatchObject({ kind: 'connected', isArriving: true, accounts: ready([]) });
  });

  it.each<Partial<MemberStatus>>([{}, { isAuthenticated: true }, { hasProcessedAccounts: true }])(
    'is not yet CONNECTED with %j',
    (flags) => {
      expect(stepOf(watched(reading('CONNECTED', flags))).kind).toBe('connecting');
    },
  );

  it('is not the CONNECTED from before the credentials were changed', () => {
    const old = quiet('CONNECTED', ARRIVED);
    const changed = expectJob(watched(old), T0, { reading: quiet('UPDATED') });
    const step = stepOf(observe(changed, old, T0 + 3_000));
    expect(step).toMatchObject({ kind: 'connecting', status: statusTable.CREATED });
  });

  it('is not what a status that is not final says, whatever else is said', () => {
    for (const status of [...CONNECTION_STATUSES, 'UNKNOWN', null] as const) {
      const isSuccess = stepOf(watched(reading(status, ARRIVED))).kind === 'connected';
      expect(isSuccess).toBe(status === 'CONNECTED');
    }
  });
});

describe('while the machine is at work', () => {
  it.each<[Partial<MemberStatus>, string]>([
    [{}, 'signing-in'],
    [{ isAuthenticated: true }, 'fetching-accounts'],
    [{ isAuthenticated: true, hasProcessedAccounts: true }, 'fetching-transactions'],
    [{ isAuthenticated: true, isBeingAggregated: false }, 'signing-in'],
  ])('%j: %s', (flags, stage) => {
    expect(stepOf(watched(reading('RESUMED', flags)))).toMatchObject({ kind: 'connecting', stage });
  });

  it.each<[string, MemberWatch]>([
    ['usual', watched(reading('CREATED'))],
    ['slow', watched(reading('DELAYED'))],
    ['slow', observe(startWatch(GUID, T0), reading('CREATED'), T0 + 60_000)],
    ['stalled', observe(startWatch(GUID, T0), reading('CREATED'), T0 + 600_000)],
    ['usual', failing(watched(reading('CREATED')), 'server', 2)],
    ['unreachable', failing(watched(reading('CREATED')), 'server', 3)],
  ])('the pace is %s', (pace, watch) => {
    expect(stepOf(watch)).toMatchObject({ kind: 'connecting', pace });
  });

  it('does not show a failure that may still be withdrawn', () => {
    const step = stepOf(watched(reading('DENIED')));
    expect(step).toMatchObject({ kind: 'connecting', status: statusTable.CREATED });
  });

  it('says so when the job could not be started', () => {
    const step = stepOf(watched(quiet('CREATED')), { action: failed });
    expect(step).toEqual({ kind: 'failure', during: 'job', error });
  });
});

describe('a job that has to wait for another', () => {
  const waiting = {
    mode: 'verification',
    job: { progress: 'wanted', account: null },
    accounts: ready([]),
  } as const;

  it.each<[string, number]>([
    ['usual', 50_000],
    ['slow', 70_000],
    ['stalled', 610_000],
  ])('is waited for as any job, between two tries too: %s', (pace, waitedMs) => {
    const watch = watched(quiet('CONNECTED'));
    const startedAt = watch.at - waitedMs;
    expect(stepOf({ ...watch, startedAt }, waiting)).toMatchObject({
      kind: 'connecting',
      status: statusTable.CREATED,
      stage: 'signing-in',
      pace,
    });
  });
});

describe('when reading fails', () => {
  it.each([
    ['unauthorized', 1],
    ['forbidden', 1],
    ['not-found', 2],
  ] as const)('%s is the end, %i in a row', (kind, times) => {
    for (const watch of [startWatch(GUID, T0), watched(reading('CREATED'))]) {
      const step = stepOf(failing(watch, kind, times));
      expect(step).toMatchObject({ kind: 'failure', during: 'member', error: { kind } });
    }
  });

  it('leaves what is known on the screen', () => {
    expect(stepOf(failing(watched(quiet('CONNECTED')), 'offline', 9)).kind).toBe('connected');
    expect(stepOf(failing(watched(quiet('DENIED')), 'offline', 9)).kind).toBe('credentials');
  });

  it('says so after the third time when nothing is known', () => {
    const watch = startWatch(GUID, T0);
    expect(stepOf(failing(watch, 'offline', 2)).kind).toBe('loading');
    expect(stepOf(failing(watch, 'offline', 3))).toMatchObject({
      kind: 'failure',
      error: { kind: 'offline' },
    });
  });
});

describe('at the institution’s own page', () => {
  const pending = watched(quiet('PENDING'));
  const visit = { attempt: 1, stage: 'here', problem: null } as const;
  const away = { ...visit, stage: 'away' } as const;
  const visiting = beginVisit(pending, pending.at);

  it.each<[string, Partial<ConnectionFacts>, object]>([
    ['its address is to be fetched', { windowUri: null }, { phase: 'offer', windowUri: null }],
    ['its address is on its way', { windowUri: loading }, { phase: 'preparing', windowUri: null }],
    [
      'its address is there',
      { windowUri: ready('https://bank.example/') },
      { phase: 'ready', windowUri: 'https://bank.example/', error: null },
    ],
    ['its address cannot be had', { windowUri: failed }, { phase: 'offer', error }],
    [
      'the person is there: the address is spent',
      { windowUri: ready('https://bank.example/'), oauth: away, watch: visiting },
      { phase: 'away', windowUri: null },
    ],
    [
      'the person is back, and the status does not say so yet',
      { oauth: { ...visit, stage: 'back' }, watch: expectReturn(visiting, visiting.at) },
      { phase: 'confirming', windowUri: null },
    ],
    [
      'the person came back without consent',
      { windowUri: ready('https://bank.example/'), oauth: { ...visit, problem: 'CANCELLED' } },
      { phase: 'ready', problem: 'CANCELLED' },
    ],
  ])('%s', (_name, known, expected) => {
    expect(stepOf(known.watch ?? pending, { isOauth: ready(true), ...known })).toMatchObject({
      kind: 'oauth',
      ...expected,
    });
  });

  it('starts anew when the member is gone after its hour', () => {
    const gone = failing(pending, 'not-found', 2);
    const known = {
      oauth: away,
      windowUri: ready('https://bank.example/'),
    };
    expect(stepOf(gone, known)).toEqual({
      kind: 'oauth',
      phase: 'offer',
      windowUri: null,
      status: null,
      detail: { error: null, connectionStatusMessage: null },
      problem: 'EXPIRED',
      error: null,
    });
  });

  it('starts anew when the hour is over, though nothing has said so', () => {
    const over = observe(pending, reading('PENDING'), pending.startedAt + 3_600_000);
    expect(stepOf(over, { oauth: away })).toMatchObject({
      kind: 'oauth',
      phase: 'offer',
      problem: 'EXPIRED',
    });
  });

  it('tells who is away that the server cannot be reached', () => {
    const known = { oauth: away };
    expect(stepOf(failing(visiting, 'offline', 2), known)).toMatchObject({ error: null });
    expect(stepOf(failing(visiting, 'offline', 3), known)).toMatchObject({
      kind: 'oauth',
      phase: 'away',
      error: { kind: 'offline' },
    });
  });

  it('leads on by the status alone', () => {
    const back = observe(visiting, reading('CREATED'), T0 + 9_000);
    const step = stepOf(back, { oauth: away });
    expect(step).toMatchObject({ kind: 'connecting', pace: 'usual' });
  });

  it('says why, when it is to repair what was connected', () => {
    const step = stepOf(watched(quiet('IMPAIRED')), { isOauth: ready(true) });
    expect(step).toMatchObject({ kind: 'oauth', phase: 'offer', status: { name: 'IMPAIRED' } });
  });

  it('is over once what was to be repaired has failed anew', () => {
    const left = beginVisit(watched(quiet('DENIED')), T0 + 60_000);
    const known = { isOauth: ready(true), oauth: away };
    expect(stepOf(left, known)).toMatchObject({ kind: 'oauth', phase: 'away' });
    expect(stepOf(after(left, quiet('DENIED')), known)).toMatchObject({ phase: 'away' });
    const again = quiet('DENIED', { aggregatedAt: '2026-01-01T00:01:00.000Z' });
    expect(stepOf(after(left, again), known)).toMatchObject({ kind: 'oauth', phase: 'offer' });
  });
});
