'use client';

import {
  forwardRef,
  useId,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react';
import type { Tone } from '../../domain/status.ts';
import { useLanguageAttributes } from '../words.tsx';
import { classNames } from './class-names.ts';
import { Icon, TONE_PATHS } from './icons.tsx';

/** The props of a component, and besides them those of the `<section>` that it renders. */
export type StepProps<Own> = Own &
  Omit<ComponentPropsWithoutRef<'section'>, keyof Own | 'children'>;

/** A component that renders a `<section>`. */
export type StepComponent<Own> = ForwardRefExoticComponent<
  StepProps<Own> & RefAttributes<HTMLElement>
>;

interface OwnProps {
  /** The class of the component, without the prefix. */
  readonly name: string;
  readonly heading: string;
  readonly isHeadingHidden?: boolean;
  /** Shown as a drawing above the heading, which says the same. @selector .atrium-badge[data-tone] */
  readonly tone?: Tone;
  /** Stands below the heading. */
  readonly message?: string | null | undefined;
  readonly children?: ReactNode;
}

/**
 * The outside of every component: a `<section>` named by its one heading. The heading can be
 * given focus by script, which is where focus goes when the step of a connection changes.
 */
export const Step: ForwardRefExoticComponent<
  OwnProps & Omit<ComponentPropsWithoutRef<'section'>, keyof OwnProps> & RefAttributes<HTMLElement>
> = forwardRef(function Step(
  { name, heading, isHeadingHidden = false, tone, message, className, children, ...rest },
  ref,
) {
  const headingId = useId();
  const language = useLanguageAttributes();
  return (
    <section
      aria-labelledby={headingId}
      {...language}
      {...rest}
      ref={ref}
      className={classNames(`atrium-root atrium-step atrium-${name}`, className)}
    >
      {tone && (
        <span className="atrium-badge" data-tone={tone}>
          <Icon path={TONE_PATHS[tone]} />
        </span>
      )}
      <h2
        id={headingId}
        className={classNames('atrium-heading', isHeadingHidden ? 'atrium-sr-only' : undefined)}
        tabIndex={-1}
        data-atrium-heading=""
      >
        {heading}
      </h2>
      {message && <p className="atrium-message">{message}</p>}
      {children}
    </section>
  );
});
