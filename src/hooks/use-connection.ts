'use client';

import { useEffect, useReducer, useRef } from 'react';
import type { ConnectEventListener } from '../domain/events.ts';
import type { ConsentTerms } from '../domain/consent.ts';
import type { Institution } from '../domain/institution.ts';
import type { Member } from '../domain/member.ts';
import { isWaitingForPresence } from '../domain/member-standing.ts';
import { isOfMode } from '../domain/mode.ts';
import { DEFAULT_POLL_POLICY, type PollPolicy } from '../domain/polling.ts';
import {
  deriveStep,
  oauthStage,
  type ConnectionFacts,
  type ConnectionStep,
  type ConnectionStepKind,
} from '../domain/step.ts';
import type { MemberWatch } from '../domain/watch.ts';
import { expectMemberReturn } from '../queries/oauth.ts';
import { mayAggregate } from '../queries/presence.ts';
import { useAtrium } from './atrium-context.tsx';
import {
  originKey,
  reduceConnection,
  startConnection,
  type ConnectionOrigin,
  type ConnectionState,
} from './connection-state.ts';
import { useAggregationSuccess, type SuccessListener } from './connection-success.ts';
import { useEmit } from './events.tsx';
import type { ManualActions } from './manual-actions.ts';
import type { OauthActions } from './oauth-actions.ts';
import type { BeforeRedirect, ConnectOauthOptions } from './oauth-options.ts';
import { useConnectionActions, type ConnectionActions } from './use-connection-actions.ts';
import { useConnectionFacts } from './use-connection-facts.ts';
import { useModeJob } from './use-mode-job.ts';
import { useOauthVisit } from './use-oauth-visit.ts';
import { useTransitionEvents } from './use-transition-events.ts';

/** Where to start, and how patiently to follow. */
export interface UseConnectionOptions extends ConnectionOrigin {
  readonly pollPolicy?: PollPolicy | undefined;
  /** How the person gets to the institution's own page and back. Default: by a link to a new tab. */
  readonly oauth?: ConnectOauthOptions | undefined;
  /** The time to save what is on the page, before `redirect` leaves it. */
  readonly beforeRedirect?: BeforeRedirect | undefined;
  /** What the person is to agree to first. Default: they are not asked. */
  readonly consent?: ConsentTerms | undefined;
  /**
   * Whether an account can be kept by hand in place of a connection, if the server allows it.
   * Default true.
   */
  readonly manualAccounts?: boolean | undefined;
  /** Told of everything that happens, besides the listener of the provider. */
  readonly onEvent?: ConnectEventListener | undefined;
  /** Told of a connection that was made, with the result of its mode. */
  readonly onSuccess?: SuccessListener | undefined;
}

/** Which of the actions are valid in which step. */
interface ValidActions {
  loading: never;
  search: 'select';
  limit: never;
  consent: 'accept' | 'decline';
  offer: 'start';
  unavailable: never;
  'choose-account': 'chooseAccount';
  credentials: 'submit' | 'openMember';
  oauth: keyof OauthActions;
  connecting: 'checkAgain';
  challenge: 'answer';
  connected: never;
  attention: 'tryAgain' | 'checkAgain' | 'connectAgain' | 'addManually';
  'manual-account': keyof ManualActions;
  failure: 'retry';
}

/** What is known in every step, and what can be done in any of them. */
export interface ConnectionContext {
  /** The institution, once it is chosen and read. */
  readonly institution: Institution | null;
  /** Its name, or the member's while the institution is still being read. */
  readonly institutionName: string | null;
  /** The member, once there is one: this is where a connection can be continued later. */
  readonly memberGuid: string | null;
  readonly member: Member | null;
  /** What the watch over the member has learned. */
  readonly watch: MemberWatch | null;
  /** Back to the search. A member that exists is kept. */
  readonly startOver: () => void;
}

