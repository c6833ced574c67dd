'use client';

import {
  forwardRef,
  useImperativeHandle,
  useRef,
  type ComponentPropsWithoutRef,
  type ForwardedRef,
  type ForwardRefExoticComponent,
  type ReactElement,
  type RefAttributes,
} from 'react';
import { classNames } from '../components/parts/class-names.ts';
import { InstitutionHeader } from '../components/institution-header/institution-header.tsx';
import { LiveRegion } from '../components/live-region/live-region.tsx';
import { useLanguageAttributes } from '../components/words.tsx';
import { challengeFormKey } from '../domain/challenge.ts';
import type { ConsentTerms } from '../domain/consent.ts';
import type { ConnectEventListener } from '../domain/events.ts';
import type { ConnectionMode } from '../domain/mode.ts';
import type { PollPolicy } from '../domain/polling.ts';
import type { OauthOutcome } from '../domain/oauth.ts';
import type { BeforeRedirect, ConnectOauthOptions } from '../hooks/oauth-options.ts';
import { useConnection, type Connection } from '../hooks/use-connection.ts';
import { useAppearance, type Appearance } from './appearance.ts';
import { useLogoUrl } from './atrium-provider.tsx';
import { ConnectionStepView } from './connection-step-view.tsx';
import { useAnnouncement } from './use-announcement.ts';
import { listenerOf, useToldExit, type ConnectionCallbacks } from './use-connection-events.ts';
import { useStepFocus } from './use-step-focus.ts';
import { WidgetBoundary } from './widget-boundary.tsx';

export interface ConnectWidgetProps
  extends ConnectionCallbacks, Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Start at this institution instead of the search. */
  institutionCode?: string | undefined;
  /** Carry on with this member, wherever it stands. Takes precedence over `institutionCode`. */
  memberGuid?: string | undefined;
  /**
   * What the connection is for. `verification` and `identification` need the host's proxy to allow
   * them, and their results too: see `allow` of `createAtriumProxy`. Default `aggregation`.
   */
  mode?: ConnectionMode | undefined;
  /**
   * What the person is to agree to, in the host's words, before a new connection is made and
   * before a premium mode is started on an old one. Default: they are not asked.
   */
  consent?: ConsentTerms | undefined;
  /** How the person gets to the institution's own page and back. Default: by a link to a new tab. */
  oauth?: ConnectOauthOptions | undefined;
  /** The time to save what is on the page, before this tab leaves in the mode `redirect`. */
  beforeRedirect?: BeforeRedirect | undefined;
  /**
   * What `completeOAuthReturn` has found: carries on with the member that the person comes back
   * with. Takes precedence over `memberGuid`.
   */
  oauthReturn?: OauthOutcome | undefined;
  /** How often and how long the status is read. Default: `DEFAULT_POLL_POLICY`. */
  pollPolicy?: PollPolicy | undefined;
  /** Told of everything that happens, besides the listener of the provider. */
  onEvent?: ConnectEventListener | undefined;
  /** How this widget looks, over what the provider says. */
  appearance?: Appearance | undefined;
}

/**
 * Connects an institution, from "which bank?" to "connected". Renders a `<div>`. An error inside
 * is shown inside, and never takes the host's page down.
 *
 * @selector [data-step] the name of the step
 */
export const ConnectWidget: ForwardRefExoticComponent<
  ConnectWidgetProps & RefAttributes<HTMLDivElement>
> = forwardRef(function ConnectWidget(props, ref) {
  return <ConnectionFlow {...props} hasSearch forwardedRef={ref} />;
});

interface ConnectionFlowProps extends ConnectWidgetProps {
  /** Whether ways lead back to the search. */
  readonly hasSearch: boolean;
  /** Start where an account is typed in that is kept by hand. */
  readonly addsManually?: boolean;
  readonly forwardedRef: ForwardedRef<HTMLDivElement>;
}

/** One connection, step by step. What breaks inside stays inside. */
export function ConnectionFlow(props: ConnectionFlowProps): ReactElement {
  const onExit = useToldExit(props);
  return (
    <WidgetBoundary onExit={onExit} appearance={props.appearance}>
      {(isSecondTry) => <Flow {...props} onExit={onExit} isSecondTry={isSecondTry} />}
    </WidgetBoundary>
  );
}

interface FlowProps extends ConnectionFlowProps {
  /** The person has asked for it, after an error. */
  readonly isSecondTry: boolean;
}

function Flow({
  institutionCode,
  memberGuid,
  mode,
  consent,
  oauth = {},
  beforeRedirect,
  oauthReturn,
  pollPolicy,
  appearance,
  hasSearch,
  addsManually,
  isSecondTry,
  forwardedRef,
  onEvent,
  onReady,
  onSuccess,
  onExit,
  onStatusChange,
  onOAuthMemberNotFound,
  onManualAccount,
  onContactSupport,
  className,
  ...rest
}: FlowProps): ReactElement {
  const callbacks = { onReady, onExit, onStatusChange, onManualAccount, onContactSupport };
  const connection = useConnection({
    oauthReturn,
    oauth,
    beforeRedirect,
    institutionCode,
    memberGuid,
    pollPolicy,
    mode,
    addsManually,
    manualAccounts: onManualAccount === undefined,
    consent,
    onEvent: listenerOf(onEvent, { ...callbacks, onOAuthMemberNotFound }),
    onSuccess,
  });
  const root = useRef<HTMLDivElement>(null);
  const logoUrl = useLogoUrl();
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(
    forwardedRef,
    () => root.current,
  );
  useAppearance(root, appearance);
  useStepFocus(root, stepKey(connection), isSecondTry);
  const announcement = useAnnouncement(connection);
  const language = useLanguageAttributes();

  return (
    <div
      data-step={connection.kind}
      {...language}
      {...rest}
      ref={root}
      className={classNames('atrium-root atrium-connect-widget', className)}
    >
      {connection.kind !== 'search' && connection.institution && (
        <InstitutionHeader
          institution={connection.institution}
          logoUrl={logoUrl?.(connection.institution) ?? null}
        />
      )}
      <ConnectionStepView
        connection={connection}
        oauth={oauth}
        callbacks={callbacks}
        mode={mode}
        consent={consent}
        onEvent={onEvent}
        hasSearch={hasSearch}
      />
      <LiveRegion>{announcement}</LiveRegion>
    </div>
  );
}

/** What makes a step a new one to the person: a further question is, a further poll is not. */
function stepKey(connection: Connection): string {
  switch (connection.kind) {
    case 'challenge':
      return challengeFormKey(connection.challenges);
    case 'attention':
      return `attention ${connection.status.name}`;
    default:
      return connection.kind;
  }
}
