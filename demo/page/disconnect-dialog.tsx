import { useDeleteMember } from 'react-atrium-connect';
import type { Member } from 'react-atrium-connect/core';
import type { ReactElement } from 'react';
import { forgetGuid } from './member-in-progress.ts';
import { Modal } from './modal.tsx';

export interface DisconnectDialogProps {
  readonly member: Member;
  readonly onClose: () => void;
}

/** Asks before a connection is deleted, for nothing brings it back. */
export function DisconnectDialog({ member, onClose }: DisconnectDialogProps): ReactElement {
  const { mutateAsync, isPending, isError } = useDeleteMember();

  const disconnect = async (): Promise<void> => {
    await mutateAsync(member.guid);
    forgetGuid(member.guid);
    onClose();
  };

  return (
    <Modal title={`Disconnect ${member.name}?`} onClose={onClose}>
      <p>Its accounts and their history leave Larder. Your bank itself loses nothing.</p>
      {isError && <p role="alert">That did not work. The bank is still connected; try again.</p>}
      <div className="modal-actions">
        <button type="button" className="button" onClick={onClose}>
          Keep it
        </button>
        <button
          type="button"
          className="button danger"
          disabled={isPending}
          onClick={() => void disconnect().catch(() => undefined)}
        >
          Disconnect
        </button>
      </div>
    </Modal>
  );
}
