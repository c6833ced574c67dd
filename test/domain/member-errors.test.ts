import { describe, expect, it } from 'vitest';
import {
  memberError,
  memberErrors,
  type MemberError,
  type MemberErrorName,
} from '../../src/domain/member-error.ts';
import { keepUnchanged } from '../../src/domain/member-list.ts';
import type { Member, MemberStatus } from '../../src/domain/member.ts';
import { memberStanding } from '../../src/domain/member-standing.ts';
import { statusMessage } from '../../src/domain/status-message.ts';
import { statusAtRest } from '../../src/domain/status-at-rest.ts';
import { CONNECTION_STATUSES, statusTable, type ReportedStatus } from '../../src/domain/status.ts';
import { deriveStep, type ConnectionFacts } from '../../src/domain/step.ts';
import { expectJob, isSettled } from '../../src/domain/watch.ts';
import { after, facts, FIELDS, GUID, quiet, reading, watched } from './support.ts';

/** As MX numbers them. */
const CODES = {
  NO_ELIGIBLE_ACCOUNTS: 1000,
  NO_ACCOUNTS: 1001,
  ACCESS_DENIED: 1002,
  INCORRECT_OTP: 2001,
  INCORRECT_MFA: 2002,
  MFA_TIMEOUT: 2003,
  REAUTHORIZATION_REQUIRED: 2004,
  INVALID_CREDENTIALS: 2005,
  INSTITUTION_DOWN: 3000,
  INSTITUTION_MAINTENANCE: 3001,
  INSTITUTION_UNAVAILABLE: 3002,
} as const satisfies Record<MemberErrorName, number>;

const error = (code: number, message: string | null = null, locale = 'en'): MemberError => ({
  code,
  message,
  locale,
});

const failed = (connectionStatus: ReportedStatus, code: number): MemberStatus =>
  quiet(connectionStatus, { error: error(code), isAuthenticated: true });

describe('the table of member errors', () => {
  it.each(Object.entries(CODES))('has %s under %i', (name, code) => {
    expect(memberError(code)).toMatchObject({ name, code });
  });

  it('has no others', () => {
    expect(Object.keys(memberErrors)).toEqual(Object.keys(CODES));
  });

  it.each([0, 999, 1003, 2005.5, '2005', null, undefined, NaN, {}])('does not know %j', (code) => {
    expect(memberError(code)).toBe(null);
  });

  it('says the way out first in every message, and promises no success', () => {
    for (const { message, turn } of Object.values(memberErrors)) {
      expect(message).toMatch(/^Please /);
      expect(turn).not.toBe('done');
    }
  });
});

describe('whose turn it is, and what is offered', () => {
  const HELPED = ['CONNECTED', 'DEGRADED', 'DISCONNECTED'];
  const decided = CONNECTION_STATUSES.filter((status) => !HELPED.includes(status));

  it.each(decided)('is for %s to say, whatever the error', (status) => {
    for (const code of Object.values(CODES)) {
      expect(statusAtRest(failed(status, code), 'verification').status).toBe(statusTable[status]);
    }
  });

  it.each<[string, number, object]>([
    ['no account', 1001, { turn: 'user', remedies: ['choose-another', 'try-again'] }],
    ['access denied', 1002, { aggregate: 'after-credentials' }],
    ['a wrong code', 2001, { turn: 'user', remedies: ['try-again'] }],
    ['credentials that are no longer good', 2005, { remedies: ['enter-credentials'] }],
    ['a bank that is down', 3000, { turn: 'later', remedies: ['try-again', 'close'] }],
  ])('is for the error to say where the status says that all is well: %s', (_what, code, row) => {
    const { status } = statusAtRest(failed('CONNECTED', code));
    expect(status).toMatchObject({ id: 6, name: 'CONNECTED', ...row });
    expect(status.tone).not.toBe('success');
  });

  it('is for the error to say where the status can only wait, if the person can do more', () => {
    expect(statusAtRest(failed('DISCONNECTED', 2005)).status.remedies).toEqual([
      'enter-credentials',
    ]);
    expect(statusAtRest(failed('DISCONNECTED', 3000)).status).toBe(statusTable.DISCONNECTED);
  });

  it.each([9999, 1000])('stays with the status beside an error that does not count: %i', (code) => {
    expect(statusAtRest(failed('CONNECTED', code)).status).toBe(statusTable.CONNECTED);
  });
});

