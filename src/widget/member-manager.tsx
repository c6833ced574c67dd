'use client';

import {
  forwardRef,
  useCallback,
  useImperativeHandle,
  useRef,
  useState,
  type ComponentPropsWithoutRef,
  type ForwardedRef,
  type ForwardRefExoticComponent,
  type ReactElement,
  type RefAttributes,
} from 'react';
import { LiveRegion } from '../components/live-region/live-region.tsx';
import { MemberList } from '../components/member-list/member-list.tsx';
import { classNames } from '../components/parts/class-names.ts';
import { useLanguageAttributes } from '../components/words.tsx';
import type { ConnectEventListener } from '../domain/events.ts';
import type { MemberNames } from '../domain/member-names.ts';
import type { Member } from '../domain/member.ts';
import { EventsProvider, useEmit } from '../hooks/events.tsx';
import { useAggregateOnLogin } from '../hooks/use-aggregate-on-login.ts';
import { useMembers } from '../hooks/use-members.ts';
import { useStable } from '../hooks/use-stable.ts';
import { useAppearance, type Appearance } from './appearance.ts';
import { MemberItem, type ConnectionSettings, type MemberPanel } from './member-item.tsx';
import { useMembersAnnouncement } from './use-members-announcement.ts';
import { useStepFocus } from './use-step-focus.ts';
import { WidgetBoundary } from './widget-boundary.tsx';

export interface MemberManagerProps
  extends ConnectionSettings, Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Leads to where an institution is connected. Without it, that is not offered. */
  onAdd?: (() => void) | undefined;
  /** A member was removed, with all that it had. */
  onRemoved?: ((member: Member) => void) | undefined;
  /**
   * Where names are kept that people give their connections. Without it, renaming is not offered:
   * the API has none. `namesInMetadata` keeps them in the member's metadata.
   */
  names?: MemberNames | undefined;
  /** Told of everything that happens, besides the listener of the provider. */
  onEvent?: ConnectEventListener | undefined;
  /** Takes the place of the title. */
  heading?: string | undefined;
  /** How it looks, over what the provider says. */
  appearance?: Appearance | undefined;
}

/**
 * All connections of a person from one polled request: how each stands, what it needs, and the
 * ways to repair, refresh, rename and remove it. Aggregates those that wait for the person to be
 * there, as `useAggregateOnLogin` does. Renders a `<div>`.
 */
export const MemberManager: ForwardRefExoticComponent<
  MemberManagerProps & RefAttributes<HTMLDivElement>
> = forwardRef(function MemberManager({ onEvent, ...props }, ref) {
  const emit = useEmit(onEvent);
  return (
    <EventsProvider onEvent={emit}>
      <WidgetBoundary onExit={undefined} appearance={props.appearance}>
        {(isSecondTry) => <Manager {...props} isSecondTry={isSecondTry} forwardedRef={ref} />}
      </WidgetBoundary>
    </EventsProvider>
  );
});

interface ManagerProps extends Omit<MemberManagerProps, 'onEvent'> {
  readonly isSecondTry: boolean;
  readonly forwardedRef: ForwardedRef<HTMLDivElement>;
}

function Manager({
  onAdd,
  onRemoved,
  onSuccess,
  onStatusChange,
  onManualAccount,
  onContactSupport,
  names,
  oauth,
  beforeRedirect,
  pollPolicy,
  heading,
  appearance,
  isSecondTry,
  forwardedRef,
  className,
  ...rest
}: ManagerProps): ReactElement {
  const members = useMembers();
  useAggregateOnLogin();
  const { open, onOpen, onClose } = useOpenPanel();
  const root = useRef<HTMLDivElement>(null);
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(
    forwardedRef,
    () => root.current,
  );
  useAppearance(root, appearance);
  useStepFocus(root, members.kind, isSecondTry);
  const { announcement, announce } = useMembersAnnouncement(members, open);
  const language = useLanguageAttributes();

  const removed = useStable((member: Member, name: string) => {
    announce({ kind: 'removed', name });
    onRemoved?.(member);
  });
  // The same from one render to the next, so that a row renders only for a reason of its own.
  const stable = {
    onOpen,
    onClose,
    onNews: announce,
    onRemoved: removed,
    onAdd: useStable(onAdd),
    onSuccess: useStable(onSuccess),
    onStatusChange: useStable(onStatusChange),
    onManualAccount: useStable(onManualAccount),
    onContactSupport: useStable(onContactSupport),
  };

  return (
    <div
      {...language}
      {...rest}
      ref={root}
      className={classNames('atrium-root atrium-member-manager', className)}
    >
      <MemberList
        members={members}
        error={members.kind === 'ready' ? members.error : null}
        heading={heading}
        onRetry={members.kind === 'loading' ? undefined : members.retry}
        onAdd={onAdd}
      >
        {members.kind === 'ready' &&
          members.value.map((member) => (
            <MemberItem
              key={member.guid}
              {...stable}
              member={member}
              panel={open?.guid === member.guid ? open.kind : null}
              names={names}
              oauth={oauth}
              beforeRedirect={beforeRedirect}
              pollPolicy={pollPolicy}
            />
          ))}
      </MemberList>
      <LiveRegion>{announcement}</LiveRegion>
    </div>
  );
}

interface OpenPanel {
  readonly open: MemberPanel | null;
  readonly onOpen: (panel: MemberPanel) => void;
  readonly onClose: (guid: string) => void;
}

/** One thing is open at a time, on one member. */
function useOpenPanel(): OpenPanel {
  const [open, onOpen] = useState<MemberPanel | null>(null);
  const onClose = useCallback(
    (guid: string) => onOpen((now) => (now?.guid === guid ? null : now)),
    [],
  );
  return { open, onOpen, onClose };
}
