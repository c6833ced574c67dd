import { MemberConnection, useMembers } from 'react-atrium-connect';

export function Repair({ memberGuid }: { memberGuid: string }) {
  return <MemberConnection memberGuid={memberGuid} />;
}

export function MyBanks({ onRepair }: { onRepair: (memberGuid: string) => void }) {
  const members = useMembers();
  switch (members.kind) {
    case 'loading':
      return <p>One moment …</p>;
    case 'failed':
      return <p>Your banks could not be read.</p>;
    case 'ready':
      return (
        <ul>
          {members.value.map(({ guid, name, connectionStatus }) => (
            <li key={guid}>
              {name}: {connectionStatus}
              <button type="button" onClick={() => onRepair(guid)}>
                Open {name}
              </button>
            </li>
          ))}
        </ul>
      );
    default:
      return members satisfies never;
  }
}