describe('an error counts', () => {
  const counted = (...of: Parameters<typeof statusAtRest>) => statusAtRest(...of).detail.error;

  it('for want of an eligible account in verification alone', () => {
    const nothing = failed('FAILED', 1000);
    expect(counted(nothing)).toBe(null);
    expect(counted(nothing, 'identification')).toBe(null);
    expect(counted(nothing, 'verification')).toEqual(error(1000));
  });

  it.each(['CREATED', 'RESUMED', 'DELAYED', 'PENDING', 'CHALLENGED'] as const)(
    'not in %s, where it is from before',
    (status) => {
      expect(counted(failed(status, 2005))).toBe(null);
    },
  );

  it('against a connection only once the job was asked for that the connection is for', () => {
    const connected = failed('CONNECTED', 1001);
    expect(counted(connected, 'verification', false)).toBe(null);
    expect(counted(connected, 'verification', true)).toEqual(error(1001));
    expect(counted(failed('DENIED', 2005), 'verification', false)).toEqual(error(2005));
  });

  it('of a member in a list once no job runs', () => {
    const denied = { connectionStatus: 'DENIED', error: error(2005) } as const;
    expect(memberStanding({ ...denied, isBeingAggregated: true }).detail.error).toBe(null);
    expect(memberStanding({ ...denied, isBeingAggregated: false }).detail.error).toEqual(
      error(2005),
    );
  });

  it('and makes a member of a list repairable that says it is connected', () => {
    const standing = memberStanding({
      connectionStatus: 'CONNECTED',
      isBeingAggregated: false,
      error: error(2004),
    });
    expect(standing).toMatchObject({
      status: { tone: 'attention', turn: 'user' },
      remedies: ['enter-credentials'],
      canRefresh: false,
    });
  });
});

describe('the step of a member with an error', () => {
  const stepOf = (answer: MemberStatus, known: Partial<ConnectionFacts> = {}) =>
    deriveStep(
      facts({
        target: { kind: 'member', guid: GUID },
        watch: watched(answer),
        credentials: { kind: 'ready', value: FIELDS },
        ...known,
      }),
    );
  const started = { mode: 'verification', job: { progress: 'started', account: null } } as const;

  it('says what the status offers, with the error', () => {
    expect(stepOf(failed('FAILED', 3001))).toMatchObject({
      kind: 'attention',
      status: { name: 'FAILED' },
      detail: { error: { code: 3001 } },
    });
    expect(stepOf(failed('DENIED', 2005))).toMatchObject({
      kind: 'credentials',
      purpose: 'update',
      detail: { error: { code: 2005 } },
    });
    expect(
      stepOf(failed('IMPAIRED', 2004), { isOauth: { kind: 'ready', value: true } }),
    ).toMatchObject({
      kind: 'oauth',
      detail: { error: { code: 2004 } },
    });
  });

  it('is no success when no account was found', () => {
    expect(stepOf(failed('CONNECTED', 1001))).toMatchObject({
      kind: 'attention',
      status: { name: 'CONNECTED', turn: 'user' },
      detail: { error: { code: 1001 } },
    });
  });

  it('asks to sign in again where being connected is not enough', () => {
    expect(stepOf(failed('CONNECTED', 1002))).toMatchObject({
      kind: 'credentials',
      purpose: 'update',
      status: { name: 'CONNECTED' },
    });
  });

  it('is none of an aggregation that no account is eligible, and all of a verification', () => {
    const connected = failed('CONNECTED', 1000);
    expect(stepOf(connected).kind).toBe('connected');
    expect(stepOf(connected, started)).toMatchObject({
      kind: 'attention',
      detail: { error: { code: 1000 } },
    });
  });

  it('offers the job of a mode before what another came to grief over counts', () => {
    expect(stepOf(failed('CONNECTED', 1001), { mode: 'identification' }).kind).toBe('offer');
  });

  it('takes a wrong status for no better because of an error that nobody knows', () => {
    const step = stepOf(failed('FAILED', 9999));
    expect(step).toMatchObject({ kind: 'attention', status: { name: 'FAILED' } });
  });
});

