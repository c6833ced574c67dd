'use client';

import { useState, type ReactElement } from 'react';
import { ChallengeForm } from '../components/challenge-form/challenge-form.tsx';
import { ConnectFailure } from '../components/connect-failure/connect-failure.tsx';
import { Connected } from '../components/connected/connected.tsx';
import { Connecting } from '../components/connecting/connecting.tsx';
import { ConnectionStatus } from '../components/connection-status/connection-status.tsx';
import { CredentialsForm } from '../components/credentials-form/credentials-form.tsx';
import { InstitutionSearch } from '../components/institution-search/institution-search.tsx';
import { Loading } from '../components/loading/loading.tsx';
import { ManualAccountAdded } from '../components/manual-account-added/manual-account-added.tsx';
import { ManualAccountForm } from '../components/manual-account-form/manual-account-form.tsx';
import { MemberLimit } from '../components/member-limit/member-limit.tsx';
import { FailureNotice } from '../components/parts/failure-notice.tsx';
import { challengeFormKey } from '../domain/challenge.ts';
import type { ConsentTerms } from '../domain/consent.ts';
import type { AtriumError } from '../domain/errors.ts';
import type { ConnectEventListener } from '../domain/events.ts';
import type { ConnectionMode } from '../domain/mode.ts';
import type { Remedy } from '../domain/status.ts';
import type { Action } from '../domain/step.ts';
import type { ConnectOauthOptions } from '../hooks/oauth-options.ts';
import type { Connection } from '../hooks/use-connection.ts';
import { useInstitutions } from '../hooks/use-institutions.ts';
import { useSearchEvents } from '../hooks/use-search-events.ts';
import { useLogoUrl } from './atrium-provider.tsx';
import { ModeStep } from './mode-step.tsx';
import { OauthStep } from './oauth-step.tsx';
import type { ConnectExit, ConnectionCallbacks, WaysOut } from './use-connection-events.ts';

export interface ConnectionStepViewProps {
  readonly connection: Connection;
  readonly oauth: ConnectOauthOptions;
  readonly callbacks: ConnectionCallbacks;
  readonly mode: ConnectionMode | undefined;
  readonly consent: ConsentTerms | undefined;
  readonly onEvent: ConnectEventListener | undefined;
  /** Whether ways lead back to the search. Without, they lead to the host, if it listens. */
  readonly hasSearch: boolean;
}

type Of<Kind extends Connection['kind']> = Extract<Connection, { kind: Kind }>;

/** Shows one step of a connection: where the hook's data meets the components. */
export function ConnectionStepView({
  connection,
  oauth,
  callbacks,
  mode,
  consent,
  onEvent,
  hasSearch,
}: ConnectionStepViewProps): ReactElement | null {
  const { institutionName } = connection;
  const ways = waysOut(connection, callbacks, hasSearch);
  const { leave, search, back } = ways;

  switch (connection.kind) {
    case 'loading':
      return <Loading />;
    case 'search':
      return <Search connection={connection} mode={mode} onEvent={onEvent} />;
    case 'limit':
      return <LimitStep connection={connection} callbacks={callbacks} ways={ways} />;
    case 'consent':
    case 'offer':
    case 'unavailable':
    case 'choose-account':
      return <ModeStep connection={connection} terms={consent} callbacks={callbacks} ways={ways} />;
    case 'credentials':
      return <CredentialsStep connection={connection} onBack={back} />;
    case 'oauth':
      return <OauthStep connection={connection} oauth={oauth} onCancel={leave('user')} />;
    case 'connecting':
      return (
        <Connecting
          status={connection.status.name}
          stage={connection.stage}
          pace={connection.pace}
          institutionName={institutionName}
          onCheckAgain={connection.checkAgain}
          {...(connection.status.remedies.includes('leave')
            ? { onLeave: leave('user') }
            : { onCancel: leave('user') })}
        />
      );
    case 'challenge':
      return <ChallengeStep connection={connection} onCancel={leave('user')} />;
    case 'connected':
      return <ConnectedStep connection={connection} ways={ways} />;
    case 'attention':
      return (
        <ConnectionStatus
          status={connection.status.name}
          detail={connection.detail}
          mode={mode}
          institutionName={institutionName}
          institutionUrl={connection.institution?.url ?? null}
          actions={remediesOf(connection, callbacks, ways)}
          isBusy={connection.action.kind === 'running'}
          notice={connection.action.kind === 'throttled' ? 'throttled' : null}
        >
          {connection.action.kind === 'failed' && <FailureNotice error={connection.action.error} />}
        </ConnectionStatus>
      );
    case 'manual-account':
      return <ManualStep connection={connection} onDone={leave('status')} />;
    case 'failure':
      return (
        <ConnectFailure
          error={connection.error}
          during={connection.during}
          onRetry={connection.retry}
          onBack={search}
          onClose={callbacks.onExit && leave('error')}
        />
      );
    default:
      return connection satisfies never;
  }
}

interface SearchProps {
  readonly connection: Of<'search'>;
  readonly mode: ConnectionMode | undefined;
  readonly onEvent: ConnectEventListener | undefined;
}

