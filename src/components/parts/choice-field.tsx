'use client';

import type { ReactNode } from 'react';
import type { Option } from '../../domain/credential.ts';
import { form } from '../../locales/en/form.ts';
import { useWords } from '../words.tsx';
import { classNames } from './class-names.ts';
import { Field, FieldError, errorAttributes, type FieldProps } from './field.tsx';
import { ON_PAGE_ONLY, PRIVATE, PRIVATE_INPUT } from './private-input.ts';

/** One of many. Renders a `<label>` and a `<select>`. */
export function SelectField(
  props: FieldProps & { readonly options: readonly Option[] },
): ReactNode {
  const { id, options } = props;
  const t = useWords(form);
  return (
    <Field {...props} isChoice>
      <div className="atrium-input-group">
        <select {...PRIVATE_INPUT} {...errorAttributes(props)} id={id} defaultValue="" required>
          <option value="">{t('form.choose')}</option>
          {options.map(({ label, value }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </Field>
  );
}

/** One of a few, with what tells it from others of the same name. */
interface NotedOption extends Option {
  readonly note?: string | undefined;
}

interface ChoiceFieldProps<Choice> extends FieldProps {
  readonly options: readonly Choice[];
  /** What is shown of an option besides its label. */
  readonly renderOption?: (option: Choice) => ReactNode;
}

/** One of a few. Renders a `<fieldset>` of native radio buttons. */
export function ChoiceField<Choice extends NotedOption>(
  props: ChoiceFieldProps<Choice>,
): ReactNode {
  const { id, label, isMissing, options, renderOption } = props;
  return (
    <fieldset
      {...PRIVATE}
      className={classNames('atrium-field atrium-choices', PRIVATE.className)}
      data-pictures={renderOption ? '' : undefined}
      {...errorAttributes(props)}
    >
      <legend className="atrium-label">
        <bdi>{label}</bdi>
      </legend>
      {isMissing && <FieldError id={id} isChoice />}
      <div className="atrium-choice-list">
        {options.map((option, index) => (
          <label key={option.value} className="atrium-choice">
            {renderOption?.(option)}
            <input
              {...ON_PAGE_ONLY}
              type="radio"
              id={index === 0 ? id : undefined}
              name={id}
              value={option.value}
              required
            />
            {option.note ? (
              <span>
                <bdi>{option.label}</bdi>
                <span> </span>
                <span className="atrium-hint">{option.note}</span>
              </span>
            ) : (
              <bdi>{option.label}</bdi>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
