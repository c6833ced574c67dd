import { AtriumError } from '../../src/domain/errors.ts';
import { NO_JOB } from '../../src/domain/mode.ts';
import { DEFAULT_POLL_POLICY } from '../../src/domain/polling.ts';
import { observe, observeFailure, startWatch } from '../../src/domain/watch.ts';
import type { Credential } from '../../src/domain/credential.ts';
import type { Challenge } from '../../src/domain/challenge.ts';
import type { AtriumErrorKind } from '../../src/domain/errors.ts';
import type { Institution } from '../../src/domain/institution.ts';
import type { Member, MemberStatus } from '../../src/domain/member.ts';
import type { ReportedStatus } from '../../src/domain/status.ts';
import type { ConnectionFacts } from '../../src/domain/step.ts';
import type { MemberWatch } from '../../src/domain/watch.ts';

export const GUID = 'MBR-7c6f361b-e582-15b6-60c0-358f12466b4b';
export const T0 = 1_000_000;
/** As far apart as reads usually are. */
export const GAP_MS = 3_000;

/** It has no product but aggregation. */
export const BANK: Institution = {
  code: 'mxbank',
  name: 'MX Bank',
  url: null,
  mediumLogoUrl: null,
  smallLogoUrl: null,
  supportsOauth: false,
  supportsAccountIdentification: false,
  supportsAccountStatement: false,
  supportsAccountVerification: false,
  supportsTransactionHistory: false,
};

export const question = (guid: string): Challenge => ({ guid, label: '?', type: 'TEXT' });

/** What the status endpoint says, in a word: running unless `quiet`. */
export function reading(
  connectionStatus: ReportedStatus,
  fields: Partial<MemberStatus> = {},
): MemberStatus {
  return {
    guid: GUID,
    connectionStatus,
    status: null,
    isBeingAggregated: true,
    isAuthenticated: false,
    hasProcessedAccounts: false,
    hasProcessedTransactions: false,
    aggregatedAt: '2026-01-01T00:00:00.000Z',
    successfullyAggregatedAt: null,
    error: null,
    connectionStatusMessage: null,
    challenges: connectionStatus === 'CHALLENGED' ? [question('CRD-1')] : [],
    ...fields,
  };
}

export const quiet = (
  connectionStatus: ReportedStatus,
  fields: Partial<MemberStatus> = {},
): MemberStatus => reading(connectionStatus, { isBeingAggregated: false, ...fields });

/** The watch after these answers, one every three seconds. */
export const after = (watch: MemberWatch, ...answers: MemberStatus[]): MemberWatch =>
  answers.reduce((next, answer) => observe(next, answer, next.at + GAP_MS), watch);

export const watched = (...answers: MemberStatus[]): MemberWatch =>
  after(startWatch(GUID, T0), ...answers);

export const failing = (
  watch: MemberWatch,
  kind: AtriumErrorKind,
  times = 1,
  retryAfterMs?: number,
): MemberWatch => {
  const error = new AtriumError(kind, kind, { retryAfterMs });
  return Array.from({ length: times }).reduce<MemberWatch>(
    (next) => observeFailure(next, error, next.at + GAP_MS),
    watch,
  );
};

/** A member at rest, as the list reports it. */
export const listed = (fields: Partial<Member> = {}): Member => ({
  guid: GUID,
  identifier: null,
  institutionCode: 'mxbank',
  name: 'MX Bank',
  metadata: null,
  connectionStatus: 'CONNECTED',
  status: null,
  isBeingAggregated: false,
  isOauth: false,
  isManual: false,
  oauthWindowUri: null,
  aggregatedAt: '2026-02-28T12:00:00.000Z',
  successfullyAggregatedAt: '2026-02-28T12:00:00.000Z',
  error: null,
  connectionStatusMessage: null,
  ...fields,
});

/** Nothing has happened yet, unless `known`. */
export const facts = (known: Partial<ConnectionFacts> = {}): ConnectionFacts => ({
  target: { kind: 'nothing' },
  action: { kind: 'idle' },
  oauth: { attempt: 0, stage: 'here', problem: null },
  windowUri: null,
  institution: null,
  credentials: null,
  accounts: null,
  members: null,
  watch: null,
  isOauth: { kind: 'ready', value: false },
  policy: DEFAULT_POLL_POLICY,
  verifiable: null,
  mode: 'aggregation',
  job: NO_JOB,
  consent: 'not-asked',
  manual: { kind: 'closed' },
  canAddManually: false,
  ...known,
});

/** A sign-in form of one field. */
export const FIELDS: readonly Credential[] = [
  { guid: 'CRD-1', fieldName: 'LOGIN', label: 'Username', type: 'LOGIN', options: [] },
];
