import { useMembers } from 'react-atrium-connect';
import type { Member } from 'react-atrium-connect/core';
import type { ReactElement, Ref } from 'react';
import { BankRow } from './bank-row.tsx';
import { Card } from './card.tsx';
import './banks.css';

export interface BanksProps {
  readonly titleRef: Ref<HTMLHeadingElement>;
  readonly onConnect: () => void;
  readonly onContinue: (member: Member) => void;
  readonly onDisconnect: (member: Member) => void;
}

/** The banks that this person has connected, or begun to. */
export function Banks({ titleRef, onConnect, ...rowProps }: BanksProps): ReactElement {
  return (
    <Card title="Connected banks" titleRef={titleRef}>
      <BankList {...rowProps} />
      <button type="button" className="button primary" onClick={onConnect}>
        Connect a bank
      </button>
    </Card>
  );
}

type BankListProps = Pick<BanksProps, 'onContinue' | 'onDisconnect'>;

function BankList({ onContinue, onDisconnect }: BankListProps): ReactElement {
  const members = useMembers();
  switch (members.kind) {
    case 'loading':
      return <p className="quiet">Looking up your banks …</p>;
    case 'failed':
      return <p role="alert">Your banks cannot be shown just now. Reload the page to try again.</p>;
    case 'ready':
      return members.value.length === 0 ? (
        <NoBanks />
      ) : (
        <ul className="banks">
          {members.value.map((member) => (
            <BankRow
              key={member.guid}
              member={member}
              onContinue={() => onContinue(member)}
              onDisconnect={() => onDisconnect(member)}
            />
          ))}
        </ul>
      );
    default:
      return members satisfies never;
  }
}

function NoBanks(): ReactElement {
  return (
    <div className="no-banks">
      <p>
        <strong>No banks yet.</strong>
      </p>
      <p className="quiet">
        Connect the one you use most, and Larder sorts what you spend. Your password goes to the
        bank; Larder does not keep it.
      </p>
    </div>
  );
}
