import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { AtriumError } from '../../src/domain/errors.ts';
import { verifiableAccounts, type ModeJob, type PremiumMode } from '../../src/domain/mode.ts';
import { deriveStep, type ConnectionFacts } from '../../src/domain/step.ts';
import { BANK as NO_PRODUCTS, facts, FIELDS, GUID, quiet, reading, watched } from './support.ts';

const BANK = {
  ...NO_PRODUCTS,
  supportsAccountIdentification: true,
  supportsAccountVerification: true,
};

const account = (guid: string, fields: Partial<Account> = {}): Account => ({
  guid,
  memberGuid: GUID,
  name: guid,
  type: 'CHECKING',
  subtype: null,
  lastFour: null,
  balance: null,
  availableBalance: null,
  currencyCode: null,
  isClosed: false,
  ...fields,
});

const ready = <T>(value: T) => ({ kind: 'ready', value }) as const;
const error = new AtriumError('server', 'no');
const failed = { kind: 'failed', error } as const;
const running = { kind: 'running' } as const;
const ONE = [account('ACT-1')];
const TWO = [account('ACT-1'), account('ACT-2')];
const CONNECTED = quiet('CONNECTED', { isAuthenticated: true, hasProcessedAccounts: true });

/** What is seen of a member that is connected, at this point of a premium job. */
const stepOf = (
  mode: PremiumMode,
  progress: ModeJob['progress'],
  known: Partial<ConnectionFacts> = {},
) =>
  deriveStep(
    facts({
      target: { kind: 'member', guid: GUID },
      watch: watched(CONNECTED),
      institution: ready(BANK),
      mode,
      job: { progress, account: null },
      ...known,
    }),
  );

describe('a member that is connected already', () => {
  it.each(['verification', 'identification'] as const)('is offered a %s', (mode) => {
    expect(stepOf(mode, 'unasked')).toEqual({ kind: 'offer', mode, action: { kind: 'idle' } });
    expect(stepOf(mode, 'unasked', { action: running })).toMatchObject({ action: running });
  });

  it('is asked for consent before, if the host wants it', () => {
    expect(stepOf('verification', 'unasked', { consent: 'wanted' })).toEqual({ kind: 'consent' });
    expect(stepOf('verification', 'unasked', { consent: 'given' })).toMatchObject({
      kind: 'offer',
    });
  });

  it('is offered nothing that its institution has not got', () => {
    const institution = ready({ ...BANK, supportsAccountVerification: false });
    const unavailable = { kind: 'unavailable', mode: 'verification', reason: 'institution' };
    expect(stepOf('verification', 'unasked', { institution })).toEqual(unavailable);
    expect(stepOf('verification', 'unasked', { institution, consent: 'wanted' })).toEqual(
      unavailable,
    );
    expect(stepOf('identification', 'unasked', { institution })).toMatchObject({ kind: 'offer' });
  });
});

describe('a new member', () => {
  const chosen = (mode: ConnectionFacts['mode'], known: Partial<ConnectionFacts> = {}) =>
    deriveStep(
      facts({
        target: { kind: 'institution', code: 'mxbank' },
        institution: ready(BANK),
        credentials: ready(FIELDS),
        mode,
        ...known,
      }),
    );

  it('is asked for consent before it is asked for credentials', () => {
    expect(chosen('verification', { consent: 'wanted' })).toEqual({ kind: 'consent' });
    expect(chosen('aggregation', { consent: 'wanted' })).toEqual({ kind: 'consent' });
    expect(chosen('verification', { consent: 'given' })).toMatchObject({ kind: 'credentials' });
  });

  it('is not made where the product is lacking, whatever was consented to', () => {
    const institution = ready({ ...BANK, supportsAccountIdentification: false });
    expect(chosen('identification', { institution, consent: 'wanted' })).toEqual({
      kind: 'unavailable',
      mode: 'identification',
      reason: 'institution',
    });
    expect(chosen('aggregation', { institution })).toMatchObject({ kind: 'credentials' });
  });
});

