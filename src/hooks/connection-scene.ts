import type { Dispatch } from 'react';
import { AtriumError } from '../domain/errors.ts';
import type { ConnectEventListener } from '../domain/events.ts';
import type { Target } from '../domain/step.ts';
import type { FoundMember } from '../queries/connect.ts';
import { startJob, type Atrium } from '../queries/jobs.ts';
import { checkMemberAgain } from '../queries/watch.ts';
import type { ConnectionEvent, ConnectionState } from './connection-state.ts';
import type { BeforeRedirect, ConnectOauthOptions } from './oauth-options.ts';
import type { KnownConnection } from './use-connection-facts.ts';

/** What an action of a connection works with. */
export interface Scene {
  readonly atrium: Atrium;
  readonly state: ConnectionState;
  readonly known: KnownConnection;
  readonly oauth: ConnectOauthOptions;
  readonly dispatch: Dispatch<ConnectionEvent>;
  /** Runs one thing at a time: what is asked while another runs is not done twice. */
  readonly run: (work: () => Promise<void>) => void;
  readonly emit: ConnectEventListener;
  /** What holds by now, however long ago the action began; `null` once the connection is unmounted. */
  readonly now: () => Present | null;
}

/** What may change while an action is under way. */
export interface Present {
  readonly target: Target;
  readonly beforeRedirect: BeforeRedirect | undefined;
}

/** Nothing is under way. */
export const idle: ConnectionEvent = { type: 'acted', action: { kind: 'idle' } };

export const running: ConnectionEvent = { type: 'acted', action: { kind: 'running' } };

export const toMember = (guid: string): ConnectionEvent => ({
  type: 'targeted',
  target: { kind: 'member', guid },
});

export const toInstitution = (code: string): ConnectionEvent => ({
  type: 'targeted',
  target: { kind: 'institution', code },
});

/** The institution, chosen or of the member. */
export const codeOf = ({ institution, member }: KnownConnection): string | null =>
  institution?.code ?? member?.institutionCode ?? null;

/** The member that is found or made, telling which it was. */
export async function find(
  { emit }: Scene,
  institutionCode: string,
  work: () => Promise<FoundMember>,
): Promise<string> {
  const { guid, isNew } = await work().catch((error: unknown) => {
    emit({ type: 'create-failed', institutionCode, error: AtriumError.from(error).kind });
    throw error;
  });
  if (isNew) {
    emit({ type: 'member-created', memberGuid: guid, institutionCode });
  }
  return guid;
}

/** Starts the job of the mode, and knows what became of it. `since`: see `startJob`. */
export async function begin(
  { atrium, known, dispatch }: Scene,
  memberGuid: string,
  since?: number,
): Promise<void> {
  const { outcome } = await startJob(atrium, memberGuid, known.facts.mode, since);
  dispatch({ type: 'job-moved', progress: outcome === 'busy' ? 'wanted' : 'started' });
  if (outcome === 'throttled') {
    dispatch({ type: 'acted', action: { kind: 'throttled' } });
    void checkMemberAgain(atrium.queryClient, atrium.client, memberGuid);
  } else {
    dispatch(idle);
  }
}

/** Reads the status at once. */
export function check({ atrium: { client, queryClient }, state: { target } }: Scene): void {
  if (target.kind === 'member') {
    void checkMemberAgain(queryClient, client, target.guid);
  }
}
