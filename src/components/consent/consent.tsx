'use client';

import { forwardRef } from 'react';
import type { ConsentTerms } from '../../domain/consent.ts';
import { consent as words } from '../../locales/en/consent.ts';
import { Actions, Button } from '../parts/button.tsx';
import { Step, type StepComponent, type StepProps } from '../parts/step.tsx';
import { useWords } from '../words.tsx';

interface OwnProps {
  /** What is asked for, in the host's words. Shown as text. */
  readonly terms: ConsentTerms;
  readonly institutionName: string | null;
  readonly onAccept: () => void;
  readonly onDecline?: (() => void) | undefined;
}

/** Props of {@link Consent}. */
export type ConsentProps = StepProps<OwnProps>;

/** Asks whether the host may have the data: what, what for, for how long. Renders a `<section>`. */
export const Consent: StepComponent<OwnProps> = forwardRef(function Consent(
  { terms, institutionName, onAccept, onDecline, ...rest },
  ref,
) {
  const t = useWords(words);
  return (
    <Step
      name="consent"
      {...rest}
      ref={ref}
      heading={t('consent.heading', { institution: institutionName })}
    >
      <dl className="atrium-terms">
        <dt>{t('consent.data')}</dt>
        {terms.data.map((each) => (
          <dd key={each}>
            <bdi>{each}</bdi>
          </dd>
        ))}
        <dt>{t('consent.purpose')}</dt>
        <dd>
          <bdi>{terms.purpose}</bdi>
        </dd>
        <dt>{t('consent.duration')}</dt>
        <dd>
          <bdi>{terms.duration}</bdi>
        </dd>
      </dl>
      <Actions>
        <Button kind="primary" onClick={onAccept}>
          {t('consent.accept')}
        </Button>
        {onDecline && (
          <Button kind="quiet" onClick={onDecline}>
            {t('consent.decline')}
          </Button>
        )}
      </Actions>
    </Step>
  );
});
