import { MemberManager, namesInMetadata } from 'react-atrium-connect';
import type { ConnectOauthOptions } from 'react-atrium-connect';
import type { ReactElement } from 'react';
import { forgetGuid } from './member-in-progress.ts';
import './banks.css';

export interface BanksProps {
  readonly oauth: ConnectOauthOptions;
  /** Whether the app asks for an account by hand itself. */
  readonly asksByHand: boolean;
  readonly onConnect: () => void;
  /** Saves what is on the page, before the bank's takes its place. */
  readonly onSave: () => void;
  /** Says something to the person. */
  readonly onNotice: (notice: string) => void;
}

/** The banks that this person has connected, or begun to. */
export function Banks({
  oauth,
  asksByHand,
  onConnect,
  onSave,
  onNotice,
}: BanksProps): ReactElement {
  return (
    <div className="card banks">
      <MemberManager
        oauth={oauth}
        names={namesInMetadata}
        beforeRedirect={onSave}
        onAdd={onConnect}
        onRemoved={({ guid }) => forgetGuid(guid)}
        onManualAccount={
          asksByHand
            ? () => onNotice('Larder would now ask you for the account by hand.')
            : undefined
        }
        onContactSupport={() => onNotice('Larder would now put you through to its support.')}
      />
    </div>
  );
}
