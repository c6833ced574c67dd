'use client';

import { forwardRef, type ReactNode } from 'react';
import type { Account } from '../../domain/account.ts';
import type { ConnectionMode } from '../../domain/mode.ts';
import type { Resource } from '../../domain/step.ts';
import { connected } from '../../locales/en/connected.ts';
import { Actions, Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useStatusMessage } from '../parts/status-words.ts';
import { Step, type StepComponent, type StepProps } from '../parts/step.tsx';
import { useWords } from '../words.tsx';
import { AccountList, AccountSkeletons } from './account-list.tsx';

interface OwnProps {
  readonly institutionName: string | null;
  /** What the connection was made for. @default 'aggregation' @selector [data-mode] */
  readonly mode?: ConnectionMode | undefined;
  /** @selector [data-accounts] */
  readonly accounts: Resource<readonly Account[]>;
  /** Data is still coming in. @selector [data-arriving] */
  readonly isArriving: boolean;
  readonly onDone?: (() => void) | undefined;
  readonly onConnectAnother?: (() => void) | undefined;
}

/** Props of {@link Connected}. */
export type ConnectedProps = StepProps<OwnProps>;

const HEADINGS = {
  aggregation: 'connected.heading',
  verification: 'connected.heading-verification',
  identification: 'connected.heading-identification',
} as const satisfies Record<ConnectionMode, keyof typeof connected>;

/** Names the institution that is now connected and the accounts found there. Renders a `<section>`. */
export const Connected: StepComponent<OwnProps> = forwardRef(function Connected(
  {
    institutionName,
    mode = 'aggregation',
    accounts,
    isArriving,
    onDone,
    onConnectAnother,
    ...rest
  },
  ref,
) {
  const t = useWords(connected);
  const message = useStatusMessage();
  return (
    <Step
      name="connected"
      data-mode={mode}
      data-accounts={accounts.kind}
      data-arriving={isArriving ? '' : undefined}
      {...rest}
      ref={ref}
      tone="success"
      heading={t(HEADINGS[mode])}
      message={message('CONNECTED', institutionName)}
    >
      <Accounts accounts={accounts} />
      {isArriving && <Notice tone="progress">{t('connected.arriving')}</Notice>}
      <Actions>
        {onDone && (
          <Button kind="primary" onClick={onDone}>
            {t('connected.done')}
          </Button>
        )}
        {onConnectAnother && (
          <Button kind="quiet" onClick={onConnectAnother}>
            {t('connected.another')}
          </Button>
        )}
      </Actions>
    </Step>
  );
});

function Accounts({ accounts }: Pick<OwnProps, 'accounts'>): ReactNode {
  const t = useWords(connected);
  switch (accounts.kind) {
    case 'loading':
      return <AccountSkeletons />;
    case 'failed':
      return <Notice tone="neutral">{t('connected.failed')}</Notice>;
    case 'ready':
      return accounts.value.length === 0 ? (
        <Notice tone="neutral">{t('connected.none')}</Notice>
      ) : (
        <AccountList accounts={accounts.value} />
      );
    default:
      return accounts satisfies never;
  }
}
