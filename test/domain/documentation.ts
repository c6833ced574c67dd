/** The Atrium API's documentation of connection statuses, word for word. */
export interface Documented {
  readonly id: number | null;
  readonly name: string | null;
  readonly definition: string;
  readonly nextSteps: string;
  /** `null` where the documentation says "None." */
  readonly message: string | null;
}

export const DOCUMENTATION: readonly Documented[] = [
  {
    id: null,
    name: null,
    definition: 'The member exists but does not have credentials.',
    nextSteps: 'None.',
    message: null,
  },
  {
    id: 0,
    name: 'CREATED',
    definition: 'The member is new and has not yet been aggregated.',
    nextSteps: 'Aggregate the member once the end user logs in; poll for a status update.',
    message: 'Connecting to [...] ...',
  },
  {
    id: 1,
    name: 'PREVENTED',
    definition: 'MX is preventing aggregation until the member’s credentials have been updated.',
    nextSteps:
      'Display end-user message; after end user has updated their credentials, aggregate again.',
    message:
      'The last 3 attempts to connect have failed. Please re-enter your credentials to continue importing data.',
  },
  {
    id: 2,
    name: 'DENIED',
    definition: 'The credentials provided for the member were invalid.',
    nextSteps:
      'Display end-user message; after end user has updated their credentials, aggregate again.',
    message:
      'The credentials entered do not match your credentials at this institution. Please re-enter your credentials to continue importing data.',
  },
  {
    id: 3,
    name: 'CHALLENGED',
    definition: 'The member has been challenged by multi-factor authentication.',
    nextSteps:
      'Display end-user message; follow MFA pathway; after the user answers MFA, poll for a status update.',
    message: 'To authenticate your connection to [...], please answer the following challenge(s).',
  },
  {
    id: 4,
    name: 'REJECTED',
    definition: 'An MFA challenge was answered incorrectly.',
    nextSteps:
      'Display end-user message; another challenge may follow or aggregation may need to be restarted.',
    message: 'The answer or answers provided were incorrect. Please try again.',
  },
  {
    id: 5,
    name: 'LOCKED',
    definition:
      'The financial institution is preventing authentication. The end user must contact the financial institution.',
    nextSteps: 'Display end-user message.',
    message:
      'Your account is locked. Please log in to the appropriate website for [...] and follow the steps to resolve the issue.',
  },
  {
    id: 6,
    name: 'CONNECTED',
    definition: 'The member was successfully authenticated and data is now aggregating.',
    nextSteps: 'Display the account as having been connected.',
    message: 'Connected to [...] ...',
  },
  {
    id: 7,
    name: 'IMPEDED',
    definition:
      'The end user’s attention is required at their online banking institution, e.g., there is a marketing message that must be viewed, terms and conditions that must be accepted, etc.',
    nextSteps: 'Display end-user message.',
    message:
      "Your attention is needed at this institution's website. Please log in to the appropriate website for [...] and follow the steps to resolve the issue.",
  },
  {
    id: 8,
    name: 'RECONNECTED',
    definition:
      'The member has been migrated to a new data source and aggregation is likely to trigger one-time password MFA. MX will not perform background aggregation in order to avoid unnecessarily disruptive texts, emails, etc. The member must be re-aggregated in the foreground with the end user present.',
    nextSteps: 'Aggregate the member once the end user logs in; poll for a status update.',
    message: 'Reconnecting to [...] ...',
  },
  {
    id: 9,
    name: 'DEGRADED',
    definition: 'Aggregation has failed at least three times within a short period of time.',
    nextSteps: 'Display end-user message.',
    message: 'We are upgrading this connection. Please try again later.',
  },
  {
    id: 10,
    name: 'DISCONNECTED',
    definition:
      'Aggregation has failed at least three times and has not succeeded for at least two weeks.',
    nextSteps: 'Display end-user message.',
    message:
      'It looks like your data from [...] cannot be imported. We are working to resolve the issue.',
  },
  {
    id: 11,
    name: 'DISCONTINUED',
    definition: 'The connection to this financial institution is no longer available.',
    nextSteps: 'Display end-user message.',
    message:
      'Connections to this institution are no longer supported. You may create a manual account and use manual transactions to track data for this account.',
  },
  {
    id: 12,
    name: 'CLOSED',
    definition: 'The end user, MX, the client, or a partner has marked the member as closed.',
    nextSteps: 'Display end-user message.',
    message:
      'This connection has been closed. You may track this account manually. If reopened, you may connect the institution again.',
  },
  {
    id: 13,
    name: 'DELAYED',
    definition:
      'Aggregating the member has taken longer than expected and it has not yet been connected.',
    nextSteps: 'Display end-user message; poll for a status update.',
    message: 'Importing your data from [...] may take a while. Please check back later.',
  },
  {
    id: 14,
    name: 'FAILED',
    definition: 'Aggregation failed without being connected.',
    nextSteps: 'Display end-user message; try aggregating again later.',
    message: 'There was a problem validating your credentials with [...]. Please try again later.',
  },
  {
    id: 15,
    name: 'UPDATED',
    definition:
      'The member has been updated — i.e., credentials have been updated — but it has not yet been connected.',
    nextSteps: 'Aggregate the member once the end user logs in; poll for a status update.',
    message: 'Connecting to [...] ...',
  },
  {
    id: 16,
    name: 'DISABLED',
    definition: 'Aggregation has been momentarily paused, but the member is still connected.',
    nextSteps: 'Display end-user message.',
    message:
      'Importing data from this institution has been disabled. Please contact us if you believe it has been disabled in error.',
  },
  {
    id: 17,
    name: 'IMPORTED',
    definition:
      'MX does not have credentials and will not try to aggregate the member until the end user provides credentials.',
    nextSteps: 'Display end-user message; re-aggregate after the end user updates credentials.',
    message:
      'You must re-authenticate before your data can be imported. Please enter your credentials for [...].',
  },
  {
    id: 18,
    name: 'RESUMED',
    definition:
      'The answer to an MFA challenge was received, but it is not yet clear whether it was correct.',
    nextSteps: 'Poll for a status update.',
    message: 'Connecting to [...] ...',
  },
  {
    id: 19,
    name: 'EXPIRED',
    definition:
      'The MFA answer was not provided within the time allotted by the financial institution.',
    nextSteps: 'Display end-user message; re-aggregate the member if the end user initiates it.',
    message: 'The answer or answers were not provided in time. Please try again.',
  },
  {
    id: 20,
    name: 'IMPAIRED',
    definition: 'The member is missing some or all credentials needed in order to connect.',
    nextSteps: 'Display end-user message; re-aggregate after the end user updates credentials.',
    message:
      'You must re-authenticate before your data can be imported. Please enter your credentials for [...].',
  },
  {
    id: 21,
    name: 'PENDING',
    definition:
      "The member is using OAuth to authenticate credentials and still needs to go through the financial institution's OAuth process. A PENDING status will appear only on members less than one hour old with is_oauth: true. Members that stay PENDING longer than one hour will be deleted by MX.",
    nextSteps:
      'Redirect the end user to the oauth_window_uri provided in the create member response, or request one through the generate OAuth window URI endpoint.',
    message: null,
  },
];

