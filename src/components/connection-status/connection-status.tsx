'use client';

import { forwardRef, type ReactNode } from 'react';
import type { StatusDetail } from '../../domain/member-error.ts';
import type { ConnectionMode } from '../../domain/mode.ts';
import { statusAtRest } from '../../domain/status-at-rest.ts';
import { parseConnectionStatus, type Remedy, type ReportedStatus } from '../../domain/status.ts';
import { safeWebUrl } from '../../domain/urls.ts';
import { remedies } from '../../locales/en/remedies.ts';
import { Actions, Button, ExternalLink, type ButtonKind } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useStatusMessage, useStatusTitle } from '../parts/status-words.ts';
import { Step, type StepComponent, type StepProps } from '../parts/step.tsx';
import { useWords } from '../words.tsx';

interface OwnProps {
  /**
   * By name or by integer id, as the API says it. One that this version does not know has words
   * of its own and is never a success.
   *
   * @selector [data-status], [data-tone], [data-turn]
   */
  readonly status: ReportedStatus | number | string;
  /** What the API says besides, such as a member or its status: the words of an error come first. */
  readonly detail?: StatusDetail | undefined;
  /** What the connection is for: one error counts only where an account is verified. @default 'aggregation' */
  readonly mode?: ConnectionMode | undefined;
  readonly institutionName?: string | null | undefined;
  /** Where *Go to …* leads. Shown as a link only if it is a web address. */
  readonly institutionUrl?: string | null | undefined;
  /** What each remedy does. One without a function is not offered. */
  readonly actions?: Partial<Record<Remedy, (() => void) | undefined>> | undefined;
  /** A remedy is under way: the buttons wait. @default false */
  readonly isBusy?: boolean | undefined;
  /** `'throttled'`: the last try was accepted and started nothing. */
  readonly notice?: 'throttled' | null | undefined;
  /** Takes the place of the title. */
  readonly heading?: string | undefined;
  /** Stands between the message and the buttons, such as why the last remedy failed. */
  readonly children?: ReactNode;
}

/** Props of {@link ConnectionStatus}. */
export type ConnectionStatusProps = StepProps<OwnProps>;

/**
 * What a status means and what can be done about it: the API's message for the end user, and a
 * button for each remedy. It is not a live region: give it `role="status"` where it changes in
 * place and nothing else announces it. Renders a `<section>`.
 */
export const ConnectionStatus: StepComponent<OwnProps> = forwardRef(function ConnectionStatus(
  {
    status,
    detail: said,
    mode,
    institutionName: institution,
    institutionUrl,
    actions = {},
    isBusy = false,
    notice,
    heading,
    children,
    ...rest
  },
  ref,
) {
  const t = useWords(remedies);
  const title = useStatusTitle();
  const words = useStatusMessage();
  const connectionStatus = parseConnectionStatus(status);
  const { status: row, detail } = statusAtRest({ connectionStatus, ...said }, mode);
  const url = safeWebUrl(institutionUrl);
  // In the order of the status table: the first is the primary one.
  const offered = row.remedies.filter((remedy) =>
    remedy === 'visit-institution' ? url : actions[remedy],
  );
  return (
    <Step
      name="connection-status"
      data-status={row.name ?? 'null'}
      data-tone={row.tone}
      data-turn={row.turn}
      {...rest}
      ref={ref}
      tone={row.tone}
      heading={heading ?? title(row.name, institution, detail)}
      message={words(row.name, institution, detail)}
    >
      {notice && <Notice tone="neutral">{t('status.throttled', { institution })}</Notice>}
      {children}
      {offered.length > 0 && (
        <Actions>
          {offered.map((remedy, index) => {
            const kind = kindOf(remedy, index);
            const label = t(`remedy.${remedy}`, { institution });
            return remedy === 'visit-institution' && url ? (
              <ExternalLink key={remedy} kind={kind} href={url} onClick={actions[remedy]}>
                {label}
              </ExternalLink>
            ) : (
              <Button
                key={remedy}
                kind={kind}
                isBusy={isBusy}
                busyLabel={index === 0 ? label : undefined}
                onClick={actions[remedy]}
              >
                {label}
              </Button>
            );
          })}
        </Actions>
      )}
    </Step>
  );
});

const WAYS_OUT: readonly Remedy[] = ['cancel', 'close', 'leave'];

/** Giving up is never what the accent colour asks for, and only the last resort beside another. */
function kindOf(remedy: Remedy, index: number): ButtonKind {
  const isWayOut = WAYS_OUT.includes(remedy);
  if (index === 0) {
    return isWayOut ? 'secondary' : 'primary';
  }
  return isWayOut ? 'quiet' : 'secondary';
}
