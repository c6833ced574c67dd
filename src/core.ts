export type { Account } from './domain/account.ts';
export {
  CHALLENGE_TYPES,
  challengeFormKey,
  imageDataUri,
  type Challenge,
  type ChallengeRound,
  type ChallengeType,
  type ImageOption,
} from './domain/challenge.ts';
export {
  connectionStatus,
  connectionStatuses,
  type DocumentedStatus,
  type StatusDocumentation,
} from './domain/connection-statuses.ts';
export type { ConsentTerms } from './domain/consent.ts';
export {
  CREDENTIAL_TYPES,
  type Answer,
  type Credential,
  type CredentialType,
  type Option,
} from './domain/credential.ts';
export {
  ATRIUM_ERROR_KINDS,
  AtriumError,
  isRetryable,
  offersRetry,
  type AtriumErrorDetails,
  type AtriumErrorKind,
} from './domain/errors.ts';
export {
  connectEvents,
  type EventDocumentation,
  type EventStability,
  type StableConnectEvent,
} from './domain/event-reference.ts';
export type {
  ConnectEvent,
  ConnectEventListener,
  ConnectEventType,
  ExitReason,
} from './domain/events.ts';
export { institutionHost, institutionInitials, type Institution } from './domain/institution.ts';
export { parseLegacyStatus, type LegacyStatus } from './domain/legacy-status.ts';
export { legacyStatuses, type LegacyStatusRow } from './domain/legacy-statuses.ts';
export { parseAmount } from './domain/amount.ts';
export {
  ACCOUNT_TYPES,
  type AccountType,
  type ManualEntry,
  type NewManualAccount,
} from './domain/manual-account.ts';
export {
  memberError,
  memberErrors,
  type MemberError,
  type MemberErrorName,
  type MemberErrorRow,
  type StatusDetail,
} from './domain/member-error.ts';
export { MEMBER_LIMIT, statusOf, type Member, type MemberStatus } from './domain/member.ts';
export {
  isWaitingForPresence,
  memberStanding,
  type MemberStanding,
} from './domain/member-standing.ts';
export {
  CONNECTION_MODES,
  type AccountNumbers,
  type AccountOwner,
  type ConnectionMode,
  type ModeJob,
  type PremiumMode,
} from './domain/mode.ts';
export {
  OAUTH_ERROR_REASONS,
  type OauthErrorReason,
  type OauthMode,
  type OauthOutcome,
  type OauthProblem,
} from './domain/oauth.ts';
export {
  DEFAULT_POLL_POLICY,
  isHopeless,
  isOverdue,
  isSlow,
  isUnreachable,
  nextPollDelay,
  type PollPolicy,
} from './domain/polling.ts';
export {
  CONNECTION_STATUSES,
  isConnectionStatus,
  parseConnectionStatus,
  type AggregateRule,
  type ConnectionStatusName,
  type PollRule,
  type Remedy,
  type ReportedStatus,
  type StatusRow,
  type Tone,
  type Turn,
} from './domain/status.ts';
export { statusAtRest, type StatusAtRest } from './domain/status-at-rest.ts';
export {
  statusMessage,
  type StatusMessageKey,
  type StatusMessageOptions,
} from './domain/status-message.ts';
export {
  deriveStep,
  type Action,
  type ConnectingPace,
  type ConnectingStage,
  type ConnectionFacts,
  type ConnectionStep,
  type ConnectionStepKind,
  type OauthPhase,
  type OauthVisit,
  type Resource,
  type Target,
} from './domain/step.ts';
export { safeOauthUri, safeWebUrl } from './domain/urls.ts';
export {
  beginVisit,
  expectJob,
  expectReturn,
  isSettled,
  observe,
  observeFailure,
  restartWatch,
  startWatch,
  type ExpectedJob,
  type Job,
  type MemberWatch,
} from './domain/watch.ts';
