'use client';

import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { Answer } from '../../domain/credential.ts';
import type { AtriumError } from '../../domain/errors.ts';
import { form } from '../../locales/en/form.ts';
import { usePlurals } from '../words.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { Notice } from './notice.tsx';

/** What a form of questions tells each of its fields. */
export interface FieldState {
  /** The id of the control; ids of hints are made from it. Unique on the page. */
  readonly id: string;
  readonly isMissing: boolean;
  readonly isSubmitting: boolean;
}

interface AnswerFormProps<Question> {
  readonly questions: readonly Question[];
  readonly renderField: (question: Question, field: FieldState) => ReactNode;
  /** Whether an answer cannot be sent as it is. Default: one that is empty. */
  readonly isWrong?: (answer: Answer) => boolean;
  /** What stands above the answers that cannot. Default: how many are missing. */
  readonly summary?: string;
  readonly onSubmit: (answers: readonly Answer[]) => void;
  readonly isSubmitting: boolean;
  readonly error: AtriumError | null | undefined;
  /** Stands below the fields. */
  readonly children: ReactNode;
}

export const isEmpty = (value: string): boolean => value.trim() === '';

/** The fields found wanting by the last of so many tries to submit. */
interface Gaps {
  readonly attempt: number;
  readonly missing: readonly string[];
}

/**
 * A native form, uncontrolled: what is typed lives in the document and nowhere else, and is read
 * once, when it is sent. A field is named by the guid of its question. Renders a `<form>`.
 */
export function AnswerForm<Question extends { readonly guid: string; readonly label: string }>({
  questions,
  renderField,
  isWrong = ({ value }) => isEmpty(value),
  summary,
  onSubmit,
  isSubmitting,
  error,
  children,
}: AnswerFormProps<Question>): ReactNode {
  const formId = useId();
  const [{ attempt, missing }, setGaps] = useState<Gaps>({ attempt: 0, missing: [] });
  const idOf = (question: Question) => `${formId}-${questions.indexOf(question)}`;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    if (isSubmitting) {
      return;
    }
    const answers = answersIn(event.currentTarget, questions);
    const wrong = answers.filter(isWrong).map(({ guid }) => guid);
    setGaps({ attempt: attempt + 1, missing: wrong });
    if (wrong.length === 0) {
      onSubmit(answers);
    }
  };

  return (
    <form className="atrium-form" noValidate onSubmit={submit} aria-busy={isSubmitting}>
      {missing.length > 0 && (
        <MissingSummary
          key={attempt}
          title={summary}
          fields={questions
            .filter(({ guid }) => missing.includes(guid))
            .map((question) => ({ label: question.label, id: idOf(question) }))}
        />
      )}
      {error && <FailureNotice error={error} />}
      {questions.map((question) =>
        renderField(question, {
          id: idOf(question),
          isMissing: missing.includes(question.guid),
          isSubmitting,
        }),
      )}
      {children}
    </form>
  );
}

function answersIn(
  element: HTMLFormElement,
  questions: readonly { readonly guid: string }[],
): Answer[] {
  const data = new FormData(element);
  return questions.map(({ guid }) => {
    const value = data.get(guid);
    return { guid, value: typeof value === 'string' ? value : '' };
  });
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
              onClick={() => document.getElementById(id)?.focus()}
            >
              <bdi>{label}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