export interface DocumentedLegacy {
  readonly name: string;
  readonly description: string;
  readonly nextSteps: string | null;
}

export const LEGACY_DOCUMENTATION: readonly DocumentedLegacy[] = [
  { name: 'INITIATED', description: 'Aggregation has started.', nextSteps: null },
  { name: 'REQUESTED', description: 'Request to get the data has started.', nextSteps: null },
  {
    name: 'CHALLENGED',
    description: 'MFA challenged returned.',
    nextSteps: 'Resume member with updated credentials.',
  },
  { name: 'RECEIVED', description: 'Received response back from the request.', nextSteps: null },
  {
    name: 'TRANSFERRED',
    description: 'Start saving the data into the MX Platform.',
    nextSteps: null,
  },
  {
    name: 'PROCESSED',
    description: 'Data has been processed into the MX Platform.',
    nextSteps: null,
  },
  {
    name: 'COMPLETED',
    description: 'Aggregation is complete.',
    nextSteps: 'List member accounts and transactions.',
  },
  {
    name: 'PREVENTED',
    description: 'Aggregation was prevented due to too many login attempts.',
    nextSteps: 'List member credentials, update member.',
  },
  {
    name: 'DENIED',
    description: 'Authentication failed due to invalid credentials or incorrect MFA answer.',
    nextSteps:
      'List member credentials, update member. If MFA was answered incorrectly, restart aggregation.',
  },
  {
    name: 'HALTED',
    description: 'An exception occurred that was unrelated to authentication.',
    nextSteps:
      'Retry aggregation tomorrow. If the member hits the HALTED status for 3 or more days, leave the member in its current state and contact support by submitting a ticket here.',
  },
];
