'use client';

import { forwardRef } from 'react';
import { offersRetry, type AtriumError } from '../../domain/errors.ts';
import type { ConnectionStep } from '../../domain/step.ts';
import { failure } from '../../locales/en/failure.ts';
import { Actions, Button } from '../parts/button.tsx';
import { useFailureWords } from '../parts/failure-notice.tsx';
import { Step, type StepComponent, type StepProps } from '../parts/step.tsx';
import { useWords } from '../words.tsx';

interface OwnProps {
  /** @selector [data-error] */
  readonly error: AtriumError;
  /** What could not be read. @selector [data-during] */
  readonly during?: Extract<ConnectionStep, { kind: 'failure' }>['during'] | undefined;
  /** Offered only where the same request may succeed, if need be after the person has signed in. */
  readonly onRetry?: (() => void) | undefined;
  readonly onBack?: (() => void) | undefined;
  readonly onClose?: (() => void) | undefined;
}

/** Props of {@link ConnectFailure}. */
export type ConnectFailureProps = StepProps<OwnProps>;

/** Says that a request failed, and what to do. Renders a `<section>`. */
export const ConnectFailure: StepComponent<OwnProps> = forwardRef(function ConnectFailure(
  { error, during, onRetry, onBack, onClose, ...rest },
  ref,
) {
  const t = useWords(failure);
  const { title, message } = useFailureWords()(error, during);
  return (
    <Step
      name="failure"
      data-error={error.kind}
      data-during={during}
      {...rest}
      ref={ref}
      tone="danger"
      heading={title}
      message={message}
    >
      <Actions>
        {onRetry && offersRetry[error.kind] && (
          <Button kind="primary" onClick={onRetry}>
            {t('failure.retry')}
          </Button>
        )}
        {onBack && <Button onClick={onBack}>{t('failure.back')}</Button>}
        {onClose && (
          <Button kind="quiet" onClick={onClose}>
            {t('failure.close')}
          </Button>
        )}
      </Actions>
    </Step>
  );
});
