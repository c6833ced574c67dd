'use client';

import { useState, type ComponentPropsWithoutRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Option } from '../../domain/credential.ts';
import { credentials } from '../../locales/en/credentials.ts';
import { form } from '../../locales/en/form.ts';
import { useWords } from '../words.tsx';
import type { FieldState } from './answer-form.tsx';
import { Icon } from './icons.tsx';
import { PRIVATE_INPUT } from './private-input.ts';

interface FieldProps extends FieldState {
  readonly guid: string;
  readonly label: string;
}

/** Says that a field is empty, beside it. Renders a `<p>`. */
export function FieldError({
  id,
  text,
}: {
  readonly id: string;
  readonly text: string;
}): ReactNode {
  return (
    <p id={`${id}-error`} className="atrium-field-error">
      <Icon name="alert" />
      {text}
    </p>
  );
}

/** The attributes that tie a control to its error. */
export function errorAttributes({ id, isMissing }: FieldState): {
  'aria-invalid'?: true;
  'aria-describedby'?: string;
} {
  return isMissing ? { 'aria-invalid': true, 'aria-describedby': `${id}-error` } : {};
}

type TextFieldProps = FieldProps &
  Pick<ComponentPropsWithoutRef<'input'>, 'autoComplete' | 'inputMode'> & {
    /** Stands between the label and the control. */
    readonly children?: ReactNode;
  };

/** One line of text. Renders a `<label>` and an `<input>`. */
export function TextField(props: TextFieldProps): ReactNode {
  const {
    id,
    guid,
    label,
    isMissing,
    isSubmitting,
    autoComplete = 'off',
    inputMode,
    children,
  } = props;
  const t = useWords(form);
  return (
    <div className="atrium-field">
      <label htmlFor={id} className="atrium-label">
        <bdi>{label}</bdi>
      </label>
      {children}
      {isMissing && <FieldError id={id} text={t('form.missing')} />}
      <input
        {...PRIVATE_INPUT}
        {...errorAttributes(props)}
        id={id}
        name={guid}
        type="text"
        autoComplete={autoComplete}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        inputMode={inputMode}
        readOnly={isSubmitting}
        required
      />
    </div>
  );
}

/** A password, that can be looked at. Renders a `<label>`, an `<input>` and a `<button>`. */
export function PasswordField(props: FieldProps): ReactNode {
  const { id, guid, label, isMissing, isSubmitting } = props;
  const t = useWords({ ...form, ...credentials });
  const [isShown, setIsShown] = useState(false);
  const [isCapsLockOn, setIsCapsLockOn] = useState(false);
  const [hasStraySpace, setHasStraySpace] = useState(false);
  const readCapsLock = (event: KeyboardEvent) =>
    setIsCapsLockOn(event.getModifierState('CapsLock'));
  const isLegible = isShown && !isSubmitting;
  return (
    <div className="atrium-field">
      <label htmlFor={id} className="atrium-label">
        <bdi>{label}</bdi>
      </label>
      {isMissing && <FieldError id={id} text={t('form.missing')} />}
      <div className="atrium-input-group">
        <input
          {...PRIVATE_INPUT}
          aria-invalid={isMissing || undefined}
          aria-describedby={isMissing ? `${id}-error ${id}-hint` : `${id}-hint`}
          id={id}
          name={guid}
          type={isLegible ? 'text' : 'password'}
          autoComplete="current-password"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          readOnly={isSubmitting}
          required
          onKeyDown={readCapsLock}
          onKeyUp={readCapsLock}
          onBlur={({ currentTarget }) => {
            setIsCapsLockOn(false);
            setHasStraySpace(/^\s|\s$/.test(currentTarget.value));
          }}
        />
        <button
          type="button"
          className="atrium-input-toggle"
          aria-controls={id}
          aria-label={t(isLegible ? 'credentials.hide-label' : 'credentials.show-label', { label })}
          onClick={() => setIsShown(!isShown)}
        >
          {t(isLegible ? 'credentials.hide' : 'credentials.show')}
        </button>
      </div>
      <div id={`${id}-hint`} className="atrium-hint" aria-live="polite">
        {isCapsLockOn && <p>{t('credentials.caps-lock')}</p>}
        {hasStraySpace && <p>{t('credentials.stray-space')}</p>}
      </div>
    </div>
  );
}

/** One of many. Renders a `<label>` and a `<select>`. */
export function SelectField(
  props: FieldProps & { readonly options: readonly Option[] },
): ReactNode {
  const { id, guid, label, isMissing, options } = props;
  const t = useWords(form);
  return (
    <div className="atrium-field">
      <label htmlFor={id} className="atrium-label">
        <bdi>{label}</bdi>
      </label>
      {isMissing && <FieldError id={id} text={t('form.missing-choice')} />}
      <select
        {...PRIVATE_INPUT}
        {...errorAttributes(props)}
        id={id}
        name={guid}
        defaultValue=""
        required
      >
        <option value="">{t('form.choose')}</option>
        {options.map(({ label: text, value }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface ChoiceFieldProps<Choice> extends FieldProps {
  readonly options: readonly Choice[];
  /** What is shown of an option besides its label. */
  readonly renderOption?: (option: Choice) => ReactNode;
}

/** One of a few. Renders a `<fieldset>` of native radio buttons. */
export function ChoiceField<Choice extends Option>(props: ChoiceFieldProps<Choice>): ReactNode {
  const { id, guid, label, isMissing, options, renderOption } = props;
  const t = useWords(form);
  return (
    <fieldset
      className="atrium-field atrium-choices"
      data-pictures={renderOption ? '' : undefined}
      {...errorAttributes(props)}
    >
      <legend className="atrium-label">
        <bdi>{label}</bdi>
      </legend>
      {isMissing && <FieldError id={id} text={t('form.missing-choice')} />}
      <div className="atrium-choice-list">
        {options.map((option, index) => (
          <label key={option.value} className="atrium-choice">
            {renderOption?.(option)}
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={guid}
              value={option.value}
              required
            />
            <bdi>{option.label}</bdi>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
