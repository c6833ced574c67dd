'use client';

import { useEffect, useState, type Dispatch } from 'react';
import type { ConsentTerms } from '../domain/consent.ts';
import type { Answer } from '../domain/credential.ts';
import { AtriumError } from '../domain/errors.ts';
import type { ConnectEventListener } from '../domain/events.ts';
import type { Institution } from '../domain/institution.ts';
import { deriveStep } from '../domain/step.ts';
import { answerChallenges, connectByCredentials, skipsAggregation } from '../queries/connect.ts';
import { institutionOptions } from '../queries/institutions.ts';
import { updateMember } from '../queries/jobs.ts';
import { setData } from '../queries/query.ts';
import { endSessionInAction } from '../queries/session-end.ts';
import { useAtrium } from './atrium-context.tsx';
import {
  begin,
  check,
  codeOf,
  find,
  idle,
  running,
  toInstitution,
  toMember,
  type Present,
  type Scene,
} from './connection-scene.ts';
import type { ConnectSuccess } from './connection-success.ts';
import {
  failed,
  type ConnectionEvent,
  type ConnectionState,
  type LeftMember,
} from './connection-state.ts';
import { manualActions, type ManualActions } from './manual-actions.ts';
import { handOver, modeActions, type ModeActions, type ResultRequest } from './mode-actions.ts';
import { oauthActions, type OauthActions } from './oauth-actions.ts';
import type { BeforeRedirect, ConnectOauthOptions } from './oauth-options.ts';
import type { KnownConnection } from './use-connection-facts.ts';

/** Everything a person can do in a connection. Which of it is valid depends on the step. */
export interface ConnectionActions extends ManualActions, ModeActions, OauthActions {
  /** The person has found their institution. */
  readonly select: (institution: Institution) => void;
  /** The credentials, for a new member or to repair this one. */
  readonly submit: (credentials: readonly Answer[]) => void;
  /** Continues with a member that exists already. */
  readonly openMember: (guid: string) => void;
  /** The answers to all open questions. */
  readonly answer: (answers: readonly Answer[]) => void;
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

/** What the host has said of the actions. */
interface HostTerms {
  readonly consent: ConsentTerms | undefined;
  readonly oauth: ConnectOauthOptions;
  readonly beforeRedirect: BeforeRedirect | undefined;
}

/** The actions of a connection. */
export function useConnectionActions(
  state: ConnectionState,
  known: KnownConnection,
  dispatch: Dispatch<ConnectionEvent>,
  emit: ConnectEventListener,
  { consent, oauth, beforeRedirect }: HostTerms,
): ConnectionActions & MachineActions {
  const atrium = useAtrium();
  const [present] = useState(createPresent);
  useEffect(() => {
    present.set({ target: state.target, beforeRedirect });
    return () => present.set(null);
  });
  const [enter] = useState(createTurnstile);
  const run = (work: () => Promise<void>) =>
    enter(async () => {
      dispatch(running);
      await work().catch((thrown: unknown) => {
        const error = AtriumError.from(thrown);
        endSessionInAction(atrium, error);
        dispatch(failed(error));
      });
    });
  const scene = { atrium, state, known, oauth, dispatch, run, emit, now: present.get };
  return {
    ...targetActions(scene),
    ...formActions(scene),
    ...oauthActions(scene),
    ...modeActions(scene, consent),
    ...manualActions(scene),
    ...again(scene),
    handOver: (request, onResult) => handOver(scene, request, onResult),
  };
}

/** Keeps what holds by now for actions that began some time ago. */
function createPresent() {
  let present: Present | null = null;
  return {
    get: () => present,
    set: (next: Present | null) => {
      present = next;
    },
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

function targetActions({ atrium: { client, queryClient }, state, known, dispatch, emit }: Scene) {
  return {
    select: (institution: Institution) => {
      setData(queryClient, institutionOptions(client, institution.code), institution);
      emit({
        type: 'institution-selected',
        institutionCode: institution.code,
        institutionName: institution.name,
        institutionUrl: institution.url,
      });
      const { code } = institution;
      const { left } = state;
      dispatch(left?.institutionCode === code ? toMember(left.guid) : toInstitution(code));
    },
    openMember: (guid: string) => dispatch(toMember(guid)),
    connectAgain: () => {
      const code = codeOf(known);
      if (code !== null) {
        dispatch(toInstitution(code));
      }
    },
    startOver: () => {
      dispatch({ type: 'left', member: leftAtFailure(known) ?? state.left });
      emit({ type: 'back-to-search' });
    },
  };
}

/** The member that something failed on, unless it is the member itself that is gone. */
function leftAtFailure(known: KnownConnection): LeftMember | null {
  const { target } = known.facts;
  const institutionCode = codeOf(known);
  const step = deriveStep(known.facts);
  if (target.kind !== 'member' || institutionCode === null || step.kind !== 'failure') {
    return null;
  }
  const isGone = step.during === 'member' && step.error.kind === 'not-found';
  return isGone ? null : { guid: target.guid, institutionCode };
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
          const connect = () => connectByCredentials(atrium, code, credentials, mode);
          const guid = await find(scene, code, connect);
          dispatch(toMember(guid));
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
          const asked = known.facts.watch?.reading?.challenges ?? [];
          await answerChallenges(atrium, target.guid, answers, asked);
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

function again(scene: Scene) {
  const { atrium, state, known, dispatch, run, emit } = scene;
  const { target } = state;
  const start = (work: (memberGuid: string) => Promise<void>) =>
    run(async () => (target.kind === 'member' ? work(target.guid) : dispatch(idle)));
  const tryAgain = () =>
    start((memberGuid) => {
      emit({ type: 'refresh-requested', memberGuid });
      return begin(scene, memberGuid);
    });
  return {
    startJob: () => start((memberGuid) => begin(scene, memberGuid, known.facts.watch?.startedAt)),
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
