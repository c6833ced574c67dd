import { ConnectWidget, type ConnectSuccess } from 'react-atrium-connect';

interface PayoutsProps {
  readonly sendToServer: (payout: { memberGuid: string; accountGuid: string }) => void;
}

/** Where a salary is to go: the account that the person chooses, with its numbers read by MX. */
export function Payouts({ sendToServer }: PayoutsProps) {
  const succeed = (success: ConnectSuccess) => {
    if (success.mode === 'verification') {
      sendToServer({ memberGuid: success.memberGuid, accountGuid: success.account.guid });
    }
  };
  return (
    <ConnectWidget
      mode="verification"
      consent={{
        data: ['The name and type of your accounts', 'The numbers of the account that you choose'],
        purpose: 'To pay your salary into it.',
        duration: 'The numbers are read once. You can remove the connection at any time.',
      }}
      onSuccess={succeed}
    />
  );
}
