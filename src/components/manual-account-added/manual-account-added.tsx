'use client';

import { forwardRef } from 'react';
import { manualAccount as words } from '../../locales/en/manual-account.ts';
import { Actions, Button } from '../parts/button.tsx';
import { Step, type StepComponent, type StepProps } from '../parts/step.tsx';
import { useWords } from '../words.tsx';

interface OwnProps {
  /** What the account is called. */
  readonly name: string;
  readonly onDone?: (() => void) | undefined;
  readonly onAddAnother?: (() => void) | undefined;
}

/** Props of {@link ManualAccountAdded}. */
export type ManualAccountAddedProps = StepProps<OwnProps>;

/** Names the account that is now kept by hand. Renders a `<section>`. */
export const ManualAccountAdded: StepComponent<OwnProps> = forwardRef(function ManualAccountAdded(
  { name, onDone, onAddAnother, ...rest },
  ref,
) {
  const t = useWords(words);
  return (
    <Step
      name="manual-account-added"
      {...rest}
      ref={ref}
      tone="success"
      heading={t('manual.added')}
      message={t('manual.added-message', { name })}
    >
      <Actions>
        {onDone && (
          <Button kind="primary" onClick={onDone}>
            {t('manual.done')}
          </Button>
        )}
        {onAddAnother && (
          <Button kind="quiet" onClick={onAddAnother}>
            {t('manual.another')}
          </Button>
        )}
      </Actions>
    </Step>
  );
});
