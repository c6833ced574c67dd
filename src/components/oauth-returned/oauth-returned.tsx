'use client';

import { forwardRef } from 'react';
import { oauthReturn } from '../../locales/en/oauth-return.ts';
import { Actions, Button } from '../parts/button.tsx';
import { Step, type StepComponent, type StepProps } from '../parts/step.tsx';
import { useWords } from '../words.tsx';

interface OwnProps {
  /** Goes on here, for whoever has closed that page. */
  readonly onContinue?: (() => void) | undefined;
}

/** Props of {@link OAuthReturned}. */
export type OAuthReturnedProps = StepProps<OwnProps>;

/**
 * What the tab of a visit says that could not close itself: the page that it was opened from has
 * been told and goes on. Renders a `<section>`.
 */
export const OAuthReturned: StepComponent<OwnProps> = forwardRef(function OAuthReturned(
  { onContinue, ...rest },
  ref,
) {
  const t = useWords(oauthReturn);
  return (
    <Step
      name="oauth-returned"
      {...rest}
      ref={ref}
      tone="success"
      heading={t('oauth-return.heading')}
      message={t('oauth-return.message')}
    >
      {onContinue && (
        <Actions>
          <Button kind="quiet" onClick={onContinue}>
            {t('oauth-return.continue')}
          </Button>
        </Actions>
      )}
    </Step>
  );
});
