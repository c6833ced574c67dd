import type { ReactElement, ReactNode, Ref } from 'react';
import type { Challenge } from '../../src/domain/challenge.ts';
import type { Credential } from '../../src/domain/credential.ts';
import { ATRIUM_ERROR_KINDS } from '../../src/domain/errors.ts';
import { CONNECTION_STATUSES, type ReportedStatus } from '../../src/domain/status.ts';
import {
  AccountChoice,
  AtriumError,
  AtriumProvider,
  ChallengeForm,
  ConnectFailure,
  ConnectWidget,
  Connected,
  Connecting,
  ConnectionStatus,
  Consent,
  CredentialsForm,
  InstitutionHeader,
  InstitutionSearch,
  LiveRegion,
  Loading,
  ManualAccountAdded,
  ManualAccountForm,
  MemberConnection,
  MemberLimit,
  MemberList,
  MemberManager,
  MemberRow,
  ModeOffer,
  ModeUnavailable,
  OAuthButton,
  OAuthReturned,
  RemoveMember,
  RenameMember,
  createAtriumClient,
  type Account,
  type Institution,
  type Member,
} from '../../src/index.ts';
import type { HostProps } from './conformance.ts';

interface Sample {
  readonly className: string;
  readonly tag: string;
  readonly element: (host: HostProps) => ReactElement;
  /** In all the states that change which parts it has, or what they say of themselves. */
  readonly states?: ReactNode;
}

const ignore = (): void => undefined;
const refOf = <E extends HTMLElement>({ ref, ...rest }: HostProps) => ({
  ...rest,
  ...(ref && { ref: ref as Ref<E> }),
});

const statuses: readonly ReportedStatus[] = [...CONNECTION_STATUSES, 'UNKNOWN', null];
const error = new AtriumError('offline', '');
const bank = { institutionName: 'MX Bank' };

const institution: Institution = {
  code: 'mxbank',
  name: 'MX Bank',
  url: 'https://mx.example/',
  mediumLogoUrl: null,
  smallLogoUrl: null,
  supportsOauth: false,
  supportsAccountIdentification: true,
  supportsAccountStatement: true,
  supportsAccountVerification: true,
  supportsTransactionHistory: true,
};

const terms = {
  data: ['Balances', 'Transactions of the last year'],
  purpose: 'To show where your money goes.',
  duration: 'Until you remove the connection.',
};

const credential = (guid: string, type: Credential['type']): Credential => ({
  guid,
  fieldName: null,
  label: guid,
  type,
  options: [{ label: 'One', value: '1' }],
});

const challenges: readonly Challenge[] = [
  { guid: 'CHG-1', type: 'TEXT', label: 'Text' },
  { guid: 'CHG-2', type: 'IMAGE_DATA', label: 'Picture', imageData: 'data:image/png;base64,' },
  { guid: 'CHG-3', type: 'IMAGE_DATA', label: 'Nothing', imageData: null },
  {
    guid: 'CHG-4',
    type: 'IMAGE_OPTIONS',
    label: 'Pictures',
    imageOptions: [{ label: 'One', value: '1', dataUri: null }],
  },
];

const account: Account = {
  guid: 'ACT-1',
  memberGuid: 'MBR-1',
  name: 'Checking',
  type: 'CHECKING',
  subtype: null,
  lastFour: '4000',
  balance: 1,
  availableBalance: null,
  currencyCode: 'USD',
  isClosed: true,
};

const member: Member = {
  guid: 'MBR-1',
  identifier: null,
  institutionCode: 'mxbank',
  name: 'MX Bank',
  metadata: null,
  connectionStatus: 'CONNECTED',
  status: null,
  isBeingAggregated: true,
  isOauth: false,
  isManual: false,
  oauthWindowUri: null,
  aggregatedAt: '2026-01-01T00:00:00.000Z',
  successfullyAggregatedAt: '2026-01-01T00:00:00.000Z',
  error: null,
  connectionStatusMessage: null,
};
const doable = { onRefresh: ignore, onRename: ignore, onRemove: ignore };
const leaving = { ...bank, onRemove: ignore, onKeep: ignore, isRemoving: false };
const naming = { name: '', onSubmit: ignore, onCancel: ignore, isSubmitting: false };

const search = {
  query: '',
  onQueryChange: ignore,
  onSelect: ignore,
  onLoadMore: ignore,
  onRetry: ignore,
  onCannotFind: ignore,
};
const found = { kind: 'ready', totalItems: 1, hasMore: false, isLoadingMore: false } as const;
const login = { purpose: 'connect', onSubmit: ignore, isSubmitting: false } as const;
const asked = { ...bank, onSubmit: ignore, isSubmitting: false };
const oauth = {
  ...bank,
  windowUri: 'https://bank.example/',
  mode: 'popup',
  problem: null,
  error: null,
  onAuthorize: ignore,
  onOpen: ignore,
} as const;
const running = { ...bank, status: 'CREATED', stage: 'signing-in', pace: 'usual' } as const;
const password = [credential('CRD-1', 'PASSWORD'), credential('CRD-2', 'OPTIONS')];

