'use client';

import { Component, createRef, type ReactNode, type RefObject } from 'react';
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
  readonly children: (isSecondTry: boolean) => ReactNode;
}

interface WidgetBoundaryState {
  readonly error: AtriumError | null;
  readonly isSecondTry: boolean;
}

/** Keeps an error in the widget from taking the host's page down, and lets the person try again. */
export class WidgetBoundary extends Component<WidgetBoundaryProps, WidgetBoundaryState> {
  private readonly failure = createRef<HTMLElement>();

  override state: WidgetBoundaryState = { error: null, isSecondTry: false };

  static getDerivedStateFromError(error: unknown): Pick<WidgetBoundaryState, 'error'> {
    return { error: AtriumError.from(error) };
  }

  override getSnapshotBeforeUpdate(): Element | null {
    return focusedElement();
  }

  /** What had the focus may have gone with the widget. */
  override componentDidUpdate(_: unknown, __: unknown, focused: Element | null): void {
    if (focused?.isConnected === false) {
      this.failure.current?.querySelector<HTMLElement>('[data-atrium-heading]')?.focus();
    }
  }

  override render(): ReactNode {
    const { error, isSecondTry } = this.state;
    const { onExit, appearance, children } = this.props;
    if (error === null) {
      return children(isSecondTry);
    }
    return (
      <Failure
        root={this.failure}
        appearance={appearance}
        error={error}
        onRetry={() => this.setState({ error: null, isSecondTry: true })}
        onClose={
          onExit && (() => onExit({ reason: 'error', memberGuid: null, member: null, error }))
        }
      />
    );
  }
}

type FailureProps = ConnectFailureProps &
  Pick<WidgetBoundaryProps, 'appearance'> & { readonly root: RefObject<HTMLElement | null> };

/** Looks as the widget did in whose place it stands, and is heard when it takes it. */
function Failure({ root, appearance, ...props }: FailureProps): ReactNode {
  useAppearance(root, appearance);
  return <ConnectFailure role="alert" {...props} ref={root} />;
}

/** The element that has focus, also within the frames and shadow roots of the page. */
function focusedElement(): Element | null {
  let { activeElement } = document;
  for (let inner = activeElement; inner;) {
    activeElement = inner;
    const { contentDocument } = inner as HTMLIFrameElement;
    inner = inner.shadowRoot?.activeElement ?? contentDocument?.activeElement ?? null;
  }
  return activeElement;
}