describe('freshness', () => {
  const before = failed('DENIED', 2005);
  const isBelieved = (...answers: MemberStatus[]) =>
    isSettled(after(expectJob(watched(before), 0), ...answers));

  it('is not bought by an error that is as it was', () => {
    expect(isBelieved(before)).toBe(false);
    expect(isBelieved(before, before)).toBe(true);
  });

  it('is not shown by another code alone', () => {
    expect(isBelieved(failed('DENIED', 3000))).toBe(false);
    expect(isBelieved(reading('DENIED', { error: error(3000) }))).toBe(false);
  });

  it('is not shown by an error that is gone, nor by one that is told late', () => {
    expect(isBelieved(quiet('DENIED'))).toBe(false);
    const untold = expectJob(watched(quiet('DENIED')), 0);
    expect(isSettled(after(untold, before))).toBe(false);
  });
});

describe('a member that has not changed', () => {
  const member = (code: number): Member => ({
    guid: GUID,
    identifier: null,
    institutionCode: 'mxbank',
    name: 'MX Bank',
    metadata: null,
    connectionStatus: 'DENIED',
    status: null,
    isBeingAggregated: false,
    isOauth: false,
    isManual: false,
    oauthWindowUri: null,
    aggregatedAt: null,
    successfullyAggregatedAt: null,
    error: error(code),
    connectionStatusMessage: null,
  });

  it('stays the same object with an equal error, and not with another', () => {
    const listed = [member(2005)];
    expect(keepUnchanged(listed, [member(2005)])).toBe(listed);
    expect(keepUnchanged(listed, [member(3000)])[0]?.error?.code).toBe(3000);
  });
});

describe('the message', () => {
  const institutionName = 'MX Bank';
  const own = statusMessage('FAILED', { institutionName });

  it('of a known error takes the place of that of the status, in the words of a catalog', () => {
    const known = { institutionName, error: error(3001, 'Ours!') };
    expect(statusMessage('FAILED', known)).toBe(
      'Please try again in a few hours: maintenance is under way at MX Bank.',
    );
    const messages = { 'error.INSTITUTION_MAINTENANCE.message': 'Wartung bei {institution}.' };
    expect(statusMessage('FAILED', { ...known, messages })).toBe('Wartung bei MX Bank.');
  });

  it.each<[string, MemberError, string | undefined, string | null]>([
    ['in the language in force', error(9999, 'Oh {no}.'), undefined, 'Oh {no}.'],
    ['in a language of that region', error(9999, 'Oh no.', 'en-GB'), 'en_US', 'Oh no.'],
    ['in another language', error(9999, 'Oh no.'), 'de', own],
    ['in no language', { code: 9999, message: 'Oh no.', locale: null }, 'en', own],
    ['that is not there', error(9999), 'en', own],
  ])(
    'of an unknown error is the API’s text, if it can be read: %s',
    (_what, told, locale, said) => {
      expect(statusMessage('FAILED', { institutionName, error: told, locale })).toBe(said);
    },
  );

  it('of an unknown status is the API’s text, which is English', () => {
    const told = { institutionName, connectionStatusMessage: 'Gone fishing.' };
    const unknown = statusMessage('TELEPORTED', { institutionName });
    expect(statusMessage('TELEPORTED', told)).toBe('Gone fishing.');
    expect(statusMessage('TELEPORTED', { ...told, locale: 'fr-CA' })).toBe(unknown);
    expect(statusMessage('FAILED', told)).toBe(own);
  });
});
