import type { MemberStatus } from './member.ts';
import { memberError, type MemberErrorRow, type StatusDetail } from './member-error.ts';
import type { ConnectionMode } from './mode.ts';
import { statusRow, type StatusRow } from './status.ts';

/** What a member reports once nothing moves any more. */
export interface StatusAtRest {
  /** Whose turn it is and what is offered, the error taken into account. */
  readonly status: StatusRow;
  /** With the error as far as it counts. */
  readonly detail: StatusDetail;
}

/** Nothing but the status counts. */
export const NO_DETAIL: StatusDetail = { error: null, connectionStatusMessage: null };

/**
 * Reads a status that is at rest together with the error beside it. Whose turn it is and what is
 * offered is for the status to say, unless it sees nothing to be done where there is.
 *
 * `isOfJob`: the job that the connection is for has been started. Before, a connection is as good
 * as ever, whatever another job came to grief over.
 */
export function statusAtRest(
  { connectionStatus, error: reported = null, connectionStatusMessage = null }: Reported,
  mode: ConnectionMode = 'aggregation',
  isOfJob = true,
): StatusAtRest {
  const row = statusRow(connectionStatus);
  const isCounted =
    reported !== null &&
    isResting(row) &&
    (isOfJob || row.turn !== 'done') &&
    (reported.code !== ELIGIBILITY || mode === 'verification');
  const error = isCounted ? reported : null;
  return {
    status: withWayOut(row, error && memberError(error.code)),
    detail: { error, connectionStatusMessage },
  };
}

type Reported = Pick<MemberStatus, 'connectionStatus'> & Partial<StatusDetail>;

/** Says what an account is good for, and only a verification asks that. */
const ELIGIBILITY = 1000;

/** Of a member that moves by itself, or is asked something, an error is from before. */
const isResting = ({ poll, aggregate }: StatusRow) =>
  poll !== 'always' && poll !== 'slowly' && aggregate !== 'after-answer';

function withWayOut(status: StatusRow, known: MemberErrorRow | null): StatusRow {
  const isMissed = status.turn === 'done' || (status.turn === 'wait' && known?.turn === 'user');
  if (known === null || !isMissed) {
    return status;
  }
  const { tone, turn, aggregate, remedies } = known;
  return { ...status, tone, turn, aggregate, remedies };
}
