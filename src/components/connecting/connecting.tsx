'use client';

import { forwardRef, type ReactNode } from 'react';
import { statusRow, type ReportedStatus } from '../../domain/status.ts';
import type { ConnectingPace, ConnectingStage } from '../../domain/step.ts';
import { connecting } from '../../locales/en/connecting.ts';
import { statusTitles } from '../../locales/en/status-titles.ts';
import { Actions, Button } from '../parts/button.tsx';
import { CHECK, Icon } from '../parts/icons.tsx';
import { useStatusMessage } from '../parts/status-words.ts';
import { Step, type StepComponent, type StepProps } from '../parts/step.tsx';
import { useWords } from '../words.tsx';

interface OwnProps {
  /** @selector [data-status] */
  readonly status: ReportedStatus;
  /** The stage that is under way. @selector [data-stage] */
  readonly stage: ConnectingStage;
  /** @selector [data-pace] */
  readonly pace: ConnectingPace;
  readonly institutionName: string | null;
  readonly onCancel?: (() => void) | undefined;
  /** Offered when there has been no result for long, or no answer at all. */
  readonly onCheckAgain?: (() => void) | undefined;
  /** Goes away and lets the work go on. */
  readonly onLeave?: (() => void) | undefined;
}

/** Props of {@link Connecting}. */
export type ConnectingProps = StepProps<OwnProps>;

/** Says how far a connection is, as far as the API tells and no further. Renders a `<section>`. */
export const Connecting: StepComponent<OwnProps> = forwardRef(function Connecting(
  { status, stage, pace, institutionName, onCancel, onCheckAgain, onLeave, ...rest },
  ref,
) {
  const title = useWords(statusTitles);
  const t = useWords(connecting);
  const message = useStatusMessage()(status, institutionName);
  const institution = institutionName;
  const { name } = statusRow(status);
  const isStuck = pace === 'stalled' || pace === 'unreachable';
  return (
    <Step
      name="connecting"
      data-status={name ?? 'null'}
      data-stage={stage}
      data-pace={pace}
      {...rest}
      ref={ref}
      heading={title(`title.${name ?? 'null'}`, { institution })}
      message={message}
    >
      <Stages current={stage} isMoving={!isStuck} />
      <p className="atrium-pace">{t(`connecting.${pace}`, { institution })}</p>
      <Actions>
        {isStuck && onCheckAgain && (
          <Button kind="primary" onClick={onCheckAgain}>
            {t('connecting.check-again')}
          </Button>
        )}
        {onLeave && <Button onClick={onLeave}>{t('connecting.leave')}</Button>}
        {onCancel && (
          <Button kind="quiet" onClick={onCancel}>
            {t('connecting.cancel')}
          </Button>
        )}
      </Actions>
    </Step>
  );
});

const STAGES = [
  'signing-in',
  'fetching-accounts',
  'fetching-transactions',
] as const satisfies readonly ConnectingStage[];

interface StagesProps {
  readonly current: ConnectingStage;
  readonly isMoving: boolean;
}

function Stages({ current, isMoving }: StagesProps): ReactNode {
  const t = useWords(connecting);
  const position = STAGES.indexOf(current);
  return (
    <ol
      className="atrium-stages"
      aria-label={t('connecting.stages')}
      data-moving={isMoving ? '' : undefined}
    >
      {STAGES.map((stage, index) => {
        const state = stateOf(index - position);
        return (
          <li
            key={stage}
            className="atrium-stage"
            data-state={state}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <span className="atrium-stage-mark">{state === 'done' && <Icon path={CHECK} />}</span>
            <span>{t(`connecting.${stage}`)}</span>
            <span className="atrium-stage-state">{t(`connecting.${state}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}

function stateOf(distance: number): 'done' | 'current' | 'to-come' {
  if (distance === 0) {
    return 'current';
  }
  return distance < 0 ? 'done' : 'to-come';
}