/** One step with all that is needed to show it and the actions that are valid in it. */
export type Connection = {
  [Kind in ConnectionStepKind]: ConnectionContext &
    Extract<ConnectionStep, { kind: Kind }> &
    Pick<ConnectionActions, ValidActions[Kind]>;
}[ConnectionStepKind];

/**
 * The whole flow of connecting an institution, from "which bank?" to "connected", as one step at
 * a time. A host that draws its own interface switches over `kind`.
 */
export function useConnection({
  institutionCode: startingCode,
  memberGuid: startingGuid,
  oauthReturn,
  pollPolicy = DEFAULT_POLL_POLICY,
  oauth = {},
  beforeRedirect,
  mode = 'aggregation',
  addsManually,
  consent,
  manualAccounts = true,
  onEvent,
  onSuccess,
}: UseConnectionOptions = {}): Connection {
  const origin = {
    institutionCode: startingCode,
    memberGuid: startingGuid,
    oauthReturn,
    mode,
    addsManually,
  };
  const [state, dispatch] = useReducer(reduceConnection, origin, startConnection);
  if (state.origin !== originKey(origin)) {
    dispatch({ type: 'started', origin });
  }

  const known = useConnectionFacts(state, {
    policy: pollPolicy,
    mode,
    asksConsent: consent !== undefined,
    way: oauth,
    manualAccounts,
  });
  const emit = useEmit(onEvent);
  const { startJob, handOver, ...actions } = useConnectionActions(state, known, dispatch, emit, {
    consent,
    oauth,
    beforeRedirect,
  });
  useJobWhenPresent(known.facts, startJob);
  useModeJob(known, onSuccess, startJob, handOver);
  const step = deriveStep(known.facts);
  const memberGuid = state.target.kind === 'member' ? state.target.guid : null;
  const isAway = oauthStage(state.oauth, known.facts.watch) === 'away';
  const { attempt } = state.oauth;
  useOauthVisit({ memberGuid, member: known.member, attempt, isAway }, actions.returned);
  useExpectReturn(state);
  const institutionCode = known.institution?.code ?? known.member?.institutionCode ?? null;
  const isJobStarted = isOfMode(mode, known.facts.job);
  const about = { memberGuid, institutionCode, mode, isJobStarted };
  useTransitionEvents(step, known.facts.watch, about, emit);
  useAggregationSuccess(step, memberGuid, known.member, onSuccess);

  // Each step is given all actions; its type names those that are valid in it.
  return {
    ...step,
    ...actions,
    institution: known.institution,
    institutionName: known.institution?.name ?? known.member?.name ?? null,
    memberGuid,
    member: known.member,
    watch: known.facts.watch,
  };
}

/** Who starts at a return that went well is owed a job that the API starts by itself. */
function useExpectReturn({ origin, target, oauth }: ConnectionState): void {
  const atrium = useAtrium();
  const expected = useRef('');
  const isBack = target.kind === 'member' && oauth.stage === 'back' && oauth.attempt === 0;
  const guid = isBack ? target.guid : '';

  // The watch over the member is outside of React, and must doubt from its first answer on.
  useEffect(() => {
    if (isBack && expected.current !== origin) {
      expected.current = origin;
      void expectMemberReturn(atrium, guid);
    }
  });
}

/** The API works on some members only with the person present. Once a member and connection. */
function useJobWhenPresent({ watch, action }: ConnectionFacts, startJob: () => void): void {
  const atrium = useAtrium();
  const asked = useRef<string | null>(null);
  const isWaiting =
    action.kind === 'idle' &&
    watch?.reading &&
    watch.job === null &&
    isWaitingForPresence(watch.reading);
  const waiting = isWaiting ? watch.guid : null;

  // Starting a job is something done to the server, once it is known to be wanted.
  useEffect(() => {
    if (waiting !== null && asked.current !== waiting && mayAggregate(atrium, waiting)) {
      asked.current = waiting;
      startJob();
    }
  });
}
