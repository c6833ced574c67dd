'use client';

import type { ReactElement } from 'react';
import { OAuthButton } from '../components/oauth-button/oauth-button.tsx';
import type { ConnectOauthOptions } from '../hooks/oauth-options.ts';
import type { Connection } from '../hooks/use-connection.ts';
import { useOauthPopup } from '../hooks/use-oauth-popup.ts';

interface OauthStepProps {
  readonly connection: Extract<Connection, { kind: 'oauth' }>;
  readonly oauth: ConnectOauthOptions;
  readonly onCancel: (() => void) | undefined;
}

/** The way to the institution's own page, in the mode that the host has chosen. */
export function OauthStep({ connection, oauth, onCancel }: OauthStepProps): ReactElement {
  const { leavingNotice = false } = oauth;
  const { windowUri, problem } = connection;
  // A link is what the browser lets through after it has blocked a popup.
  const mode = problem === 'BLOCKED' ? 'link' : (oauth.mode ?? 'link');
  const openPopup = useOauthPopup({
    onOpened: connection.windowOpened,
    onBlocked: connection.windowBlocked,
    onClosed: connection.windowClosed,
  });
  const open = () => {
    switch (mode) {
      case 'link':
        return connection.windowOpened();
      case 'popup':
        return windowUri === null ? undefined : openPopup(windowUri);
      case 'redirect':
        return connection.redirect();
      default:
        return mode satisfies never;
    }
  };
  // Nothing has to be clicked twice to leave in this tab, unless there is something to read first.
  const leavesAtOnce = mode === 'redirect' && !leavingNotice && connection.phase === 'offer';
  return (
    <OAuthButton
      phase={connection.phase}
      windowUri={windowUri}
      mode={mode}
      status={connection.status?.name ?? null}
      detail={connection.detail}
      hasLeavingNotice={leavingNotice}
      problem={problem}
      error={connection.error}
      institutionName={connection.institutionName}
      onAuthorize={leavesAtOnce ? connection.redirect : connection.authorize}
      onOpen={open}
      onCancel={onCancel}
    />
  );
}
