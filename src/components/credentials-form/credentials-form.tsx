'use client';

import { forwardRef, type ReactNode } from 'react';
import type { Answer, Credential } from '../../domain/credential.ts';
import type { AtriumError } from '../../domain/errors.ts';
import type { Member } from '../../domain/member.ts';
import type { StatusDetail } from '../../domain/member-error.ts';
import { isQuiet } from '../../domain/freshness.ts';
import type { ReportedStatus } from '../../domain/status.ts';
import { safeWebUrl } from '../../domain/urls.ts';
import { credentials as words } from '../../locales/en/credentials.ts';
import { failure } from '../../locales/en/failure.ts';
import { AnswerForm, type FieldState } from '../parts/answer-form.tsx';
import { Button, ExternalLink } from '../parts/button.tsx';
import { SelectField } from '../parts/choice-field.tsx';
import { Icon, LOCK } from '../parts/icons.tsx';
import { Notice } from '../parts/notice.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { toneOf, useStatusMessage, useStatusTitle } from '../parts/status-words.ts';
import { Step, type StepComponent, type StepProps } from '../parts/step.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useWords } from '../words.tsx';

interface OwnProps {
  /** The fields to show, in their order. */
  readonly credentials: readonly Credential[];
  /**
   * `connect` a new member, or `update` one that needs repair.
   *
   * @selector [data-purpose]
   */
  readonly purpose: 'connect' | 'update';
  readonly institutionName: string | null;
  /** Where people sign in as usual, for those who have forgotten their details. */
  readonly institutionUrl?: string | null | undefined;
  /** Why the details are needed again: its message stands on top. */
  readonly status?: ReportedStatus | undefined;
  /** What the API says besides, as a step has it: the words of an error come first. */
  readonly detail?: StatusDetail | undefined;
  /** What was typed, once and complete. Nothing of it is kept here. */
  readonly onSubmit: (answers: readonly Answer[]) => void;
  readonly onBack?: (() => void) | undefined;
  readonly isSubmitting: boolean;
  /** Why the last try failed. Everything typed is still there. */
  readonly error?: AtriumError | null | undefined;
  /** The members one of which has these details already, to choose from. */
  readonly existing?: readonly Member[] | undefined;
  /** Opens one of them. Without it, none is offered. */
  readonly onOpenMember?: ((guid: string) => void) | undefined;
}

/** Props of {@link CredentialsForm}. */
export type CredentialsFormProps = StepProps<OwnProps>;

/** Asks for the sign-in details of an institution. Renders a `<section>`. */
export const CredentialsForm: StepComponent<OwnProps> = forwardRef(function CredentialsForm(
  {
    credentials,
    purpose,
    institutionName,
    institutionUrl,
    status = null,
    detail,
    onSubmit,
    onBack,
    isSubmitting,
    error,
    existing,
    onOpenMember,
    ...rest
  },
  ref,
) {
  const t = useWords(words);
  const conflict = useWords(failure);
  const title = useStatusTitle();
  const message = useStatusMessage()(status, institutionName, detail);
  const institution = institutionName;
  const url = safeWebUrl(institutionUrl);
  const isUpdate = purpose === 'update';
  return (
    <Step
      name="credentials"
      data-purpose={purpose}
      {...rest}
      ref={ref}
      heading={t(isUpdate ? 'credentials.heading-update' : 'credentials.heading', { institution })}
      message={message ? null : t('credentials.intro', { institution })}
    >
      {message && <Notice tone={toneOf(status, detail)}>{message}</Notice>}
      <AnswerForm
        questions={credentials}
        renderField={renderCredential}
        onSubmit={onSubmit}
        submitLabel={t(isUpdate ? 'credentials.submit-update' : 'credentials.submit')}
        isSubmitting={isSubmitting}
        busyLabel={t('credentials.submitting')}
        error={error}
        errorActions={
          onOpenMember &&
          existing?.map((member, index) => (
            <Button key={member.guid} onClick={() => onOpenMember(member.guid)}>
              {conflict('failure.conflict.open', {
                number: index + 1,
                status: title(isQuiet(member) ? member.connectionStatus : 'UPDATED', institution),
              })}
            </Button>
          ))
        }
        note={
          <p className="atrium-privacy">
            <Icon path={LOCK} />
            <span>{t('credentials.privacy', { institution })}</span>
          </p>
        }
        cancel={
          onBack && (
            <Button kind="quiet" onClick={onBack}>
              {t('credentials.back')}
            </Button>
          )
        }
      >
        {url && (
          <p className="atrium-small">
            <ExternalLink href={url}>{t('credentials.visit', { institution })}</ExternalLink>
          </p>
        )}
      </AnswerForm>
    </Step>
  );
});

function renderCredential(credential: Credential, field: FieldState): ReactNode {
  const { guid, label, type, options } = credential;
  const props = { ...field, label };
  switch (type) {
    case 'PASSWORD':
      return <PasswordField key={guid} {...props} />;
    case 'OPTIONS':
      return <SelectField key={guid} {...props} options={options} />;
    case 'LOGIN':
      return <TextField key={guid} {...props} autoComplete="username" />;
    case 'TOKEN':
      return <TextField key={guid} {...props} autoComplete="one-time-code" />;
    case 'TEXT':
    case 'UNKNOWN':
      return <TextField key={guid} {...props} />;
    default:
      return type satisfies never;
  }
}
