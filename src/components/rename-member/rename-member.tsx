'use client';

import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react';
import type { AtriumError } from '../../domain/errors.ts';
import { members as words } from '../../locales/en/members.ts';
import { AnswerForm } from '../parts/answer-form.tsx';
import { Button } from '../parts/button.tsx';
import { classNames } from '../parts/class-names.ts';
import { Field } from '../parts/field.tsx';
import { TextInput } from '../parts/text-field.tsx';
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
  Omit<ComponentPropsWithoutRef<'div'>, keyof OwnProps | 'children'>;

/** Asks what a connection is to be called. Renders a `<div>`. */
export const RenameMember: ForwardRefExoticComponent<
  RenameMemberProps & RefAttributes<HTMLDivElement>
> = forwardRef(function RenameMember(
  { name, onSubmit, onCancel, isSubmitting, error, className, ...rest },
  ref,
) {
  const t = useWords(words);
  const language = useLanguageAttributes();
  return (
    <div
      {...language}
      {...rest}
      ref={ref}
      className={classNames('atrium-root atrium-rename-member', className)}
    >
      <AnswerForm
        questions={[{ guid: 'name', label: t('members.rename-label') }]}
        renderField={({ guid, label }, field) => (
          <Field key={guid} {...field} label={label}>
            <TextInput
              {...field}
              label={label}
              aria-describedby={`${field.id}-hint`}
              autoCapitalize="sentences"
              maxLength={MAX_LENGTH}
              defaultValue={name}
              required={false}
            />
            <p id={`${field.id}-hint`} className="atrium-hint">
              {t('members.rename-hint')}
            </p>
          </Field>
        )}
        isWrong={() => false}
        onSubmit={([answer]) => answer && onSubmit(answer.value)}
        submitLabel={t('members.save')}
        isSubmitting={isSubmitting}
        busyLabel={t('members.saving')}
        error={error}
        cancel={
          <Button kind="quiet" onClick={onCancel}>
            {t('members.cancel')}
          </Button>
        }
      />
    </div>
  );
});
