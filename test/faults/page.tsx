import { cleanup, render } from '@testing-library/react';
import { StrictMode, type ReactElement } from 'react';
import { vi } from 'vitest';
import { createAtriumClient } from '../../src/api/fetch-client.ts';
import type { ConnectEvent } from '../../src/domain/events.ts';
import type { ProxyAllow } from '../../src/server.ts';
import { AtriumProvider } from '../../src/widget/atrium-provider.tsx';
import { createWorld, pass, type World, type WorldOptions } from '../hooks/world.tsx';
import { createNetwork, type Network } from './network.ts';
import { SEND } from './person.ts';

/** A member as the bank has it. */
interface Truth {
  readonly guid: string;
  readonly name: string;
  readonly institution_code: string;
  readonly connection_status: string | null;
  readonly successfully_aggregated_at: string | null;
}

/** A host's page on a network in which things go wrong. */
export interface Page {
  readonly world: World;
  readonly network: Network;
  /** What the host has been told. */
  readonly events: readonly ConnectEvent[];
  /** Whatever has gone wrong without being caught, or was complained of. */
  readonly errors: readonly string[];
  readonly show: (element: ReactElement) => Promise<void>;
  /** Lets so many milliseconds pass, with what belongs to them. */
  readonly pass: (ms: number) => Promise<void>;
  /** How many times the person has sent a form. */
  readonly submissions: () => number;
  /** The members as they truly are. */
  readonly members: () => Promise<readonly Truth[]>;
  readonly leave: () => void;
}

/** What there is besides the usual. */
export interface PageOptions {
  readonly world?: WorldOptions;
  readonly allow?: ProxyAllow;
  readonly live?: boolean;
  /** The status names no questions: they have to be asked for. */
  readonly statusLacksQuestions?: boolean;
}

const BASE_URL = 'https://host.example/api/atrium';

export function createPage({
  world: options,
  allow,
  live = false,
  statusLacksQuestions = false,
}: PageOptions = {}): Page {
  const world = createWorld(options, allow);
  const { fetch } = world.scenario;
  const serve = statusLacksQuestions ? withoutQuestions(fetch) : fetch;
  const network = createNetwork(serve, new URL(BASE_URL).pathname);
  const client = createAtriumClient({ baseUrl: BASE_URL, fetch: network.fetch });
  const events: ConnectEvent[] = [];
  const { errors, stopListening } = listenForErrors();
  let submissions = 0;
  const count = ({ target }: Event) =>
    void (submissions += target instanceof Element && target.closest(SEND) ? 1 : 0);
  document.addEventListener('click', count, true);
  return {
    world,
    network,
    events,
    errors,
    async show(element) {
      render(
        <StrictMode>
          <p>The host’s own page</p>
          <AtriumProvider
            client={client}
            queryClient={world.queryClient}
            live={live}
            onEvent={(event) => events.push(event)}
          >
            {element}
          </AtriumProvider>
        </StrictMode>,
      );
      await pass(world, 0);
    },
    pass: (ms) => pass(world, ms, Math.max(ms, 1)),
    submissions: () => submissions,
    members: () => membersOf(world),
    leave() {
      cleanup();
      stopListening();
      document.removeEventListener('click', count, true);
    },
  };
}

const withoutQuestions =
  (serve: Page['network']['fetch']): Page['network']['fetch'] =>
  async (url, init) => {
    const response = await serve(url, init);
    const isStatus = url.endsWith('/status') && response.ok;
    return isStatus
      ? new Response((await response.text()).replace('"challenges":', '"elsewhere":'))
      : response;
  };

async function membersOf({ sandbox }: World): Promise<readonly Truth[]> {
  const state = await sandbox.fetch(new Request('https://atrium.example/_sandbox/state'));
  // The sandbox's own controls, which a test knows the shape of.
  const { users } = (await state.json()) as { users: readonly { members: readonly Truth[] }[] };
  return users.flatMap(({ members }) => members);
}

function listenForErrors(): { errors: string[]; stopListening: () => void } {
  const errors: string[] = [];
  const note = (error: unknown) => void errors.push(String(error));
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => note(words.join(' ')));
  const onError = ({ message }: ErrorEvent) => note(message);
  window.addEventListener('error', onError);
  process.on('unhandledRejection', note);
  return {
    errors,
    stopListening: () => {
      window.removeEventListener('error', onError);
      process.off('unhandledRejection', note);
    },
  };
}