function Search({ connection, mode, onEvent }: SearchProps): ReactElement {
  const [query, setQuery] = useState('');
  const institutions = useInstitutions(query, mode);
  useSearchEvents(query.trim(), institutions, onEvent);
  const logoUrl = useLogoUrl();
  return (
    <InstitutionSearch
      query={query}
      onQueryChange={setQuery}
      results={institutions}
      onSelect={connection.select}
      onLoadMore={() => institutions.kind === 'ready' && institutions.loadMore()}
      onRetry={() => institutions.kind === 'failed' && institutions.retry()}
      logoUrl={logoUrl}
    />
  );
}

interface LimitStepProps {
  readonly connection: Of<'limit'>;
  readonly callbacks: ConnectionCallbacks;
  readonly ways: WaysOut;
}

/** Refused only once a bank was chosen, there may be room again: the search is where to look. */
function LimitStep({ connection, callbacks, ways }: LimitStepProps): ReactElement {
  const leadsOut = callbacks.onExit !== undefined || connection.institution !== null;
  return (
    <MemberLimit limit={connection.limit} onClose={leadsOut ? ways.leave('status') : undefined} />
  );
}

interface CredentialsStepProps {
  readonly connection: Of<'credentials'>;
  readonly onBack: (() => void) | undefined;
}

function CredentialsStep({ connection, onBack }: CredentialsStepProps): ReactElement {
  const { memberGuid, institution, status, action } = connection;
  return (
    <CredentialsForm
      key={memberGuid ?? institution?.code}
      credentials={connection.credentials}
      purpose={connection.purpose}
      institutionName={connection.institutionName}
      institutionUrl={institution?.url ?? null}
      {...(status && { status: status.name })}
      detail={connection.detail}
      onSubmit={connection.submit}
      onBack={onBack}
      isSubmitting={action.kind === 'running'}
      error={errorOf(action)}
      existing={connection.existing}
      onOpenMember={connection.openMember}
    />
  );
}

interface ConnectedStepProps {
  readonly connection: Of<'connected'>;
  readonly ways: WaysOut;
}

/** Of an account that was chosen, the others are none of this. */
function ConnectedStep({ connection, ways }: ConnectedStepProps): ReactElement {
  const { account, accounts } = connection;
  return (
    <Connected
      institutionName={connection.institutionName}
      mode={connection.mode}
      accounts={account ? { kind: 'ready', value: [account] } : accounts}
      isArriving={connection.isArriving}
      onDone={ways.leave('success')}
      onConnectAnother={ways.search}
    />
  );
}

interface ChallengeStepProps {
  readonly connection: Of<'challenge'>;
  readonly onCancel: (() => void) | undefined;
}

/** A new round of questions is a new form; the same questions keep what is being typed. */
function ChallengeStep({ connection, onCancel }: ChallengeStepProps): ReactElement {
  const { challenges, action } = connection;
  return (
    <ChallengeForm
      key={challengeFormKey(challenges)}
      challenges={challenges}
      institutionName={connection.institutionName}
      round={connection.round}
      onSubmit={connection.answer}
      onCancel={onCancel}
      isSubmitting={action.kind === 'running'}
      error={errorOf(action)}
    />
  );
}

interface ManualStepProps {
  readonly connection: Of<'manual-account'>;
  readonly onDone: (() => void) | undefined;
}

function ManualStep({ connection, onDone }: ManualStepProps): ReactElement {
  const { account, action } = connection;
  return account === null ? (
    <ManualAccountForm
      institutionName={connection.institutionName}
      onSubmit={connection.submitAccount}
      onCancel={connection.cancelManual}
      isSubmitting={action.kind === 'running'}
      error={errorOf(action)}
    />
  ) : (
    <ManualAccountAdded name={account.name} onDone={onDone} onAddAnother={connection.addManually} />
  );
}

const errorOf = (action: Action): AtriumError | null =>
  action.kind === 'failed' ? action.error : null;

function waysOut(
  { memberGuid, member, startOver, ...connection }: Connection,
  { onExit }: ConnectionCallbacks,
  hasSearch: boolean,
): WaysOut {
  const search = hasSearch ? startOver : undefined;
  const error = connection.kind === 'failure' ? connection.error : null;
  const leave = (reason: ConnectExit['reason']) =>
    onExit ? () => onExit({ reason, memberGuid, member, error }) : search;
  return { leave, search, back: search ?? leave('user') };
}

/** What each remedy of a status does here. One that the host does not provide for is left out. */
function remediesOf(
  connection: Of<'attention'>,
  callbacks: ConnectionCallbacks,
  { leave, search }: WaysOut,
): Partial<Record<Remedy, (() => void) | undefined>> {
  const { onManualAccount, onContactSupport } = callbacks;
  const { institution, memberGuid, tryAgain } = connection;
  const subject = { institution, memberGuid };
  return {
    'try-again': tryAgain,
    'confirm-resolved': tryAgain,
    answer: tryAgain,
    'choose-another': search ?? leave('status'),
    'connect-again': connection.connectAgain,
    close: leave('status'),
    'add-manually': onManualAccount
      ? () => onManualAccount(subject)
      : connection.canAddManually
        ? connection.addManually
        : undefined,
    ...(onContactSupport && { 'contact-support': () => onContactSupport(subject) }),
  };
}
