'use client';

import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { credentials } from '../../locales/en/credentials.ts';
import { useWords } from '../words.tsx';
import { Field, type FieldProps } from './field.tsx';
import { TextInput } from './text-field.tsx';

/**
 * A password that can be looked at, with hints about what goes wrong unseen. Of what is typed,
 * it keeps no more than whether it begins or ends with a space. Renders a `<label>`, an `<input>`
 * and a `<button>`.
 */
export function PasswordField(props: FieldProps): ReactNode {
  const { id, label, isMissing, isSubmitting } = props;
  const t = useWords(credentials);
  const [isShown, setIsShown] = useState(false);
  const [isCapsLockOn, setIsCapsLockOn] = useState(false);
  const [hasStraySpace, setHasStraySpace] = useState(false);
  const readCapsLock = (event: KeyboardEvent) =>
    setIsCapsLockOn(event.getModifierState('CapsLock'));
  const isLegible = isShown && !isSubmitting;
  return (
    <Field {...props}>
      <div className="atrium-input-group">
        <TextInput
          {...props}
          type={isLegible ? 'text' : 'password'}
          autoComplete={isLegible ? 'off' : 'current-password'}
          aria-describedby={isMissing ? `${id}-error ${id}-hint` : `${id}-hint`}
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
    </Field>
  );
}
