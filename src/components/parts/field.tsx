'use client';

import type { ReactNode } from 'react';
import { form } from '../../locales/en/form.ts';
import { useWords } from '../words.tsx';
import type { FieldState } from './answer-form.tsx';
import { Icon, TONE_PATHS } from './icons.tsx';

/** One question, and how it stands in its form. */
export interface FieldProps extends FieldState {
  readonly label: string;
  /** What is said of an answer that is wrong. Default: that there is none. */
  readonly wrong?: string | undefined;
}

/** A label above, the error below it, then the control. Renders a `<div>`. */
export function Field({
  id,
  label,
  isMissing,
  wrong,
  isChoice = false,
  children,
}: FieldProps & { readonly isChoice?: boolean; readonly children: ReactNode }): ReactNode {
  return (
    <div className="atrium-field">
      <label htmlFor={id} className="atrium-label">
        <bdi>{label}</bdi>
      </label>
      {isMissing && <FieldError id={id} isChoice={isChoice} wrong={wrong} />}
      {children}
    </div>
  );
}

interface FieldErrorProps {
  readonly id: string;
  readonly isChoice: boolean;
  readonly wrong?: string | undefined;
}

/** Says what is wrong with an answer: as a rule, that nothing was entered. Renders a `<p>`. */
export function FieldError({ id, isChoice, wrong }: FieldErrorProps): ReactNode {
  const t = useWords(form);
  return (
    <p id={`${id}-error`} className="atrium-field-error">
      <Icon path={TONE_PATHS.attention} />
      <span>{wrong ?? t(isChoice ? 'form.missing-choice' : 'form.missing')}</span>
    </p>
  );
}

/** What ties a control to the error beside it. */
export interface ErrorAttributes {
  readonly 'aria-invalid'?: true;
  readonly 'aria-describedby'?: string;
}

export const errorAttributes = ({ id, isMissing }: FieldState): ErrorAttributes =>
  isMissing ? { 'aria-invalid': true, 'aria-describedby': `${id}-error` } : {};
