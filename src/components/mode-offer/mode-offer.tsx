'use client';

import { forwardRef } from 'react';
import type { PremiumMode } from '../../domain/mode.ts';
import { mode as words } from '../../locales/en/mode.ts';
import { Actions, Button } from '../parts/button.tsx';
import { Step, type StepComponent, type StepProps } from '../parts/step.tsx';
import { useWords } from '../words.tsx';

interface OwnProps {
  /** @selector [data-mode] */
  readonly mode: PremiumMode;
  readonly institutionName: string | null;
  readonly onStart: () => void;
  readonly isStarting: boolean;
  readonly onCancel?: (() => void) | undefined;
}

/** Props of {@link ModeOffer}. */
export type ModeOfferProps = StepProps<OwnProps>;

/**
 * Offers to verify an account, or to confirm whose the accounts are, at an institution that is
 * connected already. Never started unasked, for it may cost the person a code.
 * Renders a `<section>`.
 */
export const ModeOffer: StepComponent<OwnProps> = forwardRef(function ModeOffer(
  { mode, institutionName: institution, onStart, isStarting, onCancel, ...rest },
  ref,
) {
  const t = useWords(words);
  return (
    <Step
      name="mode-offer"
      data-mode={mode}
      {...rest}
      ref={ref}
      heading={t(`offer.${mode}.heading`, { institution })}
      message={t(`offer.${mode}.message`, { institution })}
    >
      <Actions>
        <Button
          kind="primary"
          isBusy={isStarting}
          busyLabel={t('offer.starting')}
          onClick={onStart}
        >
          {t('offer.start')}
        </Button>
        {onCancel && (
          <Button kind="quiet" onClick={onCancel}>
            {t('offer.cancel')}
          </Button>
        )}
      </Actions>
    </Step>
  );
});
