'use client';

import { forwardRef, type ReactNode } from 'react';
import { parseAmount } from '../../domain/amount.ts';
import type { Answer } from '../../domain/credential.ts';
import type { AtriumError } from '../../domain/errors.ts';
import { ACCOUNT_TYPES, type NewManualAccount } from '../../domain/manual-account.ts';
import { connected } from '../../locales/en/connected.ts';
import { manualAccount } from '../../locales/en/manual-account.ts';
import { AnswerForm, isEmpty, type FieldState } from '../parts/answer-form.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/choice-field.tsx';
import { Step, type StepComponent, type StepProps } from '../parts/step.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useLocale, useWords } from '../words.tsx';

interface OwnProps {
  /** Where there is no connection to. */
  readonly institutionName: string | null;
  /** What was typed, once and complete. Nothing of it is kept here. */
  readonly onSubmit: (account: NewManualAccount) => void;
  readonly onCancel?: (() => void) | undefined;
  readonly isSubmitting: boolean;
  /** Why the last try failed. Everything typed is still there. */
  readonly error?: AtriumError | null | undefined;
}

/** Props of {@link ManualAccountForm}. */
export type ManualAccountFormProps = StepProps<OwnProps>;

const FIELDS = ['name', 'type', 'balance'] as const;

/** As long as the API takes a name. */
const MAX_LENGTH = 255;

/** Asks for an account that is to be kept by hand. Renders a `<section>`. */
export const ManualAccountForm: StepComponent<OwnProps> = forwardRef(function ManualAccountForm(
  { institutionName: institution, onSubmit, onCancel, isSubmitting, error, ...rest },
  ref,
) {
  const t = useWords({ ...connected, ...manualAccount });
  const locale = useLocale();
  const submit = (answers: readonly Answer[]) => {
    const [name = '', kind, balance = ''] = answers.map(({ value }) => value.trim());
    const type = ACCOUNT_TYPES.find((one) => one === kind);
    if (type !== undefined) {
      onSubmit({ name, type, balance: parseAmount(balance, locale) });
    }
  };
  return (
    <Step
      name="manual-account"
      {...rest}
      ref={ref}
      heading={t('manual.heading')}
      message={t('manual.intro', { institution })}
    >
      <AnswerForm
        questions={FIELDS.map((guid) => ({ guid, label: t(`manual.${guid}`) }))}
        renderField={renderField}
        isWrong={({ guid, value }) =>
          guid === 'balance'
            ? !isEmpty(value) && parseAmount(value, locale) === null
            : isEmpty(value)
        }
        summary={t('manual.check')}
        onSubmit={submit}
        submitLabel={t('manual.submit')}
        isSubmitting={isSubmitting}
        busyLabel={t('manual.submitting')}
        error={error}
        cancel={
          onCancel && (
            <Button kind="quiet" isBusy={isSubmitting} onClick={onCancel}>
              {t('manual.cancel')}
            </Button>
          )
        }
      />
    </Step>
  );

  function renderField({ guid, label }: Question, field: FieldState): ReactNode {
    const props = { ...field, label };
    switch (guid) {
      case 'name':
        return <TextField key={guid} {...props} maxLength={MAX_LENGTH} />;
      case 'type':
        return <SelectField key={guid} {...props} options={kindsOfAccount()} />;
      case 'balance':
        return (
          <TextField
            key={guid}
            {...props}
            inputMode="decimal"
            required={false}
            wrong={t('manual.no-amount', { example: exampleIn(locale) })}
          />
        );
      default:
        return guid satisfies never;
    }
  }

  function kindsOfAccount() {
    return ACCOUNT_TYPES.map((value) => ({ value, label: t(`account.${value}`) }));
  }
});

interface Question {
  readonly guid: (typeof FIELDS)[number];
  readonly label: string;
}

/** An amount as this language writes it. */
const exampleIn = (locale: string): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(1_250.5);
