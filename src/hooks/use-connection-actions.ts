'use client';

import { useState, type Dispatch } from 'react';
import type { ConsentTerms } from '../domain/consent.ts';
import type { Answer } from '../domain/credential.ts';
import { AtriumError } from '../domain/errors.ts';
import type { ConnectEventListener } from '../domain/events.ts';
import type { Institution } from '../domain/institution.ts';
import type { OauthOutcome } from '../domain/oauth.ts';
import { isExpired } from '../domain/polling.ts';
import { originOf } from '../domain/urls.ts';
import {
  answerChallenges,
  connectByCredentials,
  connectByOauth,
  skipsAggregation,
  type FoundMember,
} from '../queries/connect.ts';
import { institutionOptions } from '../queries/institutions.ts';
import { updateMember } from '../queries/jobs.ts';
import { checkMemberAgain } from '../queries/watch.ts';
import { useAtrium } from './atrium-context.tsx';
import { begin, codeOf, idle, type Scene } from './connection-scene.ts';
import type { ConnectSuccess } from './connection-success.ts';
import { failed, type ConnectionEvent, type ConnectionState } from './connection-state.ts';
import { handOver, modeActions, type ModeActions, type ResultRequest } from './mode-actions.ts';
import type { KnownConnection } from './use-connection-facts.ts';

