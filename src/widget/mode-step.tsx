'use client';

import type { ReactElement } from 'react';
import { AccountChoice } from '../components/account-choice/account-choice.tsx';
import { Consent } from '../components/consent/consent.tsx';
import { ModeOffer } from '../components/mode-offer/mode-offer.tsx';
import { ModeUnavailable } from '../components/mode-unavailable/mode-unavailable.tsx';
import type { ConsentTerms } from '../domain/consent.ts';
import type { Connection } from '../hooks/use-connection.ts';
import type { ConnectionCallbacks, WaysOut } from './use-connection-events.ts';

interface ModeStepProps {
  readonly connection: Extract<
    Connection,
    { kind: 'consent' | 'offer' | 'unavailable' | 'choose-account' }
  >;
  readonly terms: ConsentTerms | undefined;
  readonly callbacks: ConnectionCallbacks;
  readonly ways: WaysOut;
}

/** The steps that a mode, or the host's terms, put between the others. */
export function ModeStep({
  connection,
  terms,
  callbacks: { onContactSupport },
  ways: { leave, search },
}: ModeStepProps): ReactElement | null {
  const { institution, institutionName, memberGuid } = connection;
  switch (connection.kind) {
    case 'consent': {
      const out = leave('user');
      const decline = () => {
        connection.decline();
        out?.();
      };
      return terms === undefined ? null : (
        <Consent
          terms={terms}
          institutionName={institutionName}
          onAccept={connection.accept}
          onDecline={out && decline}
        />
      );
    }
    case 'offer':
      return (
        <ModeOffer
          mode={connection.mode}
          institutionName={institutionName}
          onStart={connection.start}
          isStarting={connection.action.kind === 'running'}
          onCancel={leave('user')}
        />
      );
    case 'unavailable':
      return (
        <ModeUnavailable
          reason={connection.reason}
          institutionName={institutionName}
          onChooseAnother={search}
          onContactSupport={
            onContactSupport && (() => onContactSupport({ institution, memberGuid }))
          }
          onClose={leave('status')}
        />
      );
    case 'choose-account':
      return (
        <AccountChoice
          accounts={connection.accounts}
          institutionName={institutionName}
          onChoose={connection.chooseAccount}
          onCancel={leave('user')}
        />
      );
    default:
      return connection satisfies never;
  }
}
