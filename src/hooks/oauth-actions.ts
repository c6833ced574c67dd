import type { OauthOutcome } from '../domain/oauth.ts';
import { isExpired } from '../domain/polling.ts';
import { originOf } from '../domain/urls.ts';
import { skipsAggregation } from '../queries/connect.ts';
import {
  beginMemberVisit,
  connectByOauth,
  expectMemberReturn,
  lookForReturn,
  oauthWindowOptions,
} from '../queries/oauth.ts';
import { check, codeOf, find, idle, running, toMember, type Scene } from './connection-scene.ts';
import type { OauthDeparture } from './oauth-options.ts';

/** What a person can do on the way to the institution's own page. */
export interface OauthActions {
  /** Prepares the way to the institution's own page: a member, if there is none, and a new URI. */
  readonly authorize: () => void;
  /** Prepares the way, lets the host save its work, and leaves in this very tab. */
  readonly redirect: () => void;
  readonly windowOpened: () => void;
  readonly windowBlocked: () => void;
  /** The window seems to be closed. A hint: some banks' pages make it look so. */
  readonly windowClosed: () => void;
  /** The institution's page says that it is done. A hint: the status is read at once. */
  readonly returned: (outcome: OauthOutcome) => void;
}

export function oauthActions(scene: Scene): OauthActions {
  const { atrium, dispatch, run } = scene;
  const own = ownMember(scene);
  return {
    authorize: () => {
      const code = codeOf(scene.known);
      if (own !== null) {
        dispatch({ type: 'oauth-renewed' });
      } else if (code !== null) {
        run(async () => dispatch(toMember(await findMember(scene, code))));
      }
    },
    redirect: () => run(() => redirect(scene)),
    windowOpened: () => {
      const { windowUri } = scene.known.facts;
      if (own !== null && windowUri?.kind === 'ready') {
        leave(scene, own, windowUri.value);
      }
    },
    windowBlocked: () => dispatch({ type: 'oauth-noticed', problem: 'BLOCKED' }),
    windowClosed: () => {
      dispatch({ type: 'oauth-noticed', problem: 'CLOSED' });
      check(scene);
      if (own !== null) {
        lookForReturn(atrium, own, ['visit']);
      }
    },
    returned: (outcome) => {
      dispatch({ type: 'oauth-returned', outcome });
      const guid = outcome.memberGuid ?? own;
      if (outcome.kind === 'success' && guid !== null) {
        void expectMemberReturn(atrium, guid);
      }
    },
  };
}

/** The member, unless the API has dropped it, or soon will. */
function ownMember({ state: { target }, known: { facts } }: Scene): string | null {
  const isGone = facts.watch !== null && isExpired(facts.watch, facts.policy);
  return target.kind === 'member' && !isGone ? target.guid : null;
}

const findMember = (scene: Scene, code: string) =>
  find(scene, code, () => connectByOauth(scene.atrium, code, scene.known.facts.mode, scene.oauth));

function leave({ atrium, known, dispatch, emit }: Scene, guid: string, windowUri: string): void {
  emit({
    type: 'oauth-requested',
    memberGuid: guid,
    institutionCode: codeOf(known),
    origin: originOf(windowUri),
  });
  beginMemberVisit(atrium, guid);
  dispatch({ type: 'oauth-opened' });
}

/** Goes only if that is still wanted at the end of all the waiting. */
async function redirect(scene: Scene): Promise<void> {
  const { atrium, state, known, oauth, dispatch, now } = scene;
  const own = ownMember(scene);
  const code = codeOf(known);
  if (own === null && code === null) {
    return dispatch(idle);
  }
  const guid = own ?? (await findMember(scene, code ?? ''));
  const isWanted = () => {
    const target = now()?.target;
    return target === state.target || (target?.kind === 'member' && target.guid === guid);
  };
  if (own === null && isWanted()) {
    dispatch(toMember(guid));
    dispatch(running);
  }
  const windowUri = await atrium.queryClient.fetchQuery(
    oauthWindowOptions(atrium.client, guid, own === null ? 0 : state.oauth.attempt, {
      ...oauth,
      skipAggregation: skipsAggregation(known.facts.mode),
    }),
  );
  if (!isWanted()) {
    return;
  }
  const departure = { memberGuid: guid, institution: known.institution, windowUri };
  const isSaved = await letHostSave(scene, departure);
  if (!isWanted()) {
    return;
  }
  if (!isSaved) {
    dispatch(idle);
    return dispatch({ type: 'oauth-noticed', problem: 'UNSAVED' });
  }
  leave(scene, guid, windowUri);
  window.location.assign(windowUri);
}

async function letHostSave({ now }: Scene, departure: OauthDeparture): Promise<boolean> {
  try {
    await now()?.beforeRedirect?.(departure);
    return true;
  } catch {
    return false;
  }
}
