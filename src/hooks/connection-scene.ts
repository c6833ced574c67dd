import type { Dispatch } from 'react';
import type { ConnectEventListener } from '../domain/events.ts';
import { startJob, type Atrium } from '../queries/jobs.ts';
import { checkMemberAgain } from '../queries/watch.ts';
import type { ConnectionEvent, ConnectionState } from './connection-state.ts';
import type { KnownConnection } from './use-connection-facts.ts';

/** What an action of a connection works with. */
export interface Scene {
  readonly atrium: Atrium;
  readonly state: ConnectionState;
  readonly known: KnownConnection;
  readonly dispatch: Dispatch<ConnectionEvent>;
  /** Runs one thing at a time: what is asked while another runs is not done twice. */
  readonly run: (work: () => Promise<void>) => void;
  readonly emit: ConnectEventListener;
}

/** Nothing is under way. */
export const idle: ConnectionEvent = { type: 'acted', action: { kind: 'idle' } };

/** The institution, chosen or of the member. */
export const codeOf = ({ institution, member }: KnownConnection): string | null =>
  institution?.code ?? member?.institutionCode ?? null;

/** Starts the job of the mode, and knows what became of it. */
export async function begin({ atrium, known, dispatch }: Scene, memberGuid: string): Promise<void> {
  const { outcome } = await startJob(atrium, memberGuid, known.facts.mode);
  dispatch({ type: 'job-moved', progress: outcome === 'busy' ? 'wanted' : 'started' });
  if (outcome === 'throttled') {
    dispatch({ type: 'acted', action: { kind: 'throttled' } });
    void checkMemberAgain(atrium.queryClient, atrium.client, memberGuid);
  } else {
    dispatch(idle);
  }
}
