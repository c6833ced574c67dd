'use client';

import { useState, type ReactElement } from 'react';
import { Loading } from '../components/loading/loading.tsx';
import { OAuthReturned } from '../components/oauth-returned/oauth-returned.tsx';
import { useOauthReturn } from '../hooks/use-oauth-return.ts';
import { ConnectWidget, type ConnectWidgetProps } from './connect-widget.tsx';

export interface OAuthReturnProps extends Omit<ConnectWidgetProps, 'oauthReturn'> {
  /** Default: the address of the page. */
  url?: string | undefined;
}

/**
 * The whole of the page at a `returnUrl`: tells the page that waits in another tab and closes this
 * one, or goes on here as {@link ConnectWidget} if this tab was the one to leave. Give it what
 * `ConnectWidget` is given, the same `oauth` above all.
 */
export function OAuthReturn({ url, ...props }: OAuthReturnProps): ReactElement {
  const arrival = useOauthReturn(url, props.oauth?.mode);
  const [isHere, setHere] = useState(false);
  if (arrival.kind === 'checking') {
    return <Loading />;
  }
  if (arrival.kind === 'told' && !isHere) {
    return <OAuthReturned onContinue={() => setHere(true)} />;
  }
  const oauthReturn = arrival.kind === 'none' ? undefined : arrival.outcome;
  return <ConnectWidget {...props} oauthReturn={oauthReturn} />;
}
