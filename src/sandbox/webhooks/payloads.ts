import { statusMessage } from '../../domain/status-message.ts';
import { statusTable, type ConnectionStatusName } from '../../domain/status.ts';
import { accountNumbersOf } from '../accounts.ts';
import type { Facts, Job, JobKind } from '../facts.ts';
import type { Member } from '../member.ts';
import type { WorldEvent } from '../world.ts';

/** What is posted, and about whom. */
export interface Webhook {
  /** Absent where MX has none: on what tells of members as such. */
  readonly type: string | null;
  readonly action: string;
  readonly memberGuid: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The statuses that a person can do something about. MX tells of no other. */
const ACTIONABLE: ReadonlySet<ConnectionStatusName | null> = new Set([
  'CHALLENGED',
  'DENIED',
  'EXPIRED',
  'IMPAIRED',
  'IMPEDED',
  'LOCKED',
  'PREVENTED',
  'REJECTED',
]);

/** What MX would send when this happens, in the order in which it would. */
export function webhooksFor(event: WorldEvent): readonly Webhook[] {
  switch (event.kind) {
    case 'created':
    case 'updated':
    case 'deleted':
      return [memberWebhook(event)];
    case 'moved':
      return [...statusWebhooks(event), ...dataWebhooks(event)];
    default:
      return event satisfies never;
  }
}

type Moved = Extract<WorldEvent, { kind: 'moved' }>;

function statusWebhooks({ member, before }: Moved): readonly Webhook[] {
  const { connectionStatus } = member.facts;
  if (connectionStatus === before.connectionStatus || !ACTIONABLE.has(connectionStatus)) {
    return [];
  }
  return [
    webhook(member, 'CONNECTION_STATUS', 'CHANGED', {
      ...statusFields(member),
      member_guid: member.guid,
      user_guid: member.userGuid,
    }),
  ];
}

/** A job that has ended with data tells of each kind of data that it has brought. */
function dataWebhooks({ member, user, before, at }: Moved): readonly Webhook[] {
  const { job } = before;
  if (job === null || !hasEndedWithData(member.facts)) {
    return [];
  }
  return job.kinds.map((kind) => {
    const { type, hasUserId, details } = dataTypes[kind];
    return webhook(member, type, 'member_data_updated', {
      ...details(member, job),
      completed_at: seconds(at),
      completed_on: new Date(at).toISOString().slice(0, 10),
      member_guid: member.guid,
      user_guid: member.userGuid,
      ...(hasUserId && { job_guid: job.guid, user_id: user.identifier }),
    });
  });
}

function hasEndedWithData({ job, connectionStatus, accounts }: Facts): boolean {
  return job === null && connectionStatus === 'CONNECTED' && accounts?.held !== 'none';
}

interface DataType {
  readonly type: string;
  /** Whether it says whose it is by the client's id too, and which job it was. */
  readonly hasUserId: boolean;
  readonly details: (member: Member, job: Job) => Readonly<Record<string, unknown>>;
}

/** The sandbox has no transactions and no statements: their counts are those of MX's example. */
const TRANSACTIONS = { transactions_created_count: 3, transactions_updated_count: 2 };

const dataTypes: Readonly<Record<JobKind, DataType>> = {
  aggregate: {
    type: 'AGGREGATION',
    hasUserId: true,
    details: (_member, { isBackground }) => ({ is_background: isBackground, ...TRANSACTIONS }),
  },
  balance: { type: 'BALANCE', hasUserId: false, details: () => ({}) },
  extend_history: { type: 'HISTORY', hasUserId: false, details: () => TRANSACTIONS },
  fetch_statements: {
    type: 'STATEMENT',
    hasUserId: false,
    details: () => ({ statements_created_count: 3 }),
  },
  verify: {
    type: 'VERIFICATION',
    hasUserId: true,
    details: (member) => ({
      accounts: accountNumbersOf(member).map(({ account }) => account.guid),
    }),
  },
  identify: { type: 'IDENTIFICATION', hasUserId: true, details: () => ({}) },
};

/** MX's example of such a webhook has an object under the name of what it is, and no type. */
function memberWebhook({ kind, member, user }: Exclude<WorldEvent, Moved>): Webhook {
  const { facts, institution } = member;
  return webhook(member, null, kind, {
    member: {
      aggregated_at: seconds(facts.aggregatedAt),
      ...statusFields(member),
      created_at: seconds(member.createdAt),
      guid: member.guid,
      id: member.identifier,
      institution_code: institution.code,
      institution_guid: institution.guid,
      is_being_aggregated: facts.job !== null,
      is_managed_by_user: true,
      is_manual: member.isManual,
      is_oauth: member.isOauth,
      most_recent_job_guid: facts.lastJobGuid,
      name: institution.name,
      successfully_aggregated_at: seconds(facts.successfullyAggregatedAt),
      user_guid: member.userGuid,
      user_id: user.identifier,
    },
  });
}

function webhook(
  { guid: memberGuid }: Member,
  type: string | null,
  action: string,
  fields: Readonly<Record<string, unknown>>,
): Webhook {
  const body = { action, ...fields, ...(type !== null && { type }) };
  return { type, action, memberGuid, body };
}

function statusFields({ facts, institution }: Member): Readonly<Record<string, unknown>> {
  const { connectionStatus } = facts;
  return {
    connection_status: connectionStatus,
    connection_status_id: connectionStatus && statusTable[connectionStatus].id,
    connection_status_message: statusMessage(connectionStatus, {
      institutionName: institution.name,
    }),
  };
}

/** Webhooks count time in seconds. */
function seconds(ms: number | null): number | null {
  return ms === null ? null : Math.floor(ms / 1000);
}