describe('a job that was refused', () => {
  const refused = (kind: AtriumError['kind']) => {
    const refusal = new AtriumError(kind, kind);
    return stepOf('verification', 'unasked', { action: { kind: 'failed', error: refusal } });
  };

  it('is not to be had with this institution', () => {
    expect(refused('invalid')).toMatchObject({ kind: 'unavailable', reason: 'institution' });
  });

  it.each(['forbidden', 'not-found'] as const)('is not to be had in this app: %s', (kind) => {
    expect(refused(kind)).toMatchObject({ kind: 'unavailable', reason: 'app' });
  });

  it.each(['server', 'offline', 'throttled'] as const)('may be tried again: %s', (kind) => {
    expect(refused(kind)).toMatchObject({ kind: 'failure', during: 'job', error: { kind } });
  });

  it('is a failure of an aggregation, whatever the reason', () => {
    const step = deriveStep(
      facts({
        target: { kind: 'member', guid: GUID },
        watch: watched(quiet('CREATED')),
        action: { kind: 'failed', error: new AtriumError('invalid', '') },
      }),
    );
    expect(step).toMatchObject({ kind: 'failure', during: 'job' });
  });
});

describe('the result of a job', () => {
  const fetching = {
    kind: 'connecting',
    status: { name: 'CONNECTED' },
    stage: 'fetching-accounts',
    pace: 'usual',
  };
  const known = { accounts: ready(TWO), verifiable: ready(TWO) };

  it('is waited for while the job is not there', () => {
    expect(stepOf('verification', 'wanted', known)).toMatchObject({
      kind: 'connecting',
      status: { name: 'CREATED' },
      stage: 'signing-in',
    });
  });

  it('is fetched while the accounts are on their way, or are not asked for', () => {
    const loading = { kind: 'loading' } as const;
    expect(stepOf('verification', 'started', { accounts: loading })).toMatchObject(fetching);
    expect(stepOf('verification', 'started')).toMatchObject(fetching);
    expect(stepOf('verification', 'started', { accounts: ready(TWO) })).toMatchObject(fetching);
    expect(
      stepOf('verification', 'started', { accounts: ready(TWO), verifiable: loading }),
    ).toMatchObject(fetching);
  });

  it.each<[string, Partial<ConnectionFacts>]>([
    ['the accounts', { accounts: failed }],
    ['those with numbers', { accounts: ready(TWO), verifiable: failed }],
    ['the result itself', { ...known, action: failed }],
  ])('has failed where %s cannot be read', (_what, unread) => {
    const failure = { kind: 'failure', during: 'result', error };
    expect(stepOf('verification', 'started', unread)).toEqual(failure);
  });

  it('is of one account, which the person chooses if there are several', () => {
    expect(stepOf('verification', 'started', known)).toEqual({
      kind: 'choose-account',
      accounts: TWO,
    });
    const job = { progress: 'told', account: 'ACT-2' } as const;
    expect(stepOf('verification', 'told', { ...known, job })).toMatchObject({
      kind: 'connected',
      account: { guid: 'ACT-2' },
      mode: 'verification',
      isArriving: false,
    });
    expect(
      stepOf('verification', 'started', { ...known, job: { ...job, account: 'ACT-3' } }),
    ).toMatchObject({ kind: 'choose-account' });
  });

  it('is of the only account without a choice, once the host has been told', () => {
    const only = { accounts: ready(TWO), verifiable: ready(ONE) };
    expect(stepOf('verification', 'started', only)).toMatchObject(fetching);
    expect(stepOf('verification', 'told', only)).toMatchObject({
      kind: 'connected',
      account: ONE[0],
    });
  });

  it('is none where no account can be verified', () => {
    expect(stepOf('verification', 'started', { ...known, verifiable: ready([]) })).toEqual({
      kind: 'unavailable',
      mode: 'verification',
      reason: 'accounts',
    });
  });

  it('is of all accounts when it is about their owners', () => {
    expect(stepOf('identification', 'started', known)).toMatchObject(fetching);
    expect(stepOf('identification', 'told', { ...known, verifiable: null })).toMatchObject({
      kind: 'connected',
      account: null,
      accounts: ready(TWO),
    });
  });

  it('is not what arrives of an aggregation', () => {
    const arriving = watched(
      reading('CONNECTED', { isAuthenticated: true, hasProcessedAccounts: true }),
    );
    expect(stepOf('verification', 'started', { ...known, watch: arriving })).toMatchObject({
      kind: 'connecting',
    });
  });
});

it('verifies what is open, for deposits, and has numbers where that is told', () => {
  const accounts = [
    account('checking'),
    account('savings', { type: 'SAVINGS' }),
    account('card', { type: 'CREDIT_CARD' }),
    account('unknown', { type: null }),
    account('closed', { isClosed: true }),
  ];
  const guids = (numbered: readonly string[] | null) =>
    verifiableAccounts(accounts, numbered).map(({ guid }) => guid);
  expect(guids(null)).toEqual(['checking', 'savings']);
  expect(guids(['savings', 'card', 'closed'])).toEqual(['savings']);
  expect(guids([])).toEqual([]);
});
