'use client';

import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Answer } from '../../domain/credential.ts';
import type { AtriumError } from '../../domain/errors.ts';
import { typedValue, type FieldType } from '../../domain/typed-value.ts';
import { form } from '../../locales/en/form.ts';
import { usePlurals } from '../words.tsx';
import { Actions, Button } from './button.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { rootOf } from './focus.ts';
import { Notice } from './notice.tsx';

/** What a form of questions tells each of its fields. */
export interface FieldState {
  /** The id of the control; ids of hints are made from it. Unique on the page. */
  readonly id: string;
  readonly isMissing: boolean;
  readonly isSubmitting: boolean;
}

/** What a form asks for. A value without a type is sent as it was typed. */
interface Question {
  readonly guid: string;
  readonly label: string;
  readonly type?: FieldType;
}

interface AnswerFormProps<Asked> {
  readonly questions: readonly Asked[];
  readonly renderField: (question: Asked, field: FieldState) => ReactNode;
  /** Whether an answer cannot be sent as it is. Default: one that is empty. */
  readonly isWrong?: (answer: Answer) => boolean;
  /** What stands above the answers that cannot. Default: how many are missing. */
  readonly summary?: string;
  readonly onSubmit: (answers: readonly Answer[]) => void;
  readonly submitLabel: string;
  readonly isSubmitting: boolean;
  /** Replaces `submitLabel` while submitting. */
  readonly busyLabel?: string;
  readonly error: AtriumError | null | undefined;
  /** Shown below the message of the error. */
  readonly errorActions?: ReactNode;
  /** Shown between the fields and the buttons. */
  readonly note?: ReactNode;
  /** The button beside the one that submits. */
  readonly cancel: ReactNode;
  /** Shown below the buttons. */
  readonly children?: ReactNode;
}

export const isEmpty = (value: string): boolean => value.trim() === '';

/** The fields found wanting by the last of so many tries to submit. */
interface Gaps {
  readonly attempt: number;
  readonly missing: readonly string[];
}

/**
 * Fields and the button that sends them. What the user types stays in the document and is read
 * once, when it is sent. Renders a `<div>`, not a `<form>`: a browser submits a form on its own,
 * before hydration or when a script of the host stops the event.
 */
export function AnswerForm<Asked extends Question>({
  questions,
  renderField,
  isWrong = ({ value }) => isEmpty(value),
  summary,
  onSubmit,
  submitLabel,
  isSubmitting,
  busyLabel,
  error,
  errorActions,
  note,
  cancel,
  children,
}: AnswerFormProps<Asked>): ReactNode {
  const formId = useId();
  const fields = useRef<HTMLDivElement>(null);
  const [{ attempt, missing }, setGaps] = useState<Gaps>({ attempt: 0, missing: [] });
  const idOf = (question: Asked) => `${formId}-${questions.indexOf(question)}`;

  const submit = () => {
    if (isSubmitting) {
      return;
    }
    const answers = questions.map((question) => ({
      guid: question.guid,
      value: typedValue(question.type, valueIn(fields.current, idOf(question))),
    }));
    const wrong = questions.map(idOf).filter((_, index) => isWrong(answers[index] as Answer));
    setGaps({ attempt: attempt + 1, missing: wrong });
    if (wrong.length === 0) {
      onSubmit(answers);
    }
  };

  const submitOnEnter = (event: KeyboardEvent) => {
    if (isEnter(event)) {
      // Submitting may move the focus to a button, which the rest of the key press would click.
      event.preventDefault();
      submit();
    }
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys bubble up from the inputs
    <div ref={fields} className="atrium-form" onKeyDown={submitOnEnter} aria-busy={isSubmitting}>
      {missing.length > 0 && (
        <MissingSummary
          key={attempt}
          title={summary}
          fields={questions
            .filter((question) => missing.includes(idOf(question)))
            .map((question) => ({ label: question.label, id: idOf(question) }))}
        />
      )}
      {error && <FailureNotice error={error}>{errorActions}</FailureNotice>}
      {questions.map((question) =>
        renderField(question, {
          id: idOf(question),
          isMissing: missing.includes(idOf(question)),
          isSubmitting,
        }),
      )}
      {note}
      <Actions>
        <Button kind="primary" isBusy={isSubmitting} busyLabel={busyLabel} onClick={submit}>
          {submitLabel}
        </Button>
        {cancel}
      </Actions>
      {children}
    </div>
  );
}

/**
 * Whether Enter was pressed in an input. The Enter that ends a composition (IME) does not count: it
 * has the key code 229, in Safari alone without `isComposing`.
 */
const isEnter = ({ key, keyCode, target }: KeyboardEvent): boolean =>
  key === 'Enter' && keyCode !== 229 && (target as Element).matches('input');

/** The value of the control with this id, or of the radio button that is checked in the group. */
function valueIn(fields: HTMLElement | null, id: string): string {
  const control = fields?.querySelector<HTMLInputElement | HTMLSelectElement>(
    `[id="${id}"]:not([name]), [name="${id}"]:checked`,
  );
  return control?.value ?? '';
}

interface MissingSummaryProps {
  readonly title: string | undefined;
  readonly fields: readonly { readonly label: string; readonly id: string }[];
}

/** Names every gap, one key press away from it. Takes the focus when it appears. */
function MissingSummary({ title, fields }: MissingSummaryProps): ReactNode {
  const plural = usePlurals(form);
  const summary = useRef<HTMLDivElement>(null);

  // Focus belongs to the document: it can be moved only once the summary stands in it.
  useEffect(() => summary.current?.focus(), []);

  return (
    <Notice ref={summary} tone="danger" role="alert" tabIndex={-1}>
      <p className="atrium-notice-title">
        {title ?? plural('form.summary', { count: fields.length })}
      </p>
      <ul className="atrium-summary">
        {fields.map(({ label, id }) => (
          <li key={id}>
            <button
              type="button"
              className="atrium-link"
              onClick={({ currentTarget }) => rootOf(currentTarget).getElementById(id)?.focus()}
            >
              <bdi>{label}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
