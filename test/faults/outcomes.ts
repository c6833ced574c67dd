import type { AtriumErrorKind } from '../../src/domain/errors.ts';
import type { MessageKey } from '../../src/locales/messages.ts';
import { FAULTS, type FaultName } from './faults.ts';
import type { SituationName } from './situations.tsx';

/**
 * What the person sees while something goes wrong: the words of a kind of failure, other words,
 * or none at all. `goes on`: they get what they came for all the same. `waits`: it goes on as soon
 * as nothing is wrong any more.
 */
export type Outcome = AtriumErrorKind | MessageKey | 'goes on' | 'waits';

type Row = Readonly<Partial<Record<FaultName, Outcome>>> & {
  /** Of every fault that is not named. Absent: it is said as what it is. */
  readonly otherwise?: Outcome;
};

/** Who only reads has entered nothing that could be wrong. */
const reading = { '400': 'server', '405': 'server', '409': 'server', '422': 'server' } as const;

/** A job that cannot be had, whoever asks; or that has to wait for another. */
const premiumJob = {
  '400': 'unavailable.institution.heading',
  '422': 'unavailable.institution.heading',
  '403': 'unavailable.app.heading',
  '404': 'unavailable.app.heading',
  '405': 'server',
  '409': 'waits',
} as const;

/** Where the server has not been told to give the result to the page, the page does without. */
const result = { ...reading, '403': 'goes on', '404': 'goes on' } as const;

/** The table: every request, and what differs from saying what it is. */
const ROWS = {
  listInstitutions: reading,
  readInstitution: reading,
  listInstitutionCredentials: reading,
  listMembers: reading,
  // Only its name and its kind are missing then.
  readMember: { otherwise: 'goes on', '401': 'unauthorized' },
  createMember: { '405': 'limit.heading' },
  updateMember: { '405': 'server' },
  // "Not found", and yet it is still in the list; and a success needs no words.
  deleteMember: { ...reading, '404': 'server', 'JSON of another shape': 'goes on' },
  readMemberStatus: {
    otherwise: 'connecting.unreachable',
    '401': 'unauthorized',
    '403': 'forbidden',
    '404': 'not-found',
  },
  // It runs already.
  aggregateMember: { '405': 'server', '409': 'waits' },
  verifyMember: premiumJob,
  identifyMember: premiumJob,
  listChallenges: reading,
  // Too late, so that the status would say what became of it; but the question still stands.
  resumeMember: { '405': 'invalid', '409': 'invalid' },
  listMemberCredentials: reading,
  readOauthWindowUri: reading,
  listMemberAccounts: { otherwise: 'connected.failed', '401': 'unauthorized' },
  listAccountNumbers: result,
  listAccountOwners: result,
  readFeatures: { otherwise: 'goes on', '401': 'unauthorized' },
  createManualAccount: { '405': 'server' },
  // Without news from the server the page asks by itself.
  openEvents: { otherwise: 'goes on' },
  // That the limit is reached, the server tells as well, if later.
  'listMembers, before anything is chosen': { otherwise: 'goes on' },
  'listMembers, on the way to the bank': reading,
  'createMember, on the way to the bank': { '405': 'limit.heading' },
  'createMember, below the list': { '405': 'limit.heading' },
  'updateMember, in the list': { '405': 'server' },
} as const satisfies Record<SituationName, Row>;

/** What the person is to see. */
export function outcomeOf(name: SituationName, fault: FaultName): Outcome {
  const row: Row = ROWS[name];
  const { kind } = FAULTS[fault];
  return kind === null ? 'goes on' : (row[fault] ?? row.otherwise ?? kind);
}

/** Whether that is a decision of its own, and not the rule. */
export const isDecided = (name: SituationName, fault: FaultName): boolean =>
  Object.hasOwn(ROWS[name], fault);
