import { useRef } from 'react';
import {
  useConnection,
  useInstitutions,
  type Answer,
  type Connection,
  type OauthOutcome,
} from 'react-atrium-connect';
import { statusMessage } from 'react-atrium-connect/core';

/** The whole flow in an interface of one's own: every step, and what can be done in it. */
export function OwnConnect({ oauthReturn }: { oauthReturn?: OauthOutcome }) {
  const connection = useConnection({ oauthReturn });
  switch (connection.kind) {
    case 'loading':
      return <p>One moment …</p>;
    case 'search':
      return <Banks onSelect={connection.select} />;
    case 'limit':
      return <p>You have {connection.limit} connections, as many as there can be.</p>;
    case 'consent':
      return <Button onPress={connection.accept}>Share my data</Button>;
    case 'offer':
      return <Button onPress={connection.start}>Start the {connection.mode}</Button>;
    case 'unavailable':
      return <Button onPress={connection.startOver}>Not possible here: choose another bank</Button>;
    case 'choose-account':
      return connection.accounts.map(({ guid, name }) => (
        <Button key={guid} onPress={() => connection.chooseAccount(guid)}>
          {name}
        </Button>
      ));
    case 'credentials':
      return <Questions fields={connection.credentials} onSubmit={connection.submit} />;
    case 'challenge':
      return <Questions fields={connection.challenges} onSubmit={connection.answer} />;
    case 'oauth':
      return connection.windowUri === null ? (
        <Button onPress={connection.authorize}>Sign in at {connection.institutionName}</Button>
      ) : (
        <a href={connection.windowUri} target="_blank" onClick={connection.windowOpened}>
          Continue to {connection.institutionName}
        </a>
      );
    case 'connecting':
      return <p aria-live="polite">{messageOf(connection)}</p>;
    case 'connected':
      return <p>Connected to {connection.institutionName}.</p>;
    case 'attention':
      return <Button onPress={connection.tryAgain}>{connection.status.name}: try again</Button>;
    case 'manual-account':
      // Only after `addManually` of the step before, which is not offered here.
      return null;
    case 'failure':
      return <Button onPress={connection.retry}>Something failed: try again</Button>;
    default:
      return connection satisfies never;
  }
}

const messageOf = ({ status, institutionName }: Extract<Connection, { kind: 'connecting' }>) =>
  statusMessage(status.name, { institutionName });

type Search = Extract<Connection, { kind: 'search' }>;

function Banks({ onSelect }: { onSelect: Search['select'] }) {
  const found = useInstitutions('');
  if (found.kind !== 'ready') return <p>One moment …</p>;
  return found.institutions.map((institution) => (
    <Button key={institution.code} onPress={() => onSelect(institution)}>
      {institution.name}
    </Button>
  ));
}

interface QuestionsProps {
  readonly fields: readonly { readonly guid: string; readonly label: string }[];
  readonly onSubmit: (answers: readonly Answer[]) => void;
}

/**
 * What the user types stays in the inputs until it is sent: never in state. A `<form>` would put
 * it into the URL if the browser submitted it before React hydrates; `form=""` keeps the inputs
 * out of any form around this component.
 */
function Questions({ fields, onSubmit }: QuestionsProps) {
  const inputs = useRef(new Map<string, HTMLInputElement | null>());
  const submit = () =>
    onSubmit(fields.map(({ guid }) => ({ guid, value: inputs.current.get(guid)?.value ?? '' })));
  return (
    <div>
      {fields.map(({ guid, label }) => (
        <label key={guid}>
          {label}{' '}
          <input
            ref={(input) => void inputs.current.set(guid, input)}
            type="password"
            form=""
            onKeyDown={(event) => event.key === 'Enter' && submit()}
          />
        </label>
      ))}
      <Button onPress={submit}>Continue</Button>
    </div>
  );
}

interface ButtonProps {
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}

const Button = ({ onPress, children }: ButtonProps) => (
  <button type="button" onClick={onPress}>
    {children}
  </button>
);
