'use client';

import { forwardRef, type ReactNode } from 'react';
import type { AtriumError } from '../../domain/errors.ts';
import { members as words } from '../../locales/en/members.ts';
import { Actions, Button } from '../parts/button.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Step, type StepComponent, type StepProps } from '../parts/step.tsx';
import { useWords } from '../words.tsx';

interface OwnProps {
  /** What the connection is called. */
  readonly institutionName: string | null;
  readonly onRemove: () => void;
  readonly onKeep: () => void;
  readonly isRemoving: boolean;
  /** Why the last try failed: the connection is still there. */
  readonly error?: AtriumError | null | undefined;
  /** What else is lost, in the host's own app. Stands between the message and the buttons. */
  readonly children?: ReactNode;
}

/** Props of {@link RemoveMember}. */
export type RemoveMemberProps = StepProps<OwnProps>;

/** Says what is lost before a connection is removed, and asks. Renders a `<section>`. */
export const RemoveMember: StepComponent<OwnProps> = forwardRef(function RemoveMember(
  { institutionName: institution, onRemove, onKeep, isRemoving, error, children, ...rest },
  ref,
) {
  const t = useWords(words);
  return (
    <Step
      name="remove-member"
      {...rest}
      ref={ref}
      heading={t('members.remove-heading', { institution })}
      message={t('members.remove-message', { institution })}
    >
      {children}
      {error && <FailureNotice error={error} />}
      <Actions>
        <Button
          kind="danger"
          isBusy={isRemoving}
          busyLabel={t('members.removing')}
          onClick={onRemove}
        >
          {t('members.remove-confirm')}
        </Button>
        <Button kind="quiet" onClick={onKeep}>
          {t('members.keep')}
        </Button>
      </Actions>
    </Step>
  );
});
