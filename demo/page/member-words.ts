import { connectionStatus, statusMessage } from 'react-atrium-connect/core';
import type { Member, Tone, Turn } from 'react-atrium-connect/core';

/** A bank's line in the list, in this app's own few words. */
export interface MemberWords {
  readonly label: string;
  readonly tone: Tone;
  /** Atrium's own message; `null` where the label says it all. */
  readonly message: string | null;
  /** What the button that opens the widget is called; `null` where there is nothing to do. */
  readonly action: 'Continue' | 'Fix' | null;
}

const LABELS = {
  nobody: 'No sign-in',
  machine: 'Connecting',
  user: 'Needs you',
  'user-at-institution': 'Needs you at the bank',
  done: 'Connected',
  wait: 'On hold',
  later: 'Not connected',
  ended: 'Ended',
} as const satisfies Record<Turn, string>;

export function memberWords({ connectionStatus: status, name, ...member }: Member): MemberWords {
  const { tone, turn } = connectionStatus(status);
  const isFetching = turn === 'done' && member.isBeingAggregated;
  return {
    label: isFetching ? 'Connected, fetching data' : LABELS[turn],
    tone,
    message: turn === 'done' ? null : statusMessage(status, { institutionName: name }),
    action: actionFor(turn, status),
  };
}

function actionFor(turn: Turn, status: Member['connectionStatus']): MemberWords['action'] {
  // Nothing went wrong with these: they have only been left in the middle.
  if (status === 'CHALLENGED' || status === 'PENDING') return 'Continue';
  switch (turn) {
    case 'machine':
      return 'Continue';
    case 'user':
    case 'user-at-institution':
    case 'later':
    case 'ended':
      return 'Fix';
    case 'done':
    case 'nobody':
    case 'wait':
      return null;
    default:
      return turn satisfies never;
  }
}
