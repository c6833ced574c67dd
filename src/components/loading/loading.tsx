'use client';

import { forwardRef } from 'react';
import { loading } from '../../locales/en/loading.ts';
import { Step, type StepComponent, type StepProps } from '../parts/step.tsx';
import { useWords } from '../words.tsx';

interface OwnProps {
  /** What is said to a screen reader. Default: "One moment …" in the language in force. */
  readonly label?: string | undefined;
}

/** Props of {@link Loading}. */
export type LoadingProps = StepProps<OwnProps>;

/** Takes the room of what is to come. Renders a `<section>`. */
export const Loading: StepComponent<OwnProps> = forwardRef(function Loading(
  { label, ...rest },
  ref,
) {
  const t = useWords(loading);
  return (
    <Step
      name="loading"
      aria-busy="true"
      {...rest}
      ref={ref}
      heading={label ?? t('loading.label')}
      isHeadingHidden
    >
      <span className="atrium-skeleton atrium-skeleton-heading" />
      <span className="atrium-skeleton atrium-skeleton-line" />
      <span className="atrium-skeleton atrium-skeleton-control" />
      <span className="atrium-skeleton atrium-skeleton-control" />
    </Step>
  );
});
