'use client';

import type { ReactElement } from 'react';
import { RemoveMember } from '../components/remove-member/remove-member.tsx';
import { RenameMember } from '../components/rename-member/rename-member.tsx';
import type { MemberNames } from '../domain/member-names.ts';
import type { Member } from '../domain/member.ts';
import { useDeleteMember } from '../hooks/use-delete-member.ts';
import { useUpdateMember } from '../hooks/use-update-member.ts';

interface RenamePanelProps {
  readonly member: Member;
  readonly names: MemberNames | undefined;
  readonly onClose: () => void;
}

/** Gives a member a name, in the metadata that the host keeps on it. */
export function RenamePanel({ member, names, onClose }: RenamePanelProps): ReactElement {
  const { mutateAsync, isPending, error } = useUpdateMember();
  const rename = async (name: string) => {
    const metadata = names?.write(member.metadata, name);
    if (metadata != null) {
      await mutateAsync({ guid: member.guid, metadata });
    }
    onClose();
  };
  return (
    <RenameMember
      name={names?.read(member.metadata) ?? ''}
      onSubmit={(name) => void rename(name).catch(isShown)}
      onCancel={onClose}
      isSubmitting={isPending}
      error={error}
    />
  );
}

interface RemovePanelProps {
  readonly member: Member;
  readonly name: string;
  readonly onClose: () => void;
  readonly onRemoved: ((member: Member, name: string) => void) | undefined;
}

/** Removes a member, once that is confirmed. */
export function RemovePanel({ member, name, onClose, onRemoved }: RemovePanelProps): ReactElement {
  const { mutateAsync, isPending, error } = useDeleteMember();
  const remove = async () => {
    await mutateAsync(member.guid);
    onClose();
    onRemoved?.(member, name);
  };
  return (
    <RemoveMember
      institutionName={name}
      onRemove={() => void remove().catch(isShown)}
      onKeep={onClose}
      isRemoving={isPending}
      error={error}
    />
  );
}

/** A failure is in the state of the mutation, and so beside the button. */
const isShown = (): void => {};
