import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectionStatus, connectionStatuses } from '../../src/domain/connection-statuses.ts';
import { legacyMeanings, parseLegacyStatus } from '../../src/domain/legacy-status.ts';
import { legacyStatuses } from '../../src/domain/legacy-statuses.ts';
import { statusMessage } from '../../src/domain/status-message.ts';
import {
  CONNECTION_STATUSES,
  isConnectionStatus,
  NULL_STATUS,
  parseConnectionStatus,
  statusRow,
  statusTable,
  UNKNOWN_STATUS,
} from '../../src/domain/status.ts';
import type { StatusRow } from '../../src/domain/status.ts';
import { DOCUMENTATION, LEGACY_DOCUMENTATION } from './documentation.ts';

const ALL: readonly StatusRow[] = [...Object.values(statusTable), NULL_STATUS, UNKNOWN_STATUS];

describe('the statuses are the documented ones, word for word', () => {
  it.each(DOCUMENTATION)('$id $name', ({ id, name, definition, nextSteps, message }) => {
    const row = connectionStatus(name);
    expect(row).toMatchObject({ id, name, definition, nextSteps });
    expect(statusMessage(row.name, { institutionName: '[...]' })).toBe(message);
  });

  it('and there are no others', () => {
    const names = DOCUMENTATION.flatMap(({ name }) => name ?? []);
    expect(CONNECTION_STATUSES).toEqual(names);
    expect(Object.keys(statusTable)).toEqual(names);
    expect(Object.keys(connectionStatuses)).toEqual(names);
  });

  it.each(LEGACY_DOCUMENTATION)('legacy $name', ({ name, description, nextSteps }) => {
    const legacy = parseLegacyStatus(name);
    expect(legacy && legacyStatuses[legacy]).toMatchObject({ description, nextSteps });
  });

  it('and there are no other legacy ones', () => {
    expect(Object.keys(legacyStatuses)).toEqual(LEGACY_DOCUMENTATION.map(({ name }) => name));
  });
});

describe('a status is found by its name and by its number', () => {
  it.each(CONNECTION_STATUSES.map((name, id) => ({ name, id })))('$id $name', ({ name, id }) => {
    expect(connectionStatus(name)).toBe(connectionStatus(id));
    expect(connectionStatus(id)).toMatchObject({ id, name });
    expect(statusMessage(id)).toBe(statusMessage(name));
  });

  it.each([
    'TELEPORTED', 'connected', ' CONNECTED', '6', '', 'UNKNOWN', 'toString', '__proto__',
    22, -1, 6.5, NaN, Infinity, -0.1, undefined, true, {}, [6], ['CONNECTED'],
  ])('anything else is unknown: %j', (raw) => {
    expect(parseConnectionStatus(raw)).toBe('UNKNOWN');
    expect(isConnectionStatus(raw)).toBe(false);
    expect(connectionStatus(raw)).toMatchObject({ id: null, name: 'UNKNOWN' });
  }); // prettier-ignore

  it('null is a status of its own', () => {
    expect(parseConnectionStatus(null)).toBe(null);
    expect(connectionStatus(null)).toMatchObject({ id: null, name: null, message: null });
  });

  it('no value is too strange', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        const row = connectionStatus(raw);
        expect(row.name === 'CONNECTED').toBe(raw === 'CONNECTED' || raw === 6);
        expect(parseLegacyStatus(raw) === null).toBe(
          !Object.keys(legacyStatuses).some((one) => one === raw),
        );
      }),
    );
  });
});

describe('what a status means', () => {
  it('only CONNECTED is a success', () => {
    const succeeds = ({ turn, tone }: StatusRow) => turn === 'done' || tone === 'success';
    expect(ALL.filter(succeeds).map(({ name }) => name)).toEqual(['CONNECTED']);
  });

  it('every status leaves the person something to do', () => {
    expect(ALL.filter(({ remedies }) => remedies.length === 0)).toEqual([]);
  });

  it('no remedy is offered twice', () => {
    for (const { remedies } of ALL) {
      expect(new Set(remedies).size).toBe(remedies.length);
    }
  });

  it.each([
    ['poll', 'always', ['CREATED', 'RECONNECTED', 'UPDATED', 'RESUMED', 'PENDING']],
    ['poll', 'slowly', ['DELAYED']],
    ['poll', 'while-aggregating', ['REJECTED', 'CONNECTED', 'UNKNOWN']],
    ['aggregate', 'when-present', ['CREATED', 'RECONNECTED', 'UPDATED']],
    ['aggregate', 'after-credentials', ['PREVENTED', 'DENIED', 'IMPORTED', 'IMPAIRED']],
    ['aggregate', 'after-answer', ['CHALLENGED']],
    ['aggregate', 'on-request', ['REJECTED', 'LOCKED', 'IMPEDED', 'FAILED', 'EXPIRED', 'UNKNOWN']],
    ['turn', 'machine', ['CREATED', 'RECONNECTED', 'DELAYED', 'UPDATED', 'RESUMED']],
    ['turn', 'ended', ['DISCONTINUED', 'CLOSED', 'DISABLED']],
    ['turn', 'wait', ['DEGRADED', 'DISCONNECTED']],
    ['turn', 'user-at-institution', ['LOCKED', 'IMPEDED', 'PENDING']],
    ['turn', 'nobody', [null]],
  ] as const)('%s %s: %j', (column, value, names) => {
    const found = ALL.filter((row) => row[column] === value).map(({ name }) => name);
    expect(found).toEqual(names);
  });

  it('whoever is asked for credentials, an answer or consent can give it', () => {
    for (const { aggregate, remedies, name } of ALL) {
      expect(remedies[0] === 'enter-credentials', `${name}`).toBe(
        aggregate === 'after-credentials',
      );
      expect(remedies[0] === 'answer', `${name}`).toBe(aggregate === 'after-answer');
    }
    expect(statusTable.PENDING.remedies).toEqual(['authorize']);
  });

  it('what may be aggregated on request can be tried again', () => {
    for (const { remedies } of ALL.filter(({ aggregate }) => aggregate === 'on-request')) {
      expect(['try-again', 'confirm-resolved'].some((one) => remedies.some((r) => r === one))).toBe(
        true,
      );
    }
  });

  it.each(Object.entries(legacyMeanings))(
    'legacy %s is as final as the %s it stands for',
    (legacy, standsFor) => {
      const moves = ['INITIATED', 'REQUESTED', 'RECEIVED'].includes(legacy);
      expect(statusRow(standsFor).turn === 'machine').toBe(moves);
    },
  );
});
