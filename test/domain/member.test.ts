import { expect, it } from 'vitest';
import {
  connectionCount,
  isMemberGuid,
  statusOf,
  withStatus,
  type Member,
} from '../../src/domain/member.ts';
import { GUID, question, reading } from './support.ts';

const MEMBER: Member = {
  guid: GUID,
  identifier: 'mine',
  institutionCode: 'mxbank',
  name: 'MX Bank',
  metadata: null,
  connectionStatus: 'DENIED',
  status: 'INITIATED',
  isBeingAggregated: true,
  isOauth: false,
  isManual: false,
  oauthWindowUri: null,
  aggregatedAt: '2026-01-01T00:00:00.000Z',
  successfullyAggregatedAt: '2025-12-31T00:00:00.000Z',
  error: { code: 2005, locale: null, message: null },
  connectionStatusMessage: 'Those details did not match.',
};

it('counts what takes a place, which the member of accounts kept by hand does not', () => {
  const byHand = { ...MEMBER, isManual: true };
  expect(connectionCount([MEMBER, byHand, MEMBER])).toBe(2);
  expect(connectionCount([])).toBe(0);
  // A host's own client may know nothing of it, or of anything.
  expect(connectionCount([{ guid: GUID }, { isManual: 1 }, null, 'member', undefined])).toBe(5);
});

it('knows of the status what the member itself tells, and nothing of how far its job is', () => {
  const { connectionStatus, status, isBeingAggregated, aggregatedAt } = MEMBER;
  const { successfullyAggregatedAt, error, connectionStatusMessage } = MEMBER;
  expect(statusOf(MEMBER)).toEqual({
    guid: GUID,
    connectionStatus,
    status,
    isBeingAggregated,
    isAuthenticated: false,
    hasProcessedAccounts: false,
    hasProcessedTransactions: false,
    aggregatedAt,
    successfullyAggregatedAt,
    error,
    connectionStatusMessage,
    challenges: [],
  });
});

it('takes over what a later status says, and keeps the rest', () => {
  const later = reading('CHALLENGED', {
    status: 'CHALLENGED',
    aggregatedAt: '2026-01-02T00:00:00.000Z',
    successfullyAggregatedAt: '2026-01-02T00:00:01.000Z',
    challenges: [question('CRD-1')],
  });
  expect(withStatus(MEMBER, later)).toEqual({
    ...MEMBER,
    connectionStatus: 'CHALLENGED',
    status: 'CHALLENGED',
    isBeingAggregated: true,
    aggregatedAt: '2026-01-02T00:00:00.000Z',
    successfullyAggregatedAt: '2026-01-02T00:00:01.000Z',
    error: null,
    connectionStatusMessage: null,
  });
});

it.each(['MBR-', `x${GUID}`, `${GUID}/`, 'USR-1', '', null, 1, { toString: () => GUID }])(
  'takes %j for no guid of a member',
  (raw) => {
    expect(isMemberGuid(raw)).toBe(false);
    expect(isMemberGuid(GUID)).toBe(true);
  },
);