const never = new Promise<Response>(ignore);
const client = createAtriumClient({ baseUrl: 'https://host.example/api', fetch: () => never });

/** Every component that the package exports, by its name. */
export const everyComponent: Readonly<Record<string, Sample>> = {
  AccountChoice: {
    className: 'atrium-account-choice',
    tag: 'section',
    element: (host) => (
      <AccountChoice
        {...bank}
        accounts={[account]}
        onChoose={ignore}
        onCancel={ignore}
        {...refOf(host)}
      />
    ),
  },
  ChallengeForm: {
    className: 'atrium-challenge',
    tag: 'section',
    element: (host) => <ChallengeForm {...asked} challenges={challenges} {...refOf(host)} />,
    states: (
      <>
        <ChallengeForm {...asked} challenges={challenges} round="rejected" error={error} />
        <ChallengeForm {...asked} challenges={challenges} round="repeated" isSubmitting />
        <ChallengeForm {...asked} challenges={challenges} round="replaced" onCancel={ignore} />
      </>
    ),
  },
  ConnectFailure: {
    className: 'atrium-failure',
    tag: 'section',
    element: (host) => <ConnectFailure error={error} during="member" {...refOf(host)} />,
    states: (
      <>
        {ATRIUM_ERROR_KINDS.map((kind) => (
          <ConnectFailure key={kind} error={new AtriumError(kind, '')} />
        ))}
        {(['institution', 'credentials', 'member', 'job'] as const).map((during) => (
          <ConnectFailure key={during} error={error} during={during} onRetry={ignore} />
        ))}
      </>
    ),
  },
  ConnectWidget: {
    className: 'atrium-connect-widget',
    tag: 'div',
    element: (host) => (
      <AtriumProvider client={client}>
        <ConnectWidget institutionCode="mxbank" {...refOf<HTMLDivElement>(host)} />
      </AtriumProvider>
    ),
  },
  Connected: {
    className: 'atrium-connected',
    tag: 'section',
    element: (host) => (
      <Connected {...bank} accounts={{ kind: 'loading' }} isArriving {...refOf(host)} />
    ),
    states: (
      <>
        <Connected {...bank} accounts={{ kind: 'loading' }} isArriving onDone={ignore} />
        <Connected {...bank} accounts={{ kind: 'failed', error }} isArriving={false} />
        <Connected {...bank} accounts={{ kind: 'ready', value: [account] }} isArriving={false} />
        {(['verification', 'identification'] as const).map((mode) => (
          <Connected
            key={mode}
            {...bank}
            mode={mode}
            accounts={{ kind: 'ready', value: [account] }}
            isArriving={false}
          />
        ))}
      </>
    ),
  },
  Connecting: {
    className: 'atrium-connecting',
    tag: 'section',
    element: (host) => <Connecting {...running} {...refOf(host)} />,
    states: (
      <>
        {statuses.map((status) => (
          <Connecting key={status} {...running} status={status} />
        ))}
        <Connecting {...running} stage="fetching-accounts" pace="slow" />
        <Connecting {...running} stage="fetching-transactions" pace="stalled" />
        <Connecting {...running} pace="unreachable" onCheckAgain={ignore} onLeave={ignore} />
      </>
    ),
  },
  ConnectionStatus: {
    className: 'atrium-connection-status',
    tag: 'section',
    element: (host) => <ConnectionStatus {...bank} status="LOCKED" {...refOf(host)} />,
    states: statuses.map((status) => (
      <ConnectionStatus key={status} {...bank} status={status} notice="throttled" />
    )),
  },
  Consent: {
    className: 'atrium-consent',
    tag: 'section',
    element: (host) => (
      <Consent {...bank} terms={terms} onAccept={ignore} onDecline={ignore} {...refOf(host)} />
    ),
  },
  CredentialsForm: {
    className: 'atrium-credentials',
    tag: 'section',
    element: (host) => (
      <CredentialsForm {...bank} {...login} credentials={password} {...refOf(host)} />
    ),
    states: (
      <>
        <CredentialsForm
          {...bank}
          {...login}
          credentials={password}
          institutionUrl="https://x.example"
        />
        <CredentialsForm
          {...bank}
          {...login}
          credentials={password}
          purpose="update"
          isSubmitting
        />
        <CredentialsForm {...bank} {...login} credentials={password} status="CONNECTED" />
      </>
    ),
  },
  InstitutionHeader: {
    className: 'atrium-institution-header',
    tag: 'div',
    element: (host) => (
      <InstitutionHeader institution={institution} {...refOf<HTMLDivElement>(host)} />
    ),
  },
  InstitutionSearch: {
    className: 'atrium-search',
    tag: 'section',
    element: (host) => (
      <InstitutionSearch {...search} results={{ kind: 'loading' }} {...refOf(host)} />
    ),
    states: (
      <>
        <InstitutionSearch {...search} results={{ kind: 'loading' }} />
        <InstitutionSearch {...search} results={{ kind: 'failed', error }} />
        <InstitutionSearch {...search} results={{ ...found, institutions: [] }} />
        <InstitutionSearch {...search} results={{ ...found, institutions: [institution] }} />
      </>
    ),
  },
  LiveRegion: {
    className: 'atrium-sr-only',
    tag: 'div',
    element: (host) => <LiveRegion {...refOf<HTMLDivElement>(host)}>Connected</LiveRegion>,
  },
  Loading: {
    className: 'atrium-loading',
    tag: 'section',
    element: (host) => <Loading {...refOf(host)} />,
  },
  ManualAccountAdded: {
    className: 'atrium-manual-account-added',
    tag: 'section',
    element: (host) => <ManualAccountAdded name="Piggy bank" {...refOf(host)} />,
    states: <ManualAccountAdded name="Piggy bank" onDone={ignore} onAddAnother={ignore} />,
  },
  ManualAccountForm: {
    className: 'atrium-manual-account',
    tag: 'section',
    element: (host) => <ManualAccountForm {...asked} {...refOf(host)} />,
    states: (
      <>
        <ManualAccountForm {...asked} onCancel={ignore} isSubmitting />
        <ManualAccountForm {...asked} error={error} />
      </>
    ),
  },
  MemberConnection: {
    className: 'atrium-connect-widget',
    tag: 'div',
    element: (host) => (
      <AtriumProvider client={client}>
        <MemberConnection memberGuid="MBR-1" {...refOf<HTMLDivElement>(host)} />
      </AtriumProvider>
    ),
  },
  MemberLimit: {
    className: 'atrium-member-limit',
    tag: 'section',
    element: (host) => <MemberLimit limit={25} {...refOf(host)} />,
  },
  MemberList: {
    className: 'atrium-member-list',
    tag: 'section',
    element: (host) => <MemberList members={{ kind: 'loading' }} {...refOf(host)} />,
    states: (
      <>
        <MemberList members={{ kind: 'failed', error }} onRetry={ignore} />
        <MemberList members={{ kind: 'ready', value: [] }} onAdd={ignore} />
        <MemberList members={{ kind: 'ready', value: [member] }} limit={1}>
          {statuses.map((connectionStatus) => (
            <MemberRow
              key={connectionStatus}
              {...doable}
              member={{ ...member, connectionStatus, isBeingAggregated: false }}
            />
          ))}
        </MemberList>
      </>
    ),
  },
  MemberManager: {
    className: 'atrium-member-manager',
    tag: 'div',
    element: (host) => (
      <AtriumProvider client={client}>
        <MemberManager {...refOf<HTMLDivElement>(host)} />
      </AtriumProvider>
    ),
  },
  MemberRow: {
    className: 'atrium-member',
    tag: 'li',
    element: (host) => (
      <MemberRow member={member} isOpen {...doable} {...refOf<HTMLLIElement>(host)} />
    ),
  },
  ModeOffer: {
    className: 'atrium-mode-offer',
    tag: 'section',
    element: (host) => (
      <ModeOffer
        {...bank}
        mode="verification"
        onStart={ignore}
        isStarting={false}
        {...refOf(host)}
      />
    ),
    states: (['verification', 'identification'] as const).map((mode) => (
      <ModeOffer key={mode} {...bank} mode={mode} onStart={ignore} isStarting onCancel={ignore} />
    )),
  },
  ModeUnavailable: {
    className: 'atrium-mode-unavailable',
    tag: 'section',
    element: (host) => <ModeUnavailable {...bank} reason="app" {...refOf(host)} />,
    states: (['institution', 'app', 'accounts', 'credentials'] as const).map((reason) => (
      <ModeUnavailable
        key={reason}
        {...bank}
        reason={reason}
        onChooseAnother={ignore}
        onContactSupport={ignore}
        onClose={ignore}
      />
    )),
  },
  OAuthButton: {
    className: 'atrium-oauth',
    tag: 'section',
    element: (host) => <OAuthButton {...oauth} phase="offer" {...refOf(host)} />,
    states: (['offer', 'preparing', 'ready', 'away', 'confirming'] as const).map((phase) => (
      <OAuthButton
        key={phase}
        {...oauth}
        phase={phase}
        status="IMPAIRED"
        hasLeavingNotice
        problem="DENIED"
        onCancel={ignore}
      />
    )),
  },
  OAuthReturned: {
    className: 'atrium-oauth-returned',
    tag: 'section',
    element: (host) => <OAuthReturned {...refOf(host)} />,
  },
  RemoveMember: {
    className: 'atrium-remove-member',
    tag: 'section',
    element: (host) => <RemoveMember {...leaving} {...refOf(host)} />,
  },
  RenameMember: {
    className: 'atrium-rename-member',
    tag: 'div',
    element: (host) => <RenameMember {...naming} {...refOf<HTMLDivElement>(host)} />,
  },
};
