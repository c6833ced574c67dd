'use client';

import { memo, useRef, type NamedExoticComponent, type ReactElement } from 'react';
import { MemberRow } from '../components/member-row/member-row.tsx';
import { memberStanding } from '../domain/member-standing.ts';
import type { MemberNames } from '../domain/member-names.ts';
import type { Member } from '../domain/member.ts';
import { useCanAddManually } from '../hooks/use-can-add-manually.ts';
import { useInstitution } from '../hooks/use-institution.ts';
import { useRefreshMember } from '../hooks/use-refresh-member.ts';
import { useRelativeTime } from '../hooks/use-relative-time.ts';
import { useLogoUrl } from './atrium-provider.tsx';
import { ConnectionFlow } from './connect-widget.tsx';
import type { MemberConnectionProps } from './member-connection.tsx';
import { RemovePanel, RenamePanel } from './member-panels.tsx';
import type { News } from './use-members-announcement.ts';
import { usePanel } from './use-panel.ts';
import { useStepFocus } from './use-step-focus.ts';

/** What is open, on which member. */
export interface MemberPanel {
  readonly guid: string;
  readonly kind: 'connection' | 'manual' | 'rename' | 'remove';
}

/** What an open connection is given of what the manager was given. */
export type ConnectionSettings = Pick<
  MemberConnectionProps,
  | 'beforeRedirect'
  | 'oauth'
  | 'onContactSupport'
  | 'onManualAccount'
  | 'onStatusChange'
  | 'onSuccess'
  | 'pollPolicy'
>;

export interface MemberItemProps extends ConnectionSettings {
  readonly member: Member;
  readonly panel: MemberPanel['kind'] | null;
  readonly names: MemberNames | undefined;
  readonly onOpen: (panel: MemberPanel) => void;
  readonly onClose: (guid: string) => void;
  readonly onNews: (news: News) => void;
  readonly onRemoved: ((member: Member, name: string) => void) | undefined;
  readonly onAdd: (() => void) | undefined;
}

/** One member of the list, with what is open on it. Renders again only for a reason of its own. */
export const MemberItem: NamedExoticComponent<MemberItemProps> = memo(function MemberItem({
  member,
  panel,
  names,
  onOpen,
  onClose,
  onNews,
  onRemoved,
  onAdd,
  ...connection
}: MemberItemProps): ReactElement {
  const { guid } = member;
  const row = useRef<HTMLLIElement>(null);
  const panelRoot = useRef<HTMLDivElement>(null);
  const refresh = useRefreshMember(guid, () => onNews({ kind: 'throttled', member }));
  const updated = useRelativeTime(member.successfullyAggregatedAt);
  const logoUrl = useLogoUrl();
  const { remedies } = memberStanding(member);
  const needsInstitution =
    panel === 'connection' || logoUrl !== undefined || remedies.includes('visit-institution');
  const institution = useInstitution(needsInstitution ? member.institutionCode : null);
  const known = institution.kind === 'ready' ? institution.value : null;
  const name = names?.read(member.metadata) ?? null;
  const canRename = names !== undefined && names.write(member.metadata, '') !== null;

  const open = (kind: MemberPanel['kind']) => () => onOpen({ guid, kind });
  const close = () => onClose(guid);
  usePanel(row, panelRoot, panel, panel === 'rename' || panel === 'remove' ? close : null);
  useStepFocus(row, 'row', false);

  const connect = open('connection');
  const subject = { institution: known, memberGuid: guid };
  const { onManualAccount, onContactSupport } = connection;
  const canAddManually = useCanAddManually(
    onManualAccount === undefined && remedies.includes('add-manually'),
  );

  return (
    <MemberRow
      ref={row}
      member={member}
      name={name}
      updated={updated}
      institutionUrl={known?.url ?? null}
      logoUrl={known && (logoUrl?.(known) ?? null)}
      refresh={refresh.action}
      isOpen={panel !== null}
      remedies={{
        'enter-credentials': connect,
        answer: connect,
        authorize: connect,
        'connect-again': connect,
        'choose-another': onAdd,
        'add-manually': onManualAccount
          ? () => onManualAccount(subject)
          : canAddManually
            ? open('manual')
            : undefined,
        'contact-support': onContactSupport && (() => onContactSupport(subject)),
      }}
      onRefresh={refresh.start}
      onRename={canRename ? open('rename') : undefined}
      onRemove={open('remove')}
    >
      {panel !== null && (
        <div ref={panelRoot}>
          <Panel
            kind={panel}
            member={member}
            name={name ?? member.name}
            names={names}
            onClose={close}
            onRemoved={onRemoved}
            connection={connection}
          />
        </div>
      )}
    </MemberRow>
  );
});

interface PanelProps extends Pick<MemberItemProps, 'member' | 'names' | 'onRemoved'> {
  readonly kind: MemberPanel['kind'];
  readonly name: string;
  readonly onClose: () => void;
  readonly connection: ConnectionSettings;
}

function Panel({ kind, connection, ...props }: PanelProps): ReactElement {
  switch (kind) {
    case 'connection':
    case 'manual':
      return (
        <ConnectionFlow
          {...connection}
          memberGuid={props.member.guid}
          addsManually={kind === 'manual'}
          hasSearch={false}
          forwardedRef={null}
          onExit={props.onClose}
        />
      );
    case 'rename':
      return <RenamePanel {...props} />;
    case 'remove':
      return <RemovePanel {...props} />;
    default:
      return kind satisfies never;
  }
}
