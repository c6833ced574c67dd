import type { Account } from './account.ts';
import type { Challenge, ChallengeRound } from './challenge.ts';
import type { Credential } from './credential.ts';
import type { AtriumError } from './errors.ts';
import type { Institution } from './institution.ts';
import type { ManualEntry } from './manual-account.ts';
import type { Member } from './member.ts';
import type { StatusDetail } from './member-error.ts';
import type { ConnectionMode, ModeJob, PremiumMode } from './mode.ts';
import type { OauthProblem } from './oauth.ts';
import type { PollPolicy } from './polling.ts';
import type { StatusRow } from './status.ts';
import type { MemberWatch } from './watch.ts';

/** Something that is read from the server. */
export type Resource<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: AtriumError };

/** What is being connected: nothing yet, an institution without a member, or a member. */
export type Target =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'institution'; readonly code: string }
  | { readonly kind: 'member'; readonly guid: string };

/** What the person has just asked for, and how it went. */
export type Action =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly error: AtriumError }
  /** The API accepted the request and started nothing: the data is as new as it can be. */
  | { readonly kind: 'throttled' };

/** How far the person is with the institution's own page. */
export interface OauthVisit {
  /** How many window URIs are used up, for each works only once. */
  readonly attempt: number;
  /**
   * `away`: the person has gone to the institution's page; `back`: that has said that they are
   * done; `here`: neither, or it is over.
   */
  readonly stage: 'here' | 'away' | 'back';
  /** What came of the last attempt. */
  readonly problem: OauthProblem | null;
}

/** Everything that a step is derived from. `null`: not asked for, because not needed yet. */
export interface ConnectionFacts {
  readonly target: Target;
  readonly action: Action;
  readonly oauth: OauthVisit;
  /** The window URI of the present attempt. */
  readonly windowUri: Resource<string> | null;
  readonly institution: Resource<Institution> | null;
  /** The fields to fill in: the institution's for a new member, its own for an existing one. */
  readonly credentials: Resource<readonly Credential[]> | null;
  readonly accounts: Resource<readonly Account[]> | null;
  /** The accounts that can be verified. */
  readonly verifiable: Resource<readonly Account[]> | null;
  /** All members of the user. */
  readonly members: readonly Member[] | null;
  readonly mode: ConnectionMode;
  readonly job: ModeJob;
  readonly consent: 'not-asked' | 'wanted' | 'given';
  readonly watch: MemberWatch | null;
  /** Whether the member signs in at the institution's own page. */
  readonly isOauth: Resource<boolean>;
  readonly policy: PollPolicy;
  /** How far the person is with an account that they keep by hand. */
  readonly manual: ManualEntry;
  /** Whether the server lets an account be kept by hand; `null` while it is being asked. */
  readonly canAddManually: boolean | null;
}

/** Where a running job stands, as far as the API tells. */
export type ConnectingStage = 'signing-in' | 'fetching-accounts' | 'fetching-transactions';

/** How a running job is coming along, `stalled` and `unreachable` being the person's turn. */
export type ConnectingPace = 'usual' | 'slow' | 'stalled' | 'unreachable';

/**
 * How far the way to the institution's page is: `offer`: no address yet; `preparing`: it is being
 * asked for; `ready`: one click away; `away`: the person is there; `confirming`: they are back,
 * and the status has yet to say so.
 */
export type OauthPhase = 'offer' | 'preparing' | 'ready' | 'away' | 'confirming';

/** Where a connection stands, and all that is needed to show it. */
export type ConnectionStep =
  | { readonly kind: 'loading' }
  | { readonly kind: 'search' }
  | { readonly kind: 'limit'; readonly limit: number }
  /** The person is asked whether the host may have the data, before anything is typed. */
  | { readonly kind: 'consent' }
  /** The member is connected, and the job of the mode is not started without asking. */
  | { readonly kind: 'offer'; readonly mode: PremiumMode; readonly action: Action }
  /**
   * The connection can't be made: the institution, the app, or the accounts lack what the mode
   * needs, or the institution has no credentials to ask for.
   */
  | {
      readonly kind: 'unavailable';
      readonly mode: ConnectionMode;
      readonly reason: 'institution' | 'app' | 'accounts' | 'credentials';
    }
  | {
      readonly kind: 'choose-account';
      /** Those that the mode can be for. */
      readonly accounts: readonly Account[];
    }
  | {
      readonly kind: 'credentials';
      /** `connect` makes a new member, `update` repairs this one. */
      readonly purpose: 'connect' | 'update';
      /** Why they are needed again; `null` for a new member. */
      readonly status: StatusRow | null;
      readonly detail: StatusDetail;
      readonly credentials: readonly Credential[];
      readonly action: Action;
      /** The members one of which has these credentials, if that is why the request failed. */
      readonly existing: readonly Member[];
    }
  | {
      readonly kind: 'oauth';
      readonly phase: OauthPhase;
      /** Set in the phase `ready`. Good for one use. */
      readonly windowUri: string | null;
      /** PENDING, or why the person has to sign in again; `null` while there is no member. */
      readonly status: StatusRow | null;
      readonly detail: StatusDetail;
      readonly problem: OauthProblem | null;
      readonly error: AtriumError | null;
    }
  | {
      readonly kind: 'connecting';
      readonly status: StatusRow;
      readonly stage: ConnectingStage;
      readonly pace: ConnectingPace;
    }
  | {
      readonly kind: 'challenge';
      readonly status: StatusRow;
      readonly challenges: readonly Challenge[];
      /** What these questions say of the answers before them. */
      readonly round: ChallengeRound;
      readonly action: Action;
    }
  | {
      readonly kind: 'connected';
      readonly status: StatusRow;
      /** Data is still coming in. */
      readonly isArriving: boolean;
      readonly accounts: Resource<readonly Account[]>;
      readonly mode: ConnectionMode;
      /** The account that was chosen, in the mode that needs one. */
      readonly account: Account | null;
    }
  | {
      readonly kind: 'attention';
      readonly status: StatusRow;
      /** What the API says besides, with the error as far as it counts. */
      readonly detail: StatusDetail;
      readonly action: Action;
      /** An account can be kept by hand in place of the connection. */
      readonly canAddManually: boolean;
    }
  | {
      /** The person keeps an account by hand, in place of a connection. */
      readonly kind: 'manual-account';
      readonly action: Action;
      /** The account, once it is there; `null` while it is being typed in. */
      readonly account: Account | null;
    }
  | {
      readonly kind: 'failure';
      /** `oauth-return`: the member that the user came back with is not one of theirs. */
      readonly during: 'institution' | 'credentials' | 'member' | 'oauth-return' | 'job' | 'result';
      readonly error: AtriumError;
    };

/** The name of a step. */
export type ConnectionStepKind = ConnectionStep['kind'];
