'use client';

import { forwardRef } from 'react';
import type { ConnectionStep } from '../../domain/step.ts';
import { mode as words } from '../../locales/en/mode.ts';
import { remedies } from '../../locales/en/remedies.ts';
import { Actions, Button } from '../parts/button.tsx';
import { Step, type StepComponent, type StepProps } from '../parts/step.tsx';
import { useWords } from '../words.tsx';

interface OwnProps {
  /**
   * What is missing: the mode at the institution or in the app, an account, or a sign-in form.
   *
   * @selector [data-reason]
   */
  readonly reason: Extract<ConnectionStep, { kind: 'unavailable' }>['reason'];
  readonly institutionName: string | null;
  readonly onChooseAnother?: (() => void) | undefined;
  /** Offered where it is the app that lacks it. */
  readonly onContactSupport?: (() => void) | undefined;
  readonly onClose?: (() => void) | undefined;
}

/** Props of {@link ModeUnavailable}. */
export type ModeUnavailableProps = StepProps<OwnProps>;

/** Says that what the person came for is not to be had, and the way on. Renders a `<section>`. */
export const ModeUnavailable: StepComponent<OwnProps> = forwardRef(function ModeUnavailable(
  { reason, institutionName: institution, onChooseAnother, onContactSupport, onClose, ...rest },
  ref,
) {
  const t = useWords(words);
  const remedy = useWords(remedies);
  const isApp = reason === 'app';
  return (
    <Step
      name="mode-unavailable"
      data-reason={reason}
      {...rest}
      ref={ref}
      tone="attention"
      heading={t(`unavailable.${reason}.heading`, { institution })}
      message={t(`unavailable.${reason}.message`, { institution })}
    >
      <Actions>
        {isApp && onContactSupport && (
          <Button kind="primary" onClick={onContactSupport}>
            {remedy('remedy.contact-support')}
          </Button>
        )}
        {!isApp && onChooseAnother && (
          <Button kind="primary" onClick={onChooseAnother}>
            {remedy('remedy.choose-another')}
          </Button>
        )}
        {onClose && (
          <Button kind="quiet" onClick={onClose}>
            {remedy('remedy.close')}
          </Button>
        )}
      </Actions>
    </Step>
  );
});
