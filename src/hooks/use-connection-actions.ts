'use client';

import { useState, type Dispatch } from 'react';
import type { Answer } from '../domain/credential.ts';
import { AtriumError } from '../domain/errors.ts';
import type { Institution } from '../domain/institution.ts';
import type { OauthOutcome } from '../domain/oauth.ts';
import { isExpired } from '../domain/polling.ts';
import { answerChallenges, connectByCredentials, connectByOauth } from '../queries/connect.ts';
import { institutionOptions } from '../queries/institutions.ts';
import { aggregateMember, updateMember, type Atrium } from '../queries/jobs.ts';
import { checkMemberAgain } from '../queries/watch.ts';
import { useAtrium } from './atrium-context.tsx';
import { failed, type ConnectionEvent, type ConnectionState } from './connection-state.ts';
import type { KnownConnection } from './use-connection-facts.ts';

/** Everything a person can do in a connection. Which of it is valid depends on the step. */
export interface ConnectionActions {
  /** The person has found their institution. */
  readonly select: (institution: Institution) => void;
  /** The credentials, for a new member or to repair this one. */
  readonly submit: (credentials: readonly Answer[]) => void;
  /** The answers to all open questions. */
  readonly answer: (answers: readonly Answer[]) => void;
  /** Prepares the way to the institution's own page: a member, if there is none, and a new URI. */
  readonly authorize: () => void;
  readonly windowOpened: () => void;
  readonly windowBlocked: () => void;
  readonly windowClosed: () => void;
  /** The institution's page says that it is done. A hint: the status is read at once. */
  readonly returned: (outcome: OauthOutcome) => void;
  /** Aggregates. */
  readonly tryAgain: () => void;
  /** Reads the status at once and goes on with a fresh deadline. */
  readonly checkAgain: () => void;
  /** A new member of the same institution. */
  readonly connectAgain: () => void;
  /** Repeats what failed. */
  readonly retry: () => void;
  /** Back to the search. A member that exists is kept. */
  readonly startOver: () => void;
}

interface Scene {
  readonly atrium: Atrium;
  readonly state: ConnectionState;
  readonly known: KnownConnection;
  readonly dispatch: Dispatch<ConnectionEvent>;
  /** Runs one thing at a time: what is asked while another runs is not done twice. */
  readonly run: (work: () => Promise<void>) => void;
}

/** The actions of a connection. */
export function useConnectionActions(
  state: ConnectionState,
  known: KnownConnection,
  dispatch: Dispatch<ConnectionEvent>,
): ConnectionActions {
  const atrium = useAtrium();
  const [enter] = useState(createTurnstile);
  const run = (work: () => Promise<void>) =>
    enter(async () => {
      dispatch({ type: 'acted', action: { kind: 'running' } });
      await work().catch((error: unknown) => dispatch(failed(AtriumError.from(error))));
    });
  const scene = { atrium, state, known, dispatch, run };
  return {
    ...targetActions(scene),
    ...formActions(scene),
    ...oauthActions(scene),
    ...again(scene),
  };
}

/** Lets one piece of work in at a time: what comes while one is inside is turned away. */
function createTurnstile() {
  let isBusy = false;
  return (work: () => Promise<void>) => {
    if (!isBusy) {
      isBusy = true;
      void work().finally(() => {
        isBusy = false;
      });
    }
  };
}

const idle = { type: 'acted', action: { kind: 'idle' } } as const;

const toMember = (guid: string): ConnectionEvent => ({
  type: 'targeted',
  target: { kind: 'member', guid },
});

const toInstitution = (code: string): ConnectionEvent => ({
  type: 'targeted',
  target: { kind: 'institution', code },
});

const codeOf = ({ institution, member }: KnownConnection) =>
  institution?.code ?? member?.institutionCode ?? null;

function targetActions({ atrium: { client, queryClient }, known, dispatch }: Scene) {
  return {
    select: (institution: Institution) => {
      const { queryKey } = institutionOptions(client, institution.code);
      queryClient.setQueryData(queryKey, institution);
      dispatch(toInstitution(institution.code));
    },
    connectAgain: () => {
      const code = codeOf(known);
      if (code !== null) {
        dispatch(toInstitution(code));
      }
    },
    startOver: () => dispatch({ type: 'targeted', target: { kind: 'nothing' } }),
  };
}

function formActions({ atrium, state: { target }, dispatch, run }: Scene) {
  return {
    submit: (credentials: readonly Answer[]) =>
      run(async () => {
        if (target.kind === 'institution') {
          dispatch(toMember(await connectByCredentials(atrium, target.code, credentials)));
        } else if (target.kind === 'member') {
          await updateMember(atrium, target.guid, { credentials });
          dispatch(idle);
        }
      }),
    answer: (answers: readonly Answer[]) =>
      run(async () => {
        if (target.kind === 'member') {
          await answerChallenges(atrium, target.guid, answers);
        }
        dispatch(idle);
      }),
  };
}

function oauthActions(scene: Scene) {
  const { atrium, state, known, dispatch, run } = scene;
  const { watch, policy } = known.facts;
  const isGone = watch !== null && isExpired(watch, policy);
  return {
    authorize: () => {
      const code = codeOf(known);
      if (state.target.kind === 'member' && !isGone) {
        dispatch({ type: 'oauth-renewed', problem: null });
      } else if (code !== null) {
        run(async () => dispatch(toMember(await connectByOauth(atrium, code))));
      }
    },
    windowOpened: () => dispatch({ type: 'oauth-opened' }),
    windowBlocked: () => dispatch({ type: 'oauth-noticed', problem: 'BLOCKED' }),
    windowClosed: () => {
      dispatch({ type: 'oauth-noticed', problem: 'CLOSED' });
      check(scene);
    },
    returned: (outcome: OauthOutcome) => {
      if (outcome.kind === 'error') {
        dispatch({ type: 'oauth-renewed', problem: outcome.problem });
      } else if (outcome.memberGuid !== null && outcome.memberGuid !== known.member?.guid) {
        dispatch(toMember(outcome.memberGuid));
      } else {
        check(scene);
      }
    },
  } as const;
}

function again(scene: Scene) {
  const { atrium, state, known, dispatch, run } = scene;
  const tryAgain = () =>
    run(async () => {
      if (state.target.kind !== 'member') {
        return dispatch(idle);
      }
      const { outcome } = await aggregateMember(atrium, state.target.guid);
      if (outcome === 'running') {
        return dispatch(idle);
      }
      dispatch({ type: 'acted', action: { kind: 'throttled' } });
      check(scene);
    });
  return {
    tryAgain,
    checkAgain: () => check(scene),
    retry: () => {
      if (known.facts.action.kind === 'failed') {
        return tryAgain();
      }
      check(scene);
      void atrium.queryClient.refetchQueries({
        queryKey: [atrium.client.scope],
        type: 'active',
        predicate: ({ state: { status } }) => status === 'error',
      });
    },
  };
}

function check({ atrium: { client, queryClient }, state: { target } }: Scene): void {
  if (target.kind === 'member') {
    void checkMemberAgain(queryClient, client, target.guid);
  }
}
