'use client';

import { forwardRef } from 'react';
import { limit as words } from '../../locales/en/limit.ts';
import { Actions, Button } from '../parts/button.tsx';
import { Step, type StepComponent, type StepProps } from '../parts/step.tsx';
import { usePlurals, useWords } from '../words.tsx';

interface OwnProps {
  /** How many connections a person may have. */
  readonly limit: number;
  readonly onClose?: (() => void) | undefined;
  /** Leads to where connections can be removed. */
  readonly onManage?: (() => void) | undefined;
}

/** Props of {@link MemberLimit}. */
export type MemberLimitProps = StepProps<OwnProps>;

/** Says that there can be no further connection, before anything is typed. Renders a `<section>`. */
export const MemberLimit: StepComponent<OwnProps> = forwardRef(function MemberLimit(
  { limit, onClose, onManage, ...rest },
  ref,
) {
  const t = useWords(words);
  const plural = usePlurals(words);
  return (
    <Step
      name="member-limit"
      {...rest}
      ref={ref}
      tone="attention"
      heading={t('limit.heading')}
      message={plural('limit.message', { count: limit })}
    >
      <Actions>
        {onManage && (
          <Button kind="primary" onClick={onManage}>
            {t('limit.manage')}
          </Button>
        )}
        {onClose && (
          <Button kind="quiet" onClick={onClose}>
            {t('limit.close')}
          </Button>
        )}
      </Actions>
    </Step>
  );
});
