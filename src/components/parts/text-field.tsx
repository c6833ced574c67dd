import type { ComponentPropsWithoutRef, FormEvent, ReactNode } from 'react';
import { Field, errorAttributes, type FieldProps } from './field.tsx';
import { PRIVATE_INPUT } from './private-input.ts';

type TextInputProps = FieldProps & Omit<ComponentPropsWithoutRef<'input'>, 'id'>;

/** What is typed here is for the institution to read, not for the browser to improve. Renders an `<input>`. */
export function TextInput(props: TextInputProps): ReactNode {
  const { id, label: _, isMissing: __, wrong: ___, isSubmitting, ...rest } = props;
  return (
    <input
      {...PRIVATE_INPUT}
      {...errorAttributes(props)}
      id={id}
      type="text"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      readOnly={isSubmitting}
      required
      {...rest}
    />
  );
}

type TextFieldProps = FieldProps &
  Pick<
    ComponentPropsWithoutRef<'input'>,
    'autoComplete' | 'inputMode' | 'maxLength' | 'required'
  > & {
    /** Stands between the label and the control. */
    readonly children?: ReactNode;
  };

/** One line of text. Renders a `<label>` and an `<input>`. */
export function TextField({ children, ...props }: TextFieldProps): ReactNode {
  return (
    <Field {...props}>
      {children}
      <TextInput {...props} onInput={leaveHistory} />
    </Field>
  );
}

/** The purpose in `autocomplete` is for an empty field: a browser would store what has been typed. */
const leaveHistory = ({ currentTarget }: FormEvent<HTMLInputElement>) => {
  currentTarget.autocomplete = 'off';
};
