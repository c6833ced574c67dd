import { institutionInitials } from 'react-atrium-connect/core';
import type { Member } from 'react-atrium-connect/core';
import type { ReactElement } from 'react';
import { memberWords } from './member-words.ts';

export interface BankRowProps {
  readonly member: Member;
  readonly onContinue: () => void;
  readonly onDisconnect: () => void;
}

/** One connected bank. Renders an `<li>`. */
export function BankRow({ member, onContinue, onDisconnect }: BankRowProps): ReactElement {
  const { label, tone, message, action } = memberWords(member);
  return (
    <li className="bank" data-status={member.connectionStatus}>
      <span className="bank-mark" aria-hidden="true">
        {institutionInitials(member.name)}
      </span>
      <div className="bank-words">
        <h3 dir="auto">{member.name}</h3>
        <p className="bank-status" data-tone={tone}>
          {label}
        </p>
        {message !== null && <p className="quiet">{message}</p>}
        <UpdatedAt time={member.successfullyAggregatedAt} />
      </div>
      <div className="bank-actions">
        {action !== null && (
          <button type="button" className="button" onClick={onContinue}>
            {action} <span className="unseen">{member.name}</span>
          </button>
        )}
        <button type="button" className="button plain" onClick={onDisconnect}>
          Disconnect <span className="unseen">{member.name}</span>
        </button>
      </div>
    </li>
  );
}

const TIME = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

function UpdatedAt({ time }: { readonly time: string | null }): ReactElement | null {
  if (time === null) return null;
  return (
    <p className="quiet">
      Updated <time dateTime={time}>{TIME.format(new Date(time))}</time>
    </p>
  );
}
