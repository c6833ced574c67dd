'use client';

import { Component, type ReactNode } from 'react';
import { ConnectFailure } from '../components/connect-failure/connect-failure.tsx';
import { AtriumError } from '../domain/errors.ts';
import type { ConnectionCallbacks } from './use-connection-events.ts';

interface WidgetBoundaryProps {
  readonly onExit: ConnectionCallbacks['onExit'];
  readonly children: ReactNode;
}

interface WidgetBoundaryState {
  readonly error: AtriumError | null;
}

/** Keeps an error in the widget from taking the host's page down, and lets the person try again. */
export class WidgetBoundary extends Component<WidgetBoundaryProps, WidgetBoundaryState> {
  override state: WidgetBoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): WidgetBoundaryState {
    return { error: AtriumError.from(error) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    const { onExit, children } = this.props;
    if (error === null) {
      return children;
    }
    return (
      <ConnectFailure
        error={error}
        onRetry={() => this.setState({ error: null })}
        onClose={onExit && (() => onExit({ reason: 'error', memberGuid: null, error }))}
      />
    );
  }
}
