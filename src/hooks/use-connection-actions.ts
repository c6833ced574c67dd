'use client';

import { useRef, type Dispatch } from 'react';
import { challengeKey } from '../domain/challenge.ts';
import type { Answer } from '../domain/credential.ts';
import { AtriumError } from '../domain/errors.ts';
import type { Institution } from '../domain/institution.ts';
import type { OauthOutcome } from '../domain/oauth.ts';
import { institutionOptions } from '../queries/institutions.ts';
import {
  aggregateMember,
  createMember,
  resumeMember,
  updateMember,
  type Atrium,
} from '../queries/jobs.ts';
import { oauthWindowOptions } from '../queries/members.ts';
import { checkMemberAgain, memberWatchOptions } from '../queries/watch.ts';
import { useAtrium } from './atrium-context.tsx';
import { failed, type ConnectionEvent, type ConnectionState } from './connection-state.ts';
import type { KnownConnection } from './use-connection-facts.ts';

/** A form open for longer is checked for being still wanted before it is sent. */
const FORM_AGE_MS = 30_000;

/** Everything a person can do in a connection. Which of it is valid depends on the step. */
export interface ConnectionActions {
  readonly select: (institution: Institution) => void;
  readonly submit: (answers: readonly Answer[]) => void;
  readonly answer: (answers: readonly Answer[]) => void;
  readonly authorize: () => void;
  readonly windowOpened: () => void;
  readonly windowBlocked: () => void;
  readonly windowClosed: () => void;
  readonly returned: (outcome: OauthOutcome) => void;
  readonly tryAgain: () => void;
  readonly checkAgain: () => void;
  readonly connectAgain: () => void;
  readonly retry: () => void;
  readonly startOver: () => void;
}

/** The actions of a connection. One at a time: what is asked while one runs is not done twice. */
export function useConnectionActions(
  { target, oauth }: ConnectionState,
  { institution, member, facts }: KnownConnection,
  dispatch: Dispatch<ConnectionEvent>,
): ConnectionActions {
  const atrium = useAtrium();
  const { client, queryClient } = atrium;
  const isBusy = useRef(false);

  const run = (work: () => Promise<void>) => {
    if (isBusy.current) {
      return;
    }
    isBusy.current = true;
    dispatch({ type: 'acted', action: { kind: 'running' } });
    void work()
      .catch((error: unknown) => dispatch(failed(AtriumError.from(error))))
      .finally(() => {
        isBusy.current = false;
      });
  };
  const done = () => dispatch({ type: 'acted', action: { kind: 'idle' } });
  const follow = (guid: string) => dispatch({ type: 'targeted', target: { kind: 'member', guid } });
  const checkAgain = () => {
    if (target.kind === 'member') {
      void checkMemberAgain(queryClient, client, target.guid);
    }
  };
  const tryAgain = () =>
    run(async () => {
      if (target.kind !== 'member') {
        return done();
      }
      const { outcome } = await aggregateMember(atrium, target.guid);
      if (outcome === 'running') {
        return done();
      }
      dispatch({ type: 'acted', action: { kind: 'throttled' } });
      await checkMemberAgain(queryClient, client, target.guid);
    });
  const code = institution?.code ?? member?.institutionCode ?? null;

  return {
    select: (chosen) => {
      queryClient.setQueryData(institutionOptions(client, chosen.code).queryKey, chosen);
      dispatch({ type: 'targeted', target: { kind: 'institution', code: chosen.code } });
    },

    submit: (answers) =>
      run(async () => {
        if (target.kind === 'institution') {
          follow(await connect(atrium, target.code, answers));
        } else if (target.kind === 'member') {
          await updateMember(atrium, target.guid, { credentials: answers });
          done();
        }
      }),

    answer: (answers) =>
      run(async () => {
        if (target.kind === 'member' && (await isStillAsked(atrium, target.guid, answers))) {
          await resume(atrium, target.guid, answers);
        }
        done();
      }),

    authorize: () => {
      if (target.kind === 'member' && oauth.problem !== 'EXPIRED' && !isGone(facts)) {
        dispatch({ type: 'oauth-renewed', problem: null });
      } else if (code !== null) {
        run(async () => follow(await connectByOauth(atrium, code)));
      }
    },
    windowOpened: () => dispatch({ type: 'oauth-opened' }),
    windowBlocked: () => dispatch({ type: 'oauth-noticed', problem: 'BLOCKED' }),
    windowClosed: () => {
      dispatch({ type: 'oauth-noticed', problem: 'CLOSED' });
      checkAgain();
    },
    returned: (outcome) => {
      if (outcome.kind === 'error') {
        dispatch({ type: 'oauth-renewed', problem: outcome.problem });
      } else if (outcome.memberGuid !== null && outcome.memberGuid !== member?.guid) {
        follow(outcome.memberGuid);
      } else {
        checkAgain();
      }
    },

    tryAgain,
    checkAgain,
    connectAgain: () => {
      if (code !== null) {
        dispatch({ type: 'targeted', target: { kind: 'institution', code } });
      }
    },
    retry: () => {
      if (facts.action.kind === 'failed') {
        return tryAgain();
      }
      checkAgain();
      void queryClient.refetchQueries({
        predicate: ({ queryKey, state, isActive }) =>
          queryKey[0] === client.scope && state.status === 'error' && isActive(),
      });
    },
    startOver: () => dispatch({ type: 'targeted', target: { kind: 'nothing' } }),
  };
}

