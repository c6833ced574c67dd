'use client';

import {
  forwardRef,
  useId,
  type ComponentPropsWithoutRef,
  type FormEvent,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react';
import type { AtriumError } from '../../domain/errors.ts';
import { members as words } from '../../locales/en/members.ts';
import { Actions, Button } from '../parts/button.tsx';
import { classNames } from '../parts/class-names.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { PRIVATE_INPUT } from '../parts/private-input.ts';
import { useLanguageAttributes, useWords } from '../words.tsx';

/** Long enough for a name, and short enough for a row. */
const MAX_LENGTH = 60;

interface OwnProps {
  /** What the connection is called now; empty for the institution's name. */
  readonly name: string;
  /** The name as it was typed; empty to go back to the institution's. */
  readonly onSubmit: (name: string) => void;
  readonly onCancel: () => void;
  readonly isSubmitting: boolean;
  /** Why the last try failed. What was typed is still there. */
  readonly error?: AtriumError | null | undefined;
}

/** Props of {@link RenameMember}. */
export type RenameMemberProps = OwnProps &
  Omit<ComponentPropsWithoutRef<'form'>, keyof OwnProps | 'children'>;

/** Asks what a connection is to be called. Renders a `<form>`. */
export const RenameMember: ForwardRefExoticComponent<
  RenameMemberProps & RefAttributes<HTMLFormElement>
> = forwardRef(function RenameMember(
  { name, onSubmit, onCancel, isSubmitting, error, className, ...rest },
  ref,
) {
  const t = useWords(words);
  const language = useLanguageAttributes();
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const typed = new FormData(event.currentTarget).get('name');
    if (!isSubmitting && typeof typed === 'string') {
      onSubmit(typed);
    }
  };
  return (
    <form
      {...language}
      {...rest}
      ref={ref}
      className={classNames('atrium-root atrium-form atrium-rename-member', className)}
      onSubmit={submit}
    >
      <div className="atrium-field">
        <label htmlFor={id} className="atrium-label">
          {t('members.rename-label')}
        </label>
        <input
          {...PRIVATE_INPUT}
          id={id}
          name="name"
          type="text"
          className="atrium-input"
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          maxLength={MAX_LENGTH}
          defaultValue={name}
          readOnly={isSubmitting}
        />
        <p id={`${id}-hint`} className="atrium-hint">
          {t('members.rename-hint')}
        </p>
      </div>
      {error && <FailureNotice error={error} />}
      <Actions>
        <Button type="submit" kind="primary" isBusy={isSubmitting} busyLabel={t('members.saving')}>
          {t('members.save')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('members.cancel')}
        </Button>
      </Actions>
    </form>
  );
});
