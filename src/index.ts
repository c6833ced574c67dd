export type {
  AtriumClient,
  EventsRequest,
  InstitutionQuery,
  MemberChanges,
  NewMember,
  Page,
  RequestOptions,
} from './api/client.ts';
export { completeOAuthReturn, type OauthArrival } from './api/complete-oauth-return.ts';
export { createAtriumClient, type AtriumClientOptions } from './api/fetch-client.ts';
export {
  AccountChoice,
  type AccountChoiceProps,
} from './components/account-choice/account-choice.tsx';
export {
  ChallengeForm,
  type ChallengeFormProps,
} from './components/challenge-form/challenge-form.tsx';
export {
  ConnectFailure,
  type ConnectFailureProps,
} from './components/connect-failure/connect-failure.tsx';
export { Connected, type ConnectedProps } from './components/connected/connected.tsx';
export { Connecting, type ConnectingProps } from './components/connecting/connecting.tsx';
export {
  ConnectionStatus,
  type ConnectionStatusProps,
} from './components/connection-status/connection-status.tsx';
export { Consent, type ConsentProps } from './components/consent/consent.tsx';
export {
  CredentialsForm,
  type CredentialsFormProps,
} from './components/credentials-form/credentials-form.tsx';
export {
  InstitutionHeader,
  type InstitutionHeaderProps,
} from './components/institution-header/institution-header.tsx';
export {
  InstitutionSearch,
  type InstitutionSearchProps,
} from './components/institution-search/institution-search.tsx';
export { LiveRegion, type LiveRegionProps } from './components/live-region/live-region.tsx';
export { Loading, type LoadingProps } from './components/loading/loading.tsx';
export {
  ManualAccountAdded,
  type ManualAccountAddedProps,
} from './components/manual-account-added/manual-account-added.tsx';
export {
  ManualAccountForm,
  type ManualAccountFormProps,
} from './components/manual-account-form/manual-account-form.tsx';
export { MemberList, type MemberListProps } from './components/member-list/member-list.tsx';
export type { MemberRowActions } from './components/member-row/member-actions.tsx';
export { MemberRow, type MemberRowProps } from './components/member-row/member-row.tsx';
export { RemoveMember, type RemoveMemberProps } from './components/remove-member/remove-member.tsx';
export { RenameMember, type RenameMemberProps } from './components/rename-member/rename-member.tsx';
export { MemberLimit, type MemberLimitProps } from './components/member-limit/member-limit.tsx';
export { ModeOffer, type ModeOfferProps } from './components/mode-offer/mode-offer.tsx';
export {
  ModeUnavailable,
  type ModeUnavailableProps,
} from './components/mode-unavailable/mode-unavailable.tsx';
export { OAuthButton, type OAuthButtonProps } from './components/oauth-button/oauth-button.tsx';
export {
  OAuthReturned,
  type OAuthReturnedProps,
} from './components/oauth-returned/oauth-returned.tsx';
export { FailureNotice, type FailureNoticeProps } from './components/parts/failure-notice.tsx';
export { WordsProvider, type WordsProviderProps, type Translate } from './components/words.tsx';
export type { Account } from './domain/account.ts';
export type { Challenge, ChallengeRound, ChallengeType, ImageOption } from './domain/challenge.ts';
export type { Answer, Credential, CredentialType, Option } from './domain/credential.ts';
export type { ConsentTerms } from './domain/consent.ts';
export { AtriumError, type AtriumErrorKind } from './domain/errors.ts';
export type {
  ConnectEvent,
  ConnectEventListener,
  ConnectEventType,
  ExitReason,
} from './domain/events.ts';
export type { Institution } from './domain/institution.ts';
export {
  ACCOUNT_TYPES,
  type AccountType,
  type NewManualAccount,
  type ServerFeatures,
} from './domain/manual-account.ts';
export { namesInMetadata, type MemberNames } from './domain/member-names.ts';
export type { MemberError, StatusDetail } from './domain/member-error.ts';
export type { MemberEvent, Resumption } from './domain/live.ts';
export type { Member, MemberStatus } from './domain/member.ts';
export type { AccountNumbers, AccountOwner, ConnectionMode, PremiumMode } from './domain/mode.ts';
export {
  toMxPostMessage,
  type MxMessageType,
  type MxMetadata,
  type MxPostMessage,
} from './api/mx-post-message.ts';
export type { OauthMode, OauthOutcome, OauthProblem } from './domain/oauth.ts';
export { DEFAULT_POLL_POLICY, type PollPolicy } from './domain/polling.ts';
export type { RelativeTime } from './domain/relative-time.ts';
export type { ConnectionStatusName, Remedy, ReportedStatus, StatusRow } from './domain/status.ts';
export type { Action, ConnectionStep, ConnectionStepKind, Resource } from './domain/step.ts';
export type { BeforeRedirect, ConnectOauthOptions, OauthDeparture } from './hooks/oauth-options.ts';
export { useAggregateMember } from './hooks/use-aggregate-member.ts';
export { useAggregateOnLogin } from './hooks/use-aggregate-on-login.ts';
export type { ConnectSuccess, SuccessListener } from './hooks/connection-success.ts';
export {
  useConnection,
  type Connection,
  type UseConnectionOptions,
} from './hooks/use-connection.ts';
export { useCreateManualAccount } from './hooks/use-create-manual-account.ts';
export { useCreateMember } from './hooks/use-create-member.ts';
export { useDeleteMember } from './hooks/use-delete-member.ts';
export { useInstitution } from './hooks/use-institution.ts';
export { useInstitutionCredentials } from './hooks/use-institution-credentials.ts';
export { useInstitutions, type Institutions } from './hooks/use-institutions.ts';
export { useMember } from './hooks/use-member.ts';
export { useMembers, type Members } from './hooks/use-members.ts';
export { useMemberStatus, type FollowedStatus } from './hooks/use-member-status.ts';
export { useOauthPopup, type OauthPopupEvents } from './hooks/use-oauth-popup.ts';
export { useOauthReturn, type OauthReturn } from './hooks/use-oauth-return.ts';
export { useRefreshMember, type Refreshing } from './hooks/use-refresh-member.ts';
export { useRelativeTime } from './hooks/use-relative-time.ts';
export { useResumeMember, type MemberAnswers } from './hooks/use-resume-member.ts';
export type { SealedMutation } from './hooks/use-sealed-mutation.ts';
export { useUpdateMember, type MemberUpdate } from './hooks/use-update-member.ts';
export type { MessageKey, Messages } from './locales/messages.ts';
export {
  institutionCredentialsOptions,
  institutionOptions,
  institutionsOptions,
  type InstitutionsQuery,
} from './queries/institutions.ts';
export { featuresOptions } from './queries/manual-accounts.ts';
export type { Aggregation } from './queries/jobs.ts';
export { membersOptions, type MembersQuery } from './queries/member-list.ts';
export {
  memberAccountsOptions,
  memberCredentialsOptions,
  memberOptions,
} from './queries/members.ts';
export { oauthWindowOptions } from './queries/oauth.ts';
export type { AtriumQuery } from './queries/query.ts';
export { memberWatchOptions, type MemberWatchQuery } from './queries/watch.ts';
export type { AppearanceVariable } from './widget/appearance-properties.ts';
export type { Appearance } from './widget/appearance.ts';
export {
  AtriumProvider,
  type AtriumProviderProps,
  type LogoUrl,
} from './widget/atrium-provider.tsx';
export { ConnectWidget, type ConnectWidgetProps } from './widget/connect-widget.tsx';
export { MemberManager, type MemberManagerProps } from './widget/member-manager.tsx';
export { MemberConnection, type MemberConnectionProps } from './widget/member-connection.tsx';
export { OAuthReturn, type OAuthReturnProps } from './widget/oauth-return.tsx';
export type {
  ConnectExit,
  ConnectionCallbacks,
  ConnectReady,
  ConnectSubject,
  StatusChange,
} from './widget/use-connection-events.ts';
