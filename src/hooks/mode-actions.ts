import type { Account } from '../domain/account.ts';
import type { ConsentTerms } from '../domain/consent.ts';
import type { Member } from '../domain/member.ts';
import type { PremiumMode } from '../domain/mode.ts';
import type { Atrium } from '../queries/jobs.ts';
import { ifAllowed } from '../queries/members.ts';
import { begin, codeOf, idle, type Scene } from './connection-scene.ts';
import type { ConnectSuccess } from './connection-success.ts';

/** What a person can do in the steps that a mode, or the host's terms, put in between. */
export interface ModeActions {
  /** Says yes to the host's terms. On a member that exists, that is asking for the job too. */
  readonly accept: () => void;
  /** Says no to them. What to do then is for the caller. */
  readonly decline: () => void;
  /** Asks for the job of the mode. */
  readonly start: () => void;
  readonly chooseAccount: (guid: string) => void;
}

/** The actions of a mode. */
export function modeActions(scene: Scene, terms: ConsentTerms | undefined): ModeActions {
  const { state, known, dispatch, run, emit } = scene;
  const { target } = state;
  const memberGuid = target.kind === 'member' ? target.guid : null;
  const about = { memberGuid, institutionCode: codeOf(known) };
  const start = () => {
    if (memberGuid !== null) {
      run(() => begin(scene, memberGuid));
    }
  };
  return {
    accept: () => {
      if (terms !== undefined) {
        emit({ type: 'consent-accepted', ...about, terms, at: new Date().toISOString() });
      }
      dispatch({ type: 'consented' });
      start();
    },
    decline: () => emit({ type: 'consent-declined', ...about }),
    start,
    chooseAccount: (accountGuid) => {
      if (memberGuid !== null) {
        emit({ type: 'account-chosen', memberGuid, accountGuid });
      }
      dispatch({ type: 'account-chosen', guid: accountGuid });
    },
  };
}

/** What the result of a premium mode is read for. */
export interface ResultRequest {
  readonly mode: PremiumMode;
  readonly memberGuid: string;
  readonly member: Member | null;
  readonly accounts: readonly Account[];
  /** The one that was chosen, in the mode that needs one. */
  readonly account: Account | null;
}

/** Reads the result of a premium mode, and hands it to the host. Once told, nothing is kept. */
export function handOver(
  { atrium, run, dispatch }: Scene,
  request: ResultRequest,
  onResult: (success: ConnectSuccess) => void,
): void {
  run(async () => {
    onResult(await readResult(atrium, request));
    dispatch({ type: 'job-moved', progress: 'told' });
    dispatch(idle);
  });
}

/** Past every cache: it is for the host alone. */
async function readResult(
  { client }: Atrium,
  { mode, account, ...base }: ResultRequest,
): Promise<ConnectSuccess> {
  const { memberGuid } = base;
  if (mode === 'verification' && account !== null) {
    const numbers = await ifAllowed(client.listAccountNumbers(memberGuid));
    const accountNumbers = numbers?.filter(({ accountGuid }) => accountGuid === account.guid);
    return { ...base, mode, account, accountNumbers: accountNumbers ?? null };
  }
  const accountOwners = await ifAllowed(client.listAccountOwners(memberGuid));
  return { ...base, mode: 'identification', accountOwners };
}
