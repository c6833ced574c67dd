import { ConnectWidget } from 'react-atrium-connect';
import type { ConnectionMode, ConnectOauthOptions } from 'react-atrium-connect';
import type { ReactElement } from 'react';
import { forgetMember, rememberMember } from './member-in-progress.ts';
import type { WidgetPlace } from './member-in-progress.ts';

export interface ConnectProps {
  readonly place: WidgetPlace;
  /** The member to carry on with. */
  readonly memberGuid: string | undefined;
  readonly oauth: ConnectOauthOptions;
  readonly mode: ConnectionMode;
  /** Whether the app asks for an account by hand itself. */
  readonly asksByHand: boolean;
  /** Saves what is on the page, before the bank's takes its place. */
  readonly onSave: () => void;
  readonly onLeave: () => void;
  /** Says something to the person after they have left. */
  readonly onNotice: (notice: string) => void;
}

/** The widget as this app uses it. */
export function Connect(props: ConnectProps): ReactElement {
  const { place, memberGuid, oauth, mode, asksByHand, onSave, onLeave, onNotice } = props;
  const leave = (notice?: string): void => {
    forgetMember(place);
    onLeave();
    if (notice !== undefined) onNotice(notice);
  };
  return (
    <ConnectWidget
      memberGuid={memberGuid}
      mode={mode}
      oauth={oauth}
      beforeRedirect={(departure) => {
        rememberMember(place, departure.memberGuid);
        onSave();
      }}
      onStatusChange={(change) => rememberMember(place, change.memberGuid)}
      onEvent={({ type }) => {
        if (type === 'back-to-search') forgetMember(place);
      }}
      onSuccess={() => forgetMember(place)}
      onExit={() => leave()}
      onManualAccount={
        asksByHand ? () => leave('Larder would now ask you for the account by hand.') : undefined
      }
      onContactSupport={() => leave('Larder would now put you through to its support.')}
    />
  );
}
