import { QueryClient } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { vi } from 'vitest';
import { AtriumProvider } from '../../src/widget/atrium-provider.tsx';
import { ConnectWidget } from '../../src/widget/connect-widget.tsx';
import type { OauthMode } from '../../src/domain/oauth.ts';
import type { StatusChange } from '../../src/widget/use-connection-events.ts';
import { createWorld, pass, type World } from '../hooks/world.tsx';

/** A member as the server has it. */
export interface Truth {
  readonly guid: string;
  readonly institution_code: string;
  readonly connection_status: string | null;
  readonly is_being_aggregated: boolean;
}

/** A host's page with the widget on it, from one visit to the next. */
export interface HostPage {
  readonly world: World;
  /** What the widget has told the host last. */
  readonly told: () => StatusChange | null;
  readonly isOpen: () => boolean;
  /** The person has left through one of the widget's own ways out. */
  readonly isLeft: () => boolean;
  /** Shows the widget, on the member that the host remembers, if there is one. */
  readonly open: () => void;
  readonly close: () => void;
  /** Forgets everything that a browser forgets. */
  readonly reload: () => void;
  /** Takes the network away, or brings it back. */
  readonly setNetwork: (isThere: boolean) => void;
  readonly hasNetwork: () => boolean;
  readonly members: () => Promise<readonly Truth[]>;
  readonly root: () => HTMLElement;
  /** Whatever went wrong without being caught. */
  readonly errors: readonly string[];
}

export function createHostPage(mode: Exclude<OauthMode, 'redirect'>): HostPage {
  const world = createWorld({ reportLateMs: 1_000 });
  const errors = listenForErrors();
  let queryClient = new QueryClient();
  let remembered: string | undefined;
  let told: StatusChange | null = null;
  let isOpen = false;
  let isLeft = false;
  const close = () => {
    cleanup();
    isOpen = false;
  };
  const open = () => {
    isOpen = true;
    isLeft = false;
    render(
      <StrictMode>
        <AtriumProvider client={world.client} queryClient={queryClient}>
          <ConnectWidget
            data-testid="widget"
            memberGuid={remembered}
            oauth={{ mode }}
            onStatusChange={(change) => {
              told = change;
            }}
            onExit={({ memberGuid, reason }) => {
              remembered = reason === 'success' ? undefined : (memberGuid ?? undefined);
              isLeft = true;
            }}
          />
        </AtriumProvider>
      </StrictMode>,
    );
  };
  return {
    world,
    errors,
    told: () => told,
    isOpen: () => isOpen,
    isLeft: () => isLeft,
    open,
    close,
    reload() {
      close();
      remembered = told?.memberGuid;
      queryClient = new QueryClient();
    },
    setNetwork(isThere) {
      world.network = isThere ? null : () => Promise.reject(new TypeError('Failed to fetch'));
      window.dispatchEvent(new Event(isThere ? 'online' : 'offline'));
    },
    hasNetwork: () => world.network === null,
    members: () => membersOf(world),
    root: () => document.querySelector<HTMLElement>('[data-testid="widget"]') ?? document.body,
  };
}

async function membersOf({ sandbox }: World): Promise<readonly Truth[]> {
  const state = await sandbox.fetch(new Request('https://atrium.example/_sandbox/state'));
  const { users } = (await state.json()) as { users: readonly { members: readonly Truth[] }[] };
  return users.flatMap(({ members }) => members);
}

function listenForErrors(): string[] {
  const errors: string[] = [];
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
    errors.push(words.map(String).join(' '));
  });
  return errors;
}

/** Lets time pass in steps of a poll, which is all that a person would see of it. */
export const letPass = ({ world }: HostPage, ms: number): Promise<void> =>
  pass(world, ms, ms > 120_000 ? 10_000 : 3_000);
