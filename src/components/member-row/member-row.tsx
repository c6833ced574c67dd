'use client';

import {
  forwardRef,
  useId,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react';
import { institutionHost } from '../../domain/institution.ts';
import { memberStanding, type MemberStanding } from '../../domain/member-standing.ts';
import type { Member } from '../../domain/member.ts';
import type { RelativeTime } from '../../domain/relative-time.ts';
import type { Action } from '../../domain/step.ts';
import { safeWebUrl } from '../../domain/urls.ts';
import { members as words } from '../../locales/en/members.ts';
import { remedies } from '../../locales/en/remedies.ts';
import { classNames } from '../parts/class-names.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Icon, TONE_PATHS } from '../parts/icons.tsx';
import { InstitutionHost, InstitutionMark } from '../parts/institution-mark.tsx';
import { Notice } from '../parts/notice.tsx';
import { useStatusMessage, useStatusTitle } from '../parts/status-words.ts';
import { useLanguageAttributes, useWords } from '../words.tsx';
import { LastUpdated } from './last-updated.tsx';
import { MemberActions, type MemberRowActions } from './member-actions.tsx';

interface OwnProps extends MemberRowActions {
  /** @selector [data-status], [data-turn], [data-arriving] */
  readonly member: Member;
  /** What the person calls it. Default: the institution's name. */
  readonly name?: string | null | undefined;
  /** How long ago it was updated. Without it, the date is said. */
  readonly updated?: RelativeTime | null | undefined;
  /** Where *Go to …* leads, if it is a web address. Its host says whom one is talking to. */
  readonly institutionUrl?: string | null | undefined;
  /** Asked for only if given; initials otherwise. */
  readonly logoUrl?: string | null | undefined;
  /** How the last refresh went. @default { kind: 'idle' } */
  readonly refresh?: Action | undefined;
  /** What was chosen stands below, in place of status and buttons. @selector [data-open] */
  readonly isOpen?: boolean | undefined;
  /** Stands below. */
  readonly children?: ReactNode;
}

/** Props of {@link MemberRow}. */
export type MemberRowProps = OwnProps & Omit<ComponentPropsWithoutRef<'li'>, keyof OwnProps>;

const IDLE: Action = { kind: 'idle' };

/**
 * One member of several: how it stands, when it was last updated, and the one thing that it needs
 * now. Renders an `<li>`, for a {@link MemberList}.
 */
export const MemberRow: ForwardRefExoticComponent<MemberRowProps & RefAttributes<HTMLLIElement>> =
  forwardRef(function MemberRow(
    {
      member,
      name,
      updated = null,
      institutionUrl,
      logoUrl,
      remedies: does,
      onRefresh,
      onRename,
      onRemove,
      refresh = IDLE,
      isOpen = false,
      className,
      children,
      ...rest
    },
    ref,
  ) {
    const message = useStatusMessage();
    const language = useLanguageAttributes();
    const nameId = useId();
    const standing = memberStanding(member);
    const { status, detail, isArriving } = standing;
    const url = safeWebUrl(institutionUrl);
    const institution = member.name;
    const called = name || institution;
    // Going well, or going on, the title says it all.
    const needsWords = status.turn !== 'done' && status.poll !== 'always';
    const explanation =
      needsWords && !member.isManual ? message(status.name, institution, detail) : null;
    return (
      <li
        data-status={status.name ?? 'null'}
        data-turn={status.turn}
        data-arriving={isArriving ? '' : undefined}
        data-open={isOpen ? '' : undefined}
        {...language}
        {...rest}
        ref={ref}
        className={classNames('atrium-root atrium-member', className)}
      >
        <div className="atrium-member-header">
          <InstitutionMark name={institution} logoUrl={logoUrl} />
          <div className="atrium-member-text">
            <h3 id={nameId} className="atrium-member-name" tabIndex={-1} data-atrium-heading="">
              <bdi>{called}</bdi>
            </h3>
            {called !== institution && (
              <p className="atrium-institution-host">
                <bdi>{institution}</bdi>
              </p>
            )}
            {isOpen ? (
              url && <InstitutionHost host={institutionHost({ url })} />
            ) : (
              <Standing member={member} standing={standing} updated={updated} />
            )}
          </div>
        </div>
        <div className="atrium-member-body" hidden={isOpen}>
          {explanation && <p className="atrium-message">{explanation}</p>}
          <Outcome refresh={refresh} isDone={status.turn === 'done'} onRetry={onRefresh} />
          <MemberActions
            standing={standing}
            institution={institution}
            nameId={nameId}
            institutionUrl={url}
            isRefreshing={refresh.kind === 'running'}
            remedies={does}
            onRefresh={onRefresh}
            onRename={onRename}
            onRemove={onRemove}
          />
        </div>
        {children}
      </li>
    );
  });

interface StandingProps {
  readonly member: Member;
  readonly standing: MemberStanding;
  readonly updated: RelativeTime | null;
}

/** The status in words, tone and icon, and how old the data is. */
function Standing({
  member,
  standing: { status, detail, isArriving },
  updated,
}: StandingProps): ReactNode {
  const t = useWords(words);
  const title = useStatusTitle();
  return (
    <>
      <p className="atrium-member-status" data-tone={status.tone}>
        <Icon path={TONE_PATHS[status.tone]} />
        <span>
          {member.isManual ? t('members.manual') : title(status.name, member.name, detail)}
        </span>
      </p>
      {isArriving && <p className="atrium-member-updated">{t('members.arriving')}</p>}
      {!member.isManual && <LastUpdated time={member.successfullyAggregatedAt} ago={updated} />}
    </>
  );
}

interface OutcomeProps {
  readonly refresh: Action;
  readonly isDone: boolean;
  readonly onRetry: (() => void) | undefined;
}

/** What came of asking for new data, where the status does not show it. */
function Outcome({ refresh, isDone, onRetry }: OutcomeProps): ReactNode {
  const t = useWords({ ...words, ...remedies });
  switch (refresh.kind) {
    case 'throttled':
      return isDone ? (
        <Notice tone="success">{t('members.up-to-date')}</Notice>
      ) : (
        <Notice tone="neutral">{t('status.throttled')}</Notice>
      );
    case 'failed':
      return <FailureNotice error={refresh.error} onRetry={onRetry} />;
    case 'idle':
    case 'running':
      return null;
    default:
      return refresh satisfies never;
  }
}
