import type { AtriumError } from '../domain/errors.ts';
import type { OauthProblem } from '../domain/oauth.ts';
import type { Action, OauthVisit, Target } from '../domain/step.ts';

/** Where a connection starts: at the search, at an institution, or at a member to repair. */
export interface ConnectionOrigin {
  readonly institutionCode?: string | undefined;
  readonly memberGuid?: string | undefined;
}

/** The little that only the browser knows. Everything else is read from the server. */
export interface ConnectionState {
  readonly origin: string;
  readonly target: Target;
  readonly action: Action;
  readonly oauth: OauthVisit;
}

export type ConnectionEvent =
  | { readonly type: 'started'; readonly origin: ConnectionOrigin }
  | { readonly type: 'targeted'; readonly target: Target }
  | { readonly type: 'acted'; readonly action: Action }
  /** A new window URI is wanted: the last one is used up, or came to nothing. */
  | { readonly type: 'oauth-renewed'; readonly problem: OauthProblem | null }
  | { readonly type: 'oauth-opened' }
  /** Told of the present attempt, which goes on. */
  | { readonly type: 'oauth-noticed'; readonly problem: OauthProblem };

const IDLE = { kind: 'idle' } as const;
const NO_VISIT: OauthVisit = { attempt: 0, isAway: false, problem: null };

/** What tells one origin from another. */
export function originKey({ institutionCode, memberGuid }: ConnectionOrigin): string {
  return memberGuid ?? (institutionCode === undefined ? '' : `institution ${institutionCode}`);
}

/** The state in which a connection starts. */
export function startConnection(origin: ConnectionOrigin): ConnectionState {
  return { origin: originKey(origin), target: targetOf(origin), action: IDLE, oauth: NO_VISIT };
}

function targetOf({ institutionCode, memberGuid }: ConnectionOrigin): Target {
  if (memberGuid !== undefined) {
    return { kind: 'member', guid: memberGuid };
  }
  return institutionCode === undefined
    ? { kind: 'nothing' }
    : { kind: 'institution', code: institutionCode };
}

export function reduceConnection(state: ConnectionState, event: ConnectionEvent): ConnectionState {
  const { oauth } = state;
  switch (event.type) {
    case 'started':
      return startConnection(event.origin);
    case 'targeted':
      return { ...state, target: event.target, action: IDLE, oauth: NO_VISIT };
    case 'acted':
      return { ...state, action: event.action };
    case 'oauth-renewed':
      return {
        ...state,
        action: IDLE,
        oauth: { attempt: oauth.attempt + 1, isAway: false, problem: event.problem },
      };
    case 'oauth-opened':
      return { ...state, oauth: { ...oauth, isAway: true, problem: null } };
    case 'oauth-noticed':
      return { ...state, oauth: { ...oauth, problem: event.problem } };
    default:
      return event satisfies never;
  }
}

/** The state after a request failed. */
export const failed = (error: AtriumError): ConnectionEvent => ({
  type: 'acted',
  action: { kind: 'failed', error },
});