/** Everything a person can do in a connection. Which of it is valid depends on the step. */
export interface ConnectionActions extends ModeActions {
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
  /** Starts the job of the mode, because the person asks for another try. */
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

/** What is done without the person asking just now. */
interface MachineActions {
  /** Starts the job of the mode. */
  readonly startJob: () => void;
  /** Hands the result of a premium mode to the host. */
  readonly handOver: (request: ResultRequest, onResult: (success: ConnectSuccess) => void) => void;
}

/** The actions of a connection. */
export function useConnectionActions(
  state: ConnectionState,
  known: KnownConnection,
  dispatch: Dispatch<ConnectionEvent>,
  emit: ConnectEventListener,
  terms: ConsentTerms | undefined,
): ConnectionActions & MachineActions {
  const atrium = useAtrium();
  const [enter] = useState(createTurnstile);
  const run = (work: () => Promise<void>) =>
    enter(async () => {
      dispatch({ type: 'acted', action: { kind: 'running' } });
      await work().catch((error: unknown) => dispatch(failed(AtriumError.from(error))));
    });
  const scene = { atrium, state, known, dispatch, run, emit };
  return {
    ...targetActions(scene),
    ...formActions(scene),
    ...oauthActions(scene),
    ...modeActions(scene, terms),
    ...again(scene),
    handOver: (request, onResult) => handOver(scene, request, onResult),
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

const toMember = (guid: string): ConnectionEvent => ({
  type: 'targeted',
  target: { kind: 'member', guid },
});

const toInstitution = (code: string): ConnectionEvent => ({
  type: 'targeted',
  target: { kind: 'institution', code },
});

function targetActions({ atrium: { client, queryClient }, known, dispatch, emit }: Scene) {
  return {
    select: (institution: Institution) => {
      const { queryKey } = institutionOptions(client, institution.code);
      queryClient.setQueryData(queryKey, institution);
      emit({
        type: 'institution-selected',
        institutionCode: institution.code,
        institutionName: institution.name,
        institutionUrl: institution.url,
      });
      dispatch(toInstitution(institution.code));
    },
    connectAgain: () => {
      const code = codeOf(known);
      if (code !== null) {
        dispatch(toInstitution(code));
      }
    },
    startOver: () => {
      dispatch({ type: 'targeted', target: { kind: 'nothing' } });
      emit({ type: 'back-to-search' });
    },
  };
}

function formActions(scene: Scene) {
  const { atrium, state, known, dispatch, run, emit } = scene;
  const { target } = state;
  const { mode } = known.facts;
  const institutionCode = codeOf(known);
  return {
    submit: (credentials: readonly Answer[]) =>
      run(async () => {
        if (target.kind === 'institution') {
          const { code } = target;
          submitted('connect', null, code);
          const guid = await found(scene, code, () =>
            connectByCredentials(atrium, code, credentials, mode),
          );
          if (skipsAggregation(mode)) {
            await begin(scene, guid);
          }
        } else if (target.kind === 'member') {
          submitted('update', target.guid, institutionCode);
          const skipAggregation = skipsAggregation(mode);
          await updateMember(atrium, target.guid, { credentials, skipAggregation });
          await (skipAggregation ? begin(scene, target.guid) : dispatch(idle));
        }
      }),
    answer: (answers: readonly Answer[]) =>
      run(async () => {
        if (target.kind === 'member') {
          emit({ type: 'challenge-answered', memberGuid: target.guid, count: answers.length });
          await answerChallenges(atrium, target.guid, answers);
        }
        dispatch(idle);
      }),
  };

  function submitted(
    purpose: 'connect' | 'update',
    memberGuid: string | null,
    code: string | null,
  ) {
    emit({ type: 'credentials-submitted', purpose, memberGuid, institutionCode: code });
  }
}

/** Carries on with the member that is found or made, and tells which it was. */
async function found(
  scene: Scene,
  institutionCode: string,
  find: () => Promise<FoundMember>,
): Promise<string> {
  const { dispatch, emit } = scene;
  const { guid, isNew } = await find().catch((error: unknown) => {
    emit({ type: 'create-failed', institutionCode, error: AtriumError.from(error).kind });
    throw error;
  });
  if (isNew) {
    emit({ type: 'member-created', memberGuid: guid, institutionCode });
  }
  dispatch(toMember(guid));
  return guid;
}

function oauthActions(scene: Scene) {
  const { atrium, state, known, dispatch, run, emit } = scene;
  const { watch, policy } = known.facts;
  const isGone = watch !== null && isExpired(watch, policy);
  return {
    authorize: () => {
      const code = codeOf(known);
      if (state.target.kind === 'member' && !isGone) {
        dispatch({ type: 'oauth-renewed', problem: null });
      } else if (code !== null) {
        run(async () => {
          await found(scene, code, () => connectByOauth(atrium, code, known.facts.mode));
        });
      }
    },
    windowOpened: () => {
      const { target } = state;
      const { windowUri } = known.facts;
      if (target.kind === 'member' && windowUri?.kind === 'ready') {
        emit({
          type: 'oauth-requested',
          memberGuid: target.guid,
          institutionCode: codeOf(known),
          origin: originOf(windowUri.value),
        });
      }
      dispatch({ type: 'oauth-opened' });
    },
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
  const { atrium, state, known, dispatch, run, emit } = scene;
  const { target } = state;
  const start = (isAskedFor: boolean) =>
    run(async () => {
      if (target.kind !== 'member') {
        return dispatch(idle);
      }
      if (isAskedFor) {
        emit({ type: 'refresh-requested', memberGuid: target.guid });
      }
      await begin(scene, target.guid);
    });
  const tryAgain = () => start(true);
  return {
    startJob: () => start(false),
    tryAgain,
    checkAgain: () => check(scene),
    retry: () => {
      if (known.facts.action.kind === 'failed' && isHandingOver(known)) {
        dispatch(idle);
      } else if (known.facts.action.kind === 'failed') {
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

/** The job of a premium mode is done, and its result is what failed. */
const isHandingOver = ({ facts: { mode, job, watch } }: KnownConnection) =>
  mode !== 'aggregation' &&
  job.progress === 'started' &&
  watch?.reading?.connectionStatus === 'CONNECTED';

function check({ atrium: { client, queryClient }, state: { target } }: Scene): void {
  if (target.kind === 'member') {
    void checkMemberAgain(queryClient, client, target.guid);
  }
}
