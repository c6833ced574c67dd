import type { ConnectEvent, ConnectEventType } from './events.ts';

/**
 * What can be relied on: a `stable` event keeps its name, its fields and its meaning within a
 * major version; an `experimental` one may change in any release, and is for looking, not acting.
 */
export type EventStability = 'stable' | 'experimental';

/** One event, described for developers. */
export interface EventDocumentation {
  readonly stability: EventStability;
  /** When it is told. */
  readonly when: string;
}

/** Apart from the events, so that a browser bundle does not carry documentation. */
const reference = {
  ready: { stability: 'stable', when: 'The first step can be seen. Once for each widget.' },
  'step-changed': {
    stability: 'experimental',
    when: 'Another step can be seen. Loading is not one. New steps may come.',
  },
  'institution-searched': {
    stability: 'experimental',
    when: 'The results of a search are there. The text is not told, for people paste anything.',
  },
  'institution-selected': {
    stability: 'stable',
    when: 'The person has chosen an institution from the search.',
  },
  'consent-accepted': {
    stability: 'stable',
    when: 'The person has said yes to the terms that the host gave. Keep it as your record.',
  },
  'consent-declined': { stability: 'stable', when: 'The person has said no to the terms.' },
  'credentials-submitted': {
    stability: 'stable',
    when: 'The person has sent credentials, for a new member or to repair one.',
  },
  'member-created': {
    stability: 'stable',
    when: 'A member now exists. Not told when the connection existed already.',
  },
  'create-failed': { stability: 'stable', when: 'Creating the member was refused or failed.' },
  'challenge-answered': {
    stability: 'stable',
    when: 'The person has sent the answers to all open questions.',
  },
  'oauth-requested': {
    stability: 'stable',
    when: 'The person follows the link to the institution’s own page.',
  },
  'oauth-failed': {
    stability: 'stable',
    when: 'The way through the institution’s own page came to nothing. A window that is merely closed is no failure.',
  },
  'oauth-member-not-found': {
    stability: 'stable',
    when: 'The user came back from an institution’s page with a member that is not in their account. Check the guid on your server before you act on it.',
  },
  'status-changed': {
    stability: 'stable',
    when: 'The member reports another status, or is read for the first time. What the API still reports from before a job is not told.',
  },
  'data-ready': {
    stability: 'stable',
    when: 'The accounts can be read. Transactions may still be coming in.',
  },
  'member-connected': {
    stability: 'stable',
    when: 'Connected, and all data of this job is there.',
  },
  'member-error': {
    stability: 'stable',
    when: 'The member has come to rest and needs something else: at a status that says so, or with an error. `code` is that of the error, if the API names one.',
  },
  'no-eligible-account': {
    stability: 'stable',
    when: 'In verification mode: no account can be verified.',
  },
  'account-chosen': {
    stability: 'stable',
    when: 'In verification mode: the person has chosen among several accounts.',
  },
  'manual-account-added': {
    stability: 'stable',
    when: 'The person has added an account that is kept by hand. `memberGuid` is the connection that it stands in for.',
  },
  'refresh-requested': {
    stability: 'experimental',
    when: 'The person asked for another try, or for newer data.',
  },
  'member-removed': { stability: 'stable', when: 'The member was deleted.' },
  'back-to-search': { stability: 'experimental', when: 'The person went back to the search.' },
  exited: { stability: 'stable', when: 'The person leaves: what `onExit` is told.' },
} as const satisfies Record<ConnectEventType, EventDocumentation>;

/** Every event, by name, in the order in which they may come. */
export const connectEvents: Readonly<Record<ConnectEventType, EventDocumentation>> = reference;

type NameOf<Stability extends EventStability> = {
  [Name in ConnectEventType]: (typeof reference)[Name]['stability'] extends Stability
    ? Name
    : never;
}[ConnectEventType];

/** The events that can be relied on within a major version. */
export type StableConnectEvent = Extract<ConnectEvent, { type: NameOf<'stable'> }>;
