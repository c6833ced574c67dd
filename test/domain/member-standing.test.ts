import { describe, expect, it } from 'vitest';
import { isWaitingForPresence, memberStanding } from '../../src/domain/member-standing.ts';
import {
  CONNECTION_STATUSES,
  type ConnectionStatusName,
  type Remedy,
  type ReportedStatus,
} from '../../src/domain/status.ts';

const at = (connectionStatus: ReportedStatus, isBeingAggregated = false) =>
  memberStanding({ connectionStatus, isBeingAggregated });

const needs = {
  CREATED: null,
  PREVENTED: 'enter-credentials',
  DENIED: 'enter-credentials',
  CHALLENGED: 'answer',
  REJECTED: 'try-again',
  LOCKED: 'visit-institution',
  CONNECTED: null,
  IMPEDED: 'visit-institution',
  RECONNECTED: null,
  DEGRADED: null,
  DISCONNECTED: null,
  DISCONTINUED: 'add-manually',
  CLOSED: 'connect-again',
  DELAYED: null,
  FAILED: 'try-again',
  UPDATED: null,
  DISABLED: 'contact-support',
  IMPORTED: 'enter-credentials',
  RESUMED: null,
  EXPIRED: 'try-again',
  IMPAIRED: 'enter-credentials',
  PENDING: 'authorize',
} as const satisfies Record<ConnectionStatusName, Remedy | null>;

describe('the one thing that a member needs now', () => {
  it.each(Object.entries(needs))('at rest in %s is %s', (status, need) => {
    expect(at(status as ConnectionStatusName).remedies[0] ?? null).toBe(need);
  });

  it('is nothing without a status, and another try with one that nobody knows', () => {
    expect(at(null).remedies).toEqual([]);
    expect(at('UNKNOWN').remedies).toEqual(['try-again']);
  });

  it.each(CONNECTION_STATUSES)(
    'while a job runs in %s is time, an answer or the bank',
    (status) => {
      const { remedies } = at(status, true);
      expect(remedies).toEqual(
        status === 'CHALLENGED' ? ['answer'] : status === 'PENDING' ? ['authorize'] : [],
      );
    },
  );
});

describe('the status that is shown', () => {
  it.each(CONNECTION_STATUSES)('of %s at rest is that one', (status) => {
    expect(at(status).status.name).toBe(status);
  });

  it.each<ReportedStatus>(['DENIED', 'LOCKED', 'REJECTED', 'FAILED', 'CLOSED', 'UNKNOWN', null])(
    'of %s while a job runs is not believed',
    (status) => {
      expect(at(status, true).status).toMatchObject({ tone: 'progress', turn: 'machine' });
    },
  );

  it('says that data is arriving only for a member that is connected', () => {
    const arriving = CONNECTION_STATUSES.filter((status) => at(status, true).isArriving);
    expect(arriving).toEqual(['CONNECTED']);
    expect(CONNECTION_STATUSES.some((status) => at(status).isArriving)).toBe(false);
  });
});

it('lets new data be asked for where a job may be started, and none runs', () => {
  expect(CONNECTION_STATUSES.filter((status) => at(status).canRefresh)).toEqual([
    'CREATED',
    'REJECTED',
    'LOCKED',
    'CONNECTED',
    'IMPEDED',
    'RECONNECTED',
    'FAILED',
    'UPDATED',
    'EXPIRED',
  ]);
  expect(CONNECTION_STATUSES.some((status) => at(status, true).canRefresh)).toBe(false);
});

it('waits for the person in the three statuses that the API leaves alone, unless a job runs', () => {
  const waiting = (isBeingAggregated: boolean) =>
    [...CONNECTION_STATUSES, null, 'UNKNOWN' as const].filter((connectionStatus) =>
      isWaitingForPresence({ connectionStatus, isBeingAggregated }),
    );
  expect(waiting(false)).toEqual(['CREATED', 'RECONNECTED', 'UPDATED']);
  expect(waiting(true)).toEqual([]);
});
