import type { ConsentTerms } from './consent.ts';
import type { AtriumErrorKind } from './errors.ts';
import type { OauthProblem } from './oauth.ts';
import type { ReportedStatus } from './status.ts';
import type { ConnectionStepKind } from './step.ts';

/** Why a connection was left: see `onExit`. */
export type ExitReason = 'success' | 'user' | 'status' | 'error';

/**
 * Something that has happened, told once. No event holds anything that a person typed, an
 * account, an address that works only once, or a name other than the institution's.
 */
export type ConnectEvent =
  /** The first step can be seen. */
  | { readonly type: 'ready'; readonly step: ConnectionStepKind }
  /** Another step can be seen. Loading is not one. */
  | {
      readonly type: 'step-changed';
      readonly previous: ConnectionStepKind;
      readonly current: ConnectionStepKind;
      readonly memberGuid: string | null;
      readonly institutionCode: string | null;
    }
  /** The results of a search are there. What was searched for is not told: people paste anything. */
  | {
      readonly type: 'institution-searched';
      /** How many characters were searched for. */
      readonly length: number;
      /** How many institutions were found. */
      readonly found: number;
    }
  | {
      readonly type: 'institution-selected';
      readonly institutionCode: string;
      readonly institutionName: string;
      readonly institutionUrl: string | null;
    }
  /** The person has said yes to the host's terms. */
  | {
      readonly type: 'consent-accepted';
      readonly memberGuid: string | null;
      readonly institutionCode: string | null;
      /** As they were shown. */
      readonly terms: ConsentTerms;
      /** ISO 8601, by the clock of the person's device. */
      readonly at: string;
    }
  | {
      readonly type: 'consent-declined';
      readonly memberGuid: string | null;
      readonly institutionCode: string | null;
    }
  /** Sent off, to make a new member or (`update`) to repair the one named. */
  | {
      readonly type: 'credentials-submitted';
      readonly purpose: 'connect' | 'update';
      readonly memberGuid: string | null;
      readonly institutionCode: string | null;
    }
  | {
      readonly type: 'member-created';
      readonly memberGuid: string;
      readonly institutionCode: string;
    }
  | {
      readonly type: 'create-failed';
      readonly institutionCode: string;
      readonly error: AtriumErrorKind;
    }
  /** The answers to all open questions were sent off. */
  | {
      readonly type: 'challenge-answered';
      readonly memberGuid: string;
      /** How many questions there were. */
      readonly count: number;
    }
  /** The person follows the link to the institution's own page. */
  | {
      readonly type: 'oauth-requested';
      readonly memberGuid: string;
      readonly institutionCode: string | null;
      /** Where it leads. The whole address works only once, and whoever reads it could use it. */
      readonly origin: string;
    }
  /** The way through the institution's own page came to nothing. */
  | {
      readonly type: 'oauth-failed';
      readonly memberGuid: string | null;
      readonly reason: Exclude<OauthProblem, 'CLOSED'>;
    }
  /**
   * The user is back from an institution's page with a member that their account does not have. It
   * may belong to another user. The guid comes from the address of the page.
   */
  | { readonly type: 'oauth-member-not-found'; readonly memberGuid: string }
  /**
   * A member reports another status, or was read for the first time (`previous` undefined). What
   * the API still reports from before a job is not told.
   */
  | {
      readonly type: 'status-changed';
      readonly memberGuid: string;
      readonly status: ReportedStatus;
      readonly previous: ReportedStatus | undefined;
    }
  /** The accounts can be read. Transactions may still be coming in. */
  | { readonly type: 'data-ready'; readonly memberGuid: string }
  /** Connected, and all data of this job is there. */
  | { readonly type: 'member-connected'; readonly memberGuid: string }
  /** A job has ended, or there was none, and the member needs something else. */
  | {
      readonly type: 'member-error';
      readonly memberGuid: string;
      readonly status: ReportedStatus;
      /** What the API says that it came to grief over, as a number: see `memberError`. */
      readonly code: number | null;
    }
  /** No account can be verified: none is open and for deposits, or has numbers. */
  | { readonly type: 'no-eligible-account'; readonly memberGuid: string }
  | {
      readonly type: 'account-chosen';
      readonly memberGuid: string;
      readonly accountGuid: string;
    }
  /** An account is kept by hand from now on, in place of this connection. */
  | {
      readonly type: 'manual-account-added';
      readonly memberGuid: string | null;
      readonly accountGuid: string;
    }
  /** The person asked for another try, or for newer data. */
  | { readonly type: 'refresh-requested'; readonly memberGuid: string }
  | { readonly type: 'member-removed'; readonly memberGuid: string }
  | { readonly type: 'back-to-search' }
  /** The person leaves: what `onExit` is told. */
  | {
      readonly type: 'exited';
      readonly reason: ExitReason;
      readonly memberGuid: string | null;
    };

/** The name of an event. */
export type ConnectEventType = ConnectEvent['type'];

/** Listens to what happens. */
export type ConnectEventListener = (event: ConnectEvent) => void;
