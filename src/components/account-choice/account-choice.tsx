'use client';

import { forwardRef } from 'react';
import type { Account } from '../../domain/account.ts';
import { connected } from '../../locales/en/connected.ts';
import { mode as words } from '../../locales/en/mode.ts';
import { AnswerForm } from '../parts/answer-form.tsx';
import { Button } from '../parts/button.tsx';
import { ChoiceField } from '../parts/choice-field.tsx';
import { Step, type StepComponent, type StepProps } from '../parts/step.tsx';
import { useWords } from '../words.tsx';

interface OwnProps {
  /** Those to choose from. */
  readonly accounts: readonly Account[];
  readonly institutionName: string | null;
  /** The guid of the account chosen. */
  readonly onChoose: (guid: string) => void;
  readonly onCancel?: (() => void) | undefined;
}

/** Props of {@link AccountChoice}. */
export type AccountChoiceProps = StepProps<OwnProps>;

/** Asks for one of the accounts found. Renders a `<section>`. */
export const AccountChoice: StepComponent<OwnProps> = forwardRef(function AccountChoice(
  { accounts, institutionName: institution, onChoose, onCancel, ...rest },
  ref,
) {
  const t = useWords(words);
  const found = useWords(connected);
  const label = t('choice.label');
  const options = accounts.map(({ guid, name, lastFour }) => ({
    value: guid,
    label: name,
    note: lastFour ? found('connected.number', { digits: lastFour }) : undefined,
  }));
  return (
    <Step
      name="account-choice"
      {...rest}
      ref={ref}
      heading={t('choice.heading')}
      message={t('choice.message', { institution })}
    >
      <AnswerForm
        questions={[{ guid: 'account', label }]}
        renderField={(question, field) => (
          <ChoiceField key={question.guid} {...field} label={question.label} options={options} />
        )}
        onSubmit={([answer]) => answer && onChoose(answer.value)}
        submitLabel={t('choice.submit')}
        isSubmitting={false}
        error={null}
        cancel={
          onCancel && (
            <Button kind="quiet" onClick={onCancel}>
              {t('choice.cancel')}
            </Button>
          )
        }
      />
    </Step>
  );
});