const isGone = ({ watch }: KnownConnection['facts']) => watch?.error?.kind === 'not-found';

/** Creates the member, or finds the one that already makes this very connection. */
async function connect(
  atrium: Atrium,
  institutionCode: string,
  credentials: readonly Answer[],
): Promise<string> {
  try {
    return (await createMember(atrium, { institutionCode, credentials })).guid;
  } catch (error) {
    const existing = await duplicateOf(atrium, institutionCode, error);
    if (existing === null) {
      throw error;
    }
    return existing;
  }
}

async function duplicateOf(
  { client }: Atrium,
  institutionCode: string,
  error: unknown,
): Promise<string | null> {
  if (!(error instanceof AtriumError) || error.kind !== 'conflict') {
    return null;
  }
  if (error.memberGuid !== undefined) {
    return error.memberGuid;
  }
  const members = await client.listMembers();
  return members.find((member) => member.institutionCode === institutionCode)?.guid ?? null;
}

/** Carries on with a member that still waits for this institution's page, or creates one. */
async function connectByOauth(atrium: Atrium, institutionCode: string): Promise<string> {
  const { client, queryClient } = atrium;
  const members = await client.listMembers();
  const waiting = members.find(
    (member) => member.institutionCode === institutionCode && member.connectionStatus === 'PENDING',
  );
  if (waiting) {
    return waiting.guid;
  }
  const member = await createMember(atrium, { institutionCode, isOauth: true });
  if (member.oauthWindowUri !== null) {
    const { queryKey } = oauthWindowOptions(client, member.guid, 0);
    queryClient.setQueryData(queryKey, member.oauthWindowUri);
  }
  return member.guid;
}

/** Answering questions that are no longer asked would hide what has happened to them. */
async function isStillAsked(
  { client, queryClient }: Atrium,
  guid: string,
  answers: readonly Answer[],
): Promise<boolean> {
  const options = memberWatchOptions(client, guid);
  const watch = queryClient.getQueryData(options.queryKey);
  if (watch !== undefined && Date.now() - watch.at < FORM_AGE_MS) {
    return true;
  }
  const { reading } = await queryClient.fetchQuery({ ...options, staleTime: 0 });
  return reading === null || challengeKey(reading.challenges) === challengeKey(answers);
}

/** An answer that comes too late is not a failure to show: the status says what became of it. */
async function resume(atrium: Atrium, guid: string, answers: readonly Answer[]): Promise<void> {
  try {
    await resumeMember(atrium, guid, answers);
  } catch (error) {
    if (!(error instanceof AtriumError) || error.kind !== 'conflict') {
      throw error;
    }
    await checkMemberAgain(atrium.queryClient, atrium.client, guid);
  }
}
