import { focusManager, onlineManager } from '@tanstack/react-query';
import { act, render, type RenderResult } from '@testing-library/react';
import { StrictMode, type ReactElement, type ReactNode } from 'react';
import { afterEach, beforeEach, vi } from 'vitest';
// A page loads these when they are used, which takes time of its own and not of the tests.
import '../../src/api/open-events.ts';
import '../../src/queries/live.ts';
import { AtriumClientProvider } from '../../src/hooks/atrium-context.tsx';
import { useConnection } from '../../src/hooks/use-connection.ts';
import { useMembers } from '../../src/hooks/use-members.ts';
import { useMemberStatus } from '../../src/hooks/use-member-status.ts';
import { HELLO, scriptedStream, type ScriptedStream } from '../scripted-stream.ts';
import { credentials, worldForEach } from './world.tsx';

/** Follows one member, and shows what is known of it. */
export function Follower({ guid }: { guid: string }): ReactElement {
  const followed = useMemberStatus(guid);
  return (
    <p>
      {followed.kind === 'ready'
        ? `${followed.status.connectionStatus} ${followed.progress}`
        : followed.kind}
    </p>
  );
}

/** Follows one member as a connection to be repaired does. */
export function Connector({ guid }: { guid: string }): ReactElement {
  return <p>{useConnection({ memberGuid: guid }).kind}</p>;
}

/** Follows the list, and shows it. */
export function Lister(): ReactElement {
  const members = useMembers();
  return (
    <ul>
      {members.kind === 'ready' &&
        members.value.map(({ guid, connectionStatus }) => <li key={guid}>{connectionStatus}</li>)}
    </ul>
  );
}

/** A page below a provider. */
interface Page {
  readonly text: () => string | null;
  readonly leave: () => void;
  readonly change: (next: ReactNode, stillLive?: boolean) => Promise<void>;
  /** The same without waiting for answers. */
  readonly begin: (next: ReactNode) => Promise<void>;
}

/** A fresh world for each test, whose server can say when there is news. */
export function liveWorldForEach() {
  const { world, pass } = worldForEach();
  const server = {
    /** The streams that it has taken up, in order. */
    streams: [] as ScriptedStream[],
    /** Where each request for one has asked to go on. */
    resumedAt: [] as (string | null)[],
    /** What it does with a request for one. */
    takeUp: newStream,
    /** The stream that it has taken up last. */
    last(): ScriptedStream {
      const stream = server.streams.at(-1);
      if (!stream) throw new Error('There is no stream.');
      return stream;
    },
    /** It says nothing by itself, not even that it is there. */
    isSilent: false,
    openStreams: () => server.streams.filter((stream) => stream.isOpen()).length,
  };

  function newStream(): Response | Promise<Response> {
    const stream = scriptedStream();
    stream.say(HELLO);
    server.streams.push(stream);
    return stream.response;
  }

  beforeEach(() => {
    // Ends with the fake time of the test.
    setInterval(
      () => server.isSilent || server.streams.forEach((stream) => stream.say(': heartbeat')),
      15_000,
    );
    Object.assign(server, { streams: [], resumedAt: [], takeUp: newStream, isSilent: false });
    world.network = ({ path }, { headers }) => {
      if (path !== '/events') return undefined;
      server.resumedAt.push(new Headers(headers).get('last-event-id'));
      return server.takeUp();
    };
  });
  afterEach(() => {
    focusManager.setFocused(undefined);
    onlineManager.setOnline(true);
  });

  const reads = (end: string) => world.sent.filter(({ path }) => path.endsWith(end)).length;

  const below = (children: ReactNode, live: boolean) => (
    <StrictMode>
      <AtriumClientProvider client={world.client} queryClient={world.queryClient} live={live}>
        {children}
      </AtriumClientProvider>
    </StrictMode>
  );

  return {
    world,
    pass,
    server,
    /** How often the status of a member, or the list, was read. */
    statusReads: () => reads('/status'),
    listReads: () => reads('/members'),
    /** Adds a member whose status does not move, and forgets what that has sent. */
    addMember: async (password = 'status:RESUMED', username = 'test_atrium'): Promise<string> => {
      const { guid } = await world.client.createMember({
        institutionCode: 'mxbank',
        credentials: credentials(password, username),
      });
      await pass(4_000);
      world.sent.length = 0;
      return guid;
    },
    /** Sets what the API says of a member, as nothing at a bank could. */
    force: async (guid: string, fields: Record<string, unknown>): Promise<void> => {
      await world.sandbox.fetch(
        new Request(`https://atrium.example/_sandbox/members/${guid}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(fields),
        }),
      );
    },
    /** Shows a page below a provider, and lets what follows from that happen. */
    show: async (children: ReactNode, live = true): Promise<Page> => {
      const page: RenderResult = render(below(children, live));
      await pass(0);
      return {
        text: () => page.container.textContent,
        leave: () => page.unmount(),
        begin: async (next) => {
          page.rerender(below(next, live));
          await act(() => vi.advanceTimersByTimeAsync(100));
        },
        change: async (next, stillLive = live) => {
          page.rerender(below(next, stillLive));
          await pass(0);
        },
      };
    },
  };
}
