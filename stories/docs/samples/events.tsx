import { AtriumProvider, createAtriumClient, type ConnectEvent } from 'react-atrium-connect';

const client = createAtriumClient({ baseUrl: '/api/atrium' });

interface CountedProps {
  readonly count: (name: string, about?: string) => void;
  readonly children: React.ReactNode;
}

/** Everything that happens below, in the host's own statistics. */
export const Counted = ({ count, children }: CountedProps) => (
  <AtriumProvider client={client} onEvent={(event) => count(event.type, aboutOf(event))}>
    {children}
  </AtriumProvider>
);

function aboutOf(event: ConnectEvent): string | undefined {
  switch (event.type) {
    case 'institution-selected':
      return event.institutionName;
    case 'member-error':
      return event.status ?? 'no credentials';
    case 'exited':
      return event.reason;
    default:
      return undefined;
  }
}
