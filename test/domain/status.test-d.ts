import { expectTypeOf, it } from 'vitest';
import { legacyStatuses } from '../../src/domain/legacy-statuses.ts';
import { statusTable } from '../../src/domain/status.ts';
import type { ChallengeType, Challenge } from '../../src/domain/challenge.ts';
import type { AtriumErrorKind } from '../../src/domain/errors.ts';
import type { LegacyStatus } from '../../src/domain/legacy-status.ts';
import type { LegacyStatusRow } from '../../src/domain/legacy-statuses.ts';
import type { ConnectionStatusName, ReportedStatus, StatusRow } from '../../src/domain/status.ts';
import type { ConnectionStep, ConnectionStepKind } from '../../src/domain/step.ts';

it('refuses a table in which a status has no row', () => {
  const { CONNECTED: _connected, ...rest } = statusTable;
  // @ts-expect-error CONNECTED has no row
  rest satisfies Record<ConnectionStatusName, StatusRow>;
});

it('refuses a row for a status that the API does not have', () => {
  const { CONNECTED: row } = statusTable;
  // @ts-expect-error there is no such status
  ({ ...statusTable, TELEPORTED: row }) satisfies Record<ConnectionStatusName, StatusRow>;
});

it('refuses a row without a remedy', () => {
  const { remedies: _remedies, ...rest } = statusTable.CONNECTED;
  // @ts-expect-error what can the person do?
  rest satisfies StatusRow;
});

it('refuses a legacy table with a hole', () => {
  const { HALTED: _halted, ...rest } = legacyStatuses;
  // @ts-expect-error HALTED has no row
  rest satisfies Record<LegacyStatus, LegacyStatusRow>;
});

it('names each row by its own status', () => {
  expectTypeOf(statusTable.CONNECTED.name).toEqualTypeOf<'CONNECTED'>();
});

it('makes whoever reads a status think of null and of the unknown', () => {
  expectTypeOf<ReportedStatus>().toEqualTypeOf<ConnectionStatusName | 'UNKNOWN' | null>();
  // @ts-expect-error a reported status may be null or unknown
  expectTypeOf<ReportedStatus>().toEqualTypeOf<ConnectionStatusName>();
});

it('makes a switch over the steps name each of them', () => {
  const title = (kind: Exclude<ConnectionStepKind, 'limit'>) => kind;
  // @ts-expect-error limit is a step
  title('limit');
  expectTypeOf<ConnectionStep['kind']>().toEqualTypeOf<ConnectionStepKind>();
});

it('knows what a challenge carries by its type', () => {
  expectTypeOf<Challenge['type']>().toEqualTypeOf<ChallengeType | 'UNKNOWN'>();
  expectTypeOf<Extract<Challenge, { type: 'TEXT' | 'TOKEN' }>>().not.toHaveProperty('options');
});

it('has no kind of error that a table may forget', () => {
  // @ts-expect-error a kind is missing
  ({ offline: '' }) satisfies Record<AtriumErrorKind, string>;
});
