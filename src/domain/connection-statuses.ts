import {
  NULL_STATUS,
  UNKNOWN_STATUS,
  parseConnectionStatus,
  statusTable,
  type ConnectionStatusName,
  type ReportedStatus,
  type StatusRow,
} from './status.ts';

/** The API documentation's words about one status, for developers. */
export interface StatusDocumentation {
  /** What the status means, verbatim. */
  readonly definition: string;
  /** What the client should do next, verbatim. */
  readonly nextSteps: string;
}

/** One status whole: what it means for a user interface, and the API's own words about it. */
export interface DocumentedStatus extends StatusRow, StatusDocumentation {}

/** Apart from the status table, so that a browser bundle does not carry documentation. */
const documentation = {
  CREATED: {
    definition: 'The member is new and has not yet been aggregated.',
    nextSteps: 'Aggregate the member once the end user logs in; poll for a status update.',
  },
  PREVENTED: {
    definition: 'MX is preventing aggregation until the member’s credentials have been updated.',
    nextSteps:
      'Display end-user message; after end user has updated their credentials, aggregate again.',
  },
  DENIED: {
    definition: 'The credentials provided for the member were invalid.',
    nextSteps:
      'Display end-user message; after end user has updated their credentials, aggregate again.',
  },
  CHALLENGED: {
    definition: 'The member has been challenged by multi-factor authentication.',
    nextSteps:
      'Display end-user message; follow MFA pathway; after the user answers MFA, poll for a status update.',
  },
  REJECTED: {
    definition: 'An MFA challenge was answered incorrectly.',
    nextSteps:
      'Display end-user message; another challenge may follow or aggregation may need to be restarted.',
  },
  LOCKED: {
    definition:
      'The financial institution is preventing authentication. The end user must contact the financial institution.',
    nextSteps: 'Display end-user message.',
  },
  CONNECTED: {
    definition: 'The member was successfully authenticated and data is now aggregating.',
    nextSteps: 'Display the account as having been connected.',
  },
  IMPEDED: {
    definition:
      'The end user’s attention is required at their online banking institution, e.g., there is a marketing message that must be viewed, terms and conditions that must be accepted, etc.',
    nextSteps: 'Display end-user message.',
  },
  RECONNECTED: {
    definition:
      'The member has been migrated to a new data source and aggregation is likely to trigger one-time password MFA. MX will not perform background aggregation in order to avoid unnecessarily disruptive texts, emails, etc. The member must be re-aggregated in the foreground with the end user present.',
    nextSteps: 'Aggregate the member once the end user logs in; poll for a status update.',
  },
  DEGRADED: {
    definition: 'Aggregation has failed at least three times within a short period of time.',
    nextSteps: 'Display end-user message.',
  },
  DISCONNECTED: {
    definition:
      'Aggregation has failed at least three times and has not succeeded for at least two weeks.',
    nextSteps: 'Display end-user message.',
  },
  DISCONTINUED: {
    definition: 'The connection to this financial institution is no longer available.',
    nextSteps: 'Display end-user message.',
  },
  CLOSED: {
    definition: 'The end user, MX, the client, or a partner has marked the member as closed.',
    nextSteps: 'Display end-user message.',
  },
  DELAYED: {
    definition:
      'Aggregating the member has taken longer than expected and it has not yet been connected.',
    nextSteps: 'Display end-user message; poll for a status update.',
  },
  FAILED: {
    definition: 'Aggregation failed without being connected.',
    nextSteps: 'Display end-user message; try aggregating again later.',
  },
  UPDATED: {
    definition:
      'The member has been updated — i.e., credentials have been updated — but it has not yet been connected.',
    nextSteps: 'Aggregate the member once the end user logs in; poll for a status update.',
  },
  DISABLED: {
    definition: 'Aggregation has been momentarily paused, but the member is still connected.',
    nextSteps: 'Display end-user message.',
  },
  IMPORTED: {
    definition:
      'MX does not have credentials and will not try to aggregate the member until the end user provides credentials.',
    nextSteps: 'Display end-user message; re-aggregate after the end user updates credentials.',
  },
  RESUMED: {
    definition:
      'The answer to an MFA challenge was received, but it is not yet clear whether it was correct.',
    nextSteps: 'Poll for a status update.',
  },
  EXPIRED: {
    definition:
      'The MFA answer was not provided within the time allotted by the financial institution.',
    nextSteps: 'Display end-user message; re-aggregate the member if the end user initiates it.',
  },
  IMPAIRED: {
    definition: 'The member is missing some or all credentials needed in order to connect.',
    nextSteps: 'Display end-user message; re-aggregate after the end user updates credentials.',
  },
  PENDING: {
    definition:
      "The member is using OAuth to authenticate credentials and still needs to go through the financial institution's OAuth process. A PENDING status will appear only on members less than one hour old with is_oauth: true. Members that stay PENDING longer than one hour will be deleted by MX.",
    nextSteps:
      'Redirect the end user to the oauth_window_uri provided in the create member response, or request one through the generate OAuth window URI endpoint.',
  },
} as const satisfies Record<ConnectionStatusName, StatusDocumentation>;

const nullStatus: DocumentedStatus = {
  ...NULL_STATUS,
  definition: 'The member exists but does not have credentials.',
  nextSteps: 'None.',
};

const unknownStatus: DocumentedStatus = {
  ...UNKNOWN_STATUS,
  definition: 'A status that this version does not know.',
  nextSteps: 'Display end-user message; try aggregating again later.',
};

/** The 22 connection statuses of the Atrium API, whole, by name. */
export const connectionStatuses: Readonly<Record<ConnectionStatusName, DocumentedStatus>> =
  Object.fromEntries<DocumentedStatus>(
    Object.values(statusTable).map((row) => [row.name, { ...row, ...documentation[row.name] }]),
  ) as Record<ConnectionStatusName, DocumentedStatus>;

/**
 * The status given by name or by integer id: the null row for `null`, the unknown row for
 * anything this version does not know. Never throws.
 */
export function connectionStatus(idOrName: unknown): DocumentedStatus {
  const status: ReportedStatus = parseConnectionStatus(idOrName);
  if (status === null) {
    return nullStatus;
  }
  return status === 'UNKNOWN' ? unknownStatus : connectionStatuses[status];
}
