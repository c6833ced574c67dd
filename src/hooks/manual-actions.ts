import type { ManualEntry, NewManualAccount } from '../domain/manual-account.ts';
import { createManualAccount } from '../queries/manual-accounts.ts';
import type { Scene } from './connection-scene.ts';

/** What a person can do about an account that they keep by hand. */
export interface ManualActions {
  /** Asks for the form: instead of a connection, or for one more account. */
  readonly addManually: () => void;
  /** The account as it was typed in. */
  readonly submitAccount: (account: NewManualAccount) => void;
  /** Leaves the form. What was typed is gone. */
  readonly cancelManual: () => void;
}

/** The actions on an account that is kept by hand. */
export function manualActions({ atrium, state, dispatch, run, emit }: Scene): ManualActions {
  const { target } = state;
  const memberGuid = target.kind === 'member' ? target.guid : null;
  const move = (manual: ManualEntry) => dispatch({ type: 'manual-moved', manual });
  return {
    addManually: () => move({ kind: 'open' }),
    cancelManual: () => {
      // What has been sent cannot be called back.
      if (state.action.kind !== 'running') {
        move({ kind: 'closed' });
      }
    },
    submitAccount: (typed) =>
      run(async () => {
        const account = await createManualAccount(atrium, typed);
        emit({ type: 'manual-account-added', memberGuid, accountGuid: account.guid });
        move({ kind: 'added', account });
      }),
  };
}
