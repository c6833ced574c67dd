'use client';

import { useId, type ReactNode } from 'react';
import type { MemberStanding } from '../../domain/member-standing.ts';
import type { Remedy } from '../../domain/status.ts';
import { members as words } from '../../locales/en/members.ts';
import { remedies as remedyWords } from '../../locales/en/remedies.ts';
import { Actions, Button, ExternalLink } from '../parts/button.tsx';
import { useWords } from '../words.tsx';

/** What can be done about one member. What has no function is not offered. */
export interface MemberRowActions {
  /** What each remedy of its status does. Trying again is refreshing. */
  readonly remedies?: Partial<Record<Remedy, (() => void) | undefined>> | undefined;
  /** Asks for new data. Offered where a job may be started. */
  readonly onRefresh?: (() => void) | undefined;
  readonly onRename?: (() => void) | undefined;
  readonly onRemove?: (() => void) | undefined;
}

interface MemberActionsProps extends MemberRowActions {
  readonly standing: MemberStanding;
  readonly institution: string;
  /** The element that names the member: it completes the name of every button. */
  readonly nameId: string;
  /** A web address. */
  readonly institutionUrl: string | null;
  readonly isRefreshing: boolean;
}

/** These do what refreshing does. */
const REFRESHING: readonly Remedy[] = ['try-again', 'confirm-resolved'];

/** The buttons of a row: what it needs, the one thing first, and what can always be done. */
export function MemberActions({
  standing: { remedies: needed, isArriving, canRefresh },
  institution,
  nameId,
  institutionUrl: url,
  isRefreshing,
  remedies = {},
  onRefresh,
  onRename,
  onRemove,
}: MemberActionsProps): ReactNode {
  const t = useWords(words);
  const remedy = useWords(remedyWords);
  const id = useId();
  const does = (one: Remedy) => (REFRESHING.includes(one) ? onRefresh : remedies[one]);
  const offered = needed.filter((one) => (one === 'visit-institution' ? url : does(one)));
  const isAsked = offered.some((one) => REFRESHING.includes(one));
  const named = (key: string) => ({
    id: `${id}${key}`,
    'aria-labelledby': `${id}${key} ${nameId}`,
  });
  return (
    <>
      {offered.length > 0 && (
        <Actions>
          {offered.map((one, index) => {
            const kind = index === 0 ? 'primary' : 'secondary';
            const label = remedy(`remedy.${one}`, { institution });
            return one === 'visit-institution' && url ? (
              <ExternalLink key={one} kind={kind} href={url} onClick={remedies[one]}>
                {label}
              </ExternalLink>
            ) : (
              <Button
                key={one}
                {...named(one)}
                kind={kind}
                isBusy={isRefreshing && REFRESHING.includes(one)}
                busyLabel={t('members.refreshing')}
                onClick={does(one)}
              >
                {label}
              </Button>
            );
          })}
        </Actions>
      )}
      <div className="atrium-member-tools">
        {onRefresh && !isAsked && (canRefresh || isArriving) && (
          <Button
            {...named('refresh')}
            kind="quiet"
            isBusy={isRefreshing || isArriving}
            busyLabel={t('members.refreshing')}
            onClick={onRefresh}
          >
            {t('members.refresh')}
          </Button>
        )}
        {onRename && (
          <Button {...named('rename')} kind="quiet" onClick={onRename}>
            {t('members.rename')}
          </Button>
        )}
        {onRemove && (
          <Button {...named('remove')} kind="quiet" onClick={onRemove}>
            {t('members.remove')}
          </Button>
        )}
      </div>
    </>
  );
}
