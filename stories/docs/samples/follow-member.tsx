import { ConnectionStatus, useMemberStatus } from 'react-atrium-connect';

interface BankStatusProps {
  readonly memberGuid: string;
  readonly bank: string;
  readonly onRepair: () => void;
}

export function BankStatus({ memberGuid, bank, onRepair }: BankStatusProps) {
  const followed = useMemberStatus(memberGuid);
  switch (followed.kind) {
    case 'loading':
      return <p>One moment …</p>;
    case 'failed':
      return (
        <button type="button" onClick={followed.checkAgain}>
          Check again
        </button>
      );
    case 'ready':
      return (
        <ConnectionStatus
          status={followed.status.connectionStatus}
          institutionName={bank}
          actions={{ 'enter-credentials': onRepair, answer: onRepair, 'try-again': onRepair }}
        />
      );
    default:
      return followed satisfies never;
  }
}
