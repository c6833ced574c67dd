'use client';

import { forwardRef, type ReactNode } from 'react';
import type { Challenge, ChallengeRound } from '../../domain/challenge.ts';
import type { Answer } from '../../domain/credential.ts';
import type { AtriumError } from '../../domain/errors.ts';
import { challenge as words } from '../../locales/en/challenge.ts';
import { AnswerForm, type FieldState } from '../parts/answer-form.tsx';
import { Button } from '../parts/button.tsx';
import { Icon, TONE_PATHS } from '../parts/icons.tsx';
import { Notice } from '../parts/notice.tsx';
import { Step, type StepComponent, type StepProps } from '../parts/step.tsx';
import { useWords } from '../words.tsx';
import { ChallengeField } from './challenge-field.tsx';
import { useChallengeOpening } from './challenge-opening.ts';

interface OwnProps {
  /**
   * The open questions. Key the component by `challengeFormKey(challenges)`, so that a new round
   * starts empty, and new guids of the same questions keep what the user typed.
   */
  readonly challenges: readonly Challenge[];
  readonly institutionName: string | null;
  /** What these questions say of the answers before them. @default 'new' @selector [data-round] */
  readonly round?: ChallengeRound | undefined;
  /** The answers, once and complete. Nothing of them is kept here. */
  readonly onSubmit: (answers: readonly Answer[]) => void;
  readonly isSubmitting: boolean;
  /** Why the last try failed. Everything typed is still there. */
  readonly error?: AtriumError | null | undefined;
  readonly onCancel?: (() => void) | undefined;
}

/** Props of {@link ChallengeForm}. */
export type ChallengeFormProps = StepProps<OwnProps>;

/** What a question may show as a picture, or the question itself. */
const picturesOf = (challenge: Challenge): readonly object[] =>
  challenge.type === 'IMAGE_OPTIONS' ? challenge.imageOptions : [challenge];

/** Asks the institution's security questions. Renders a `<section>`. */
export const ChallengeForm: StepComponent<OwnProps> = forwardRef(function ChallengeForm(
  { challenges, institutionName, round = 'new', onSubmit, isSubmitting, error, onCancel, ...rest },
  ref,
) {
  const t = useWords(words);
  const institution = institutionName;
  const opening = useChallengeOpening()(round, institution);
  const renderField = (challenge: Challenge, field: FieldState): ReactNode => (
    <ChallengeField
      key={field.id}
      challenge={challenge}
      field={field}
      institution={institution}
      pictures={challenges.flatMap(picturesOf).length}
    />
  );
  return (
    <Step
      name="challenge"
      data-round={round}
      {...rest}
      ref={ref}
      heading={t('challenge.heading')}
      message={round === 'new' ? opening : null}
    >
      {round !== 'new' && <Notice tone="attention">{opening}</Notice>}
      <AnswerForm
        questions={challenges}
        renderField={renderField}
        onSubmit={onSubmit}
        submitLabel={t('challenge.submit')}
        isSubmitting={isSubmitting}
        busyLabel={t('challenge.submitting')}
        error={error}
        note={
          <p className="atrium-privacy">
            <Icon path={TONE_PATHS.progress} />
            <span>{t('challenge.time', { institution })}</span>
          </p>
        }
        cancel={
          onCancel && (
            <Button kind="quiet" onClick={onCancel}>
              {t('challenge.cancel')}
            </Button>
          )
        }
      />
    </Step>
  );
});
