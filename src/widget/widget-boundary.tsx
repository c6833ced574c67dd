'use client';

import { Component, useRef, type ReactNode } from 'react';
import {
  ConnectFailure,
  type ConnectFailureProps,
} from '../components/connect-failure/connect-failure.tsx';
import { AtriumError } from '../domain/errors.ts';
import { useAppearance, type Appearance } from './appearance.ts';
import type { ConnectionCallbacks } from './use-connection-events.ts';

interface WidgetBoundaryProps {
  readonly onExit: ConnectionCallbacks['onExit'];
  readonly appearance: Appearance | undefined;
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
    const { onExit, appearance, children } = this.props;
    if (error === null) {
      return children;
    }
    return (
      <Failure
        appearance={appearance}
        error={error}
        onRetry={() => this.setState({ error: null })}
        onClose={
          onExit && (() => onExit({ reason: 'error', memberGuid: null, member: null, error }))
        }
      />
    );
  }
}

/** Looks as the widget did in whose place it stands. */
function Failure({
  appearance,
  ...props
}: ConnectFailureProps & Pick<WidgetBoundaryProps, 'appearance'>): ReactNode {
  const root = useRef<HTMLElement>(null);
  useAppearance(root, appearance);
  return <ConnectFailure {...props} ref={root} />;
}
