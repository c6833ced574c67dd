// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import { StrictMode, type ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAtriumClient } from '../../src/api/fetch-client.ts';
import { CONNECTION_STATUSES, statusTable } from '../../src/domain/status.ts';
import { AtriumClientProvider } from '../../src/hooks/atrium-context.tsx';
import { useAggregateOnLogin } from '../../src/hooks/use-aggregate-on-login.ts';
import { useMembers } from '../../src/hooks/use-members.ts';
import { useCreateMember } from '../../src/hooks/use-create-member.ts';
import { useConnection } from '../../src/hooks/use-connection.ts';
import { credentials, worldForEach } from './world.tsx';
import { grantLocks } from './locks.ts';

const { world, pass } = worldForEach();

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A member at rest in this status. */
async function createMember(status: string, password = `status:${status}`): Promise<string> {
  const { guid } = await world.client.createMember({
    institutionCode: 'mxbank',
    credentials: credentials(password),
  });
  await pass(4_000);
  await world.sandbox.fetch(
    new Request(`https://atrium.example/_sandbox/members/${guid}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ connection_status: status }),
    }),
  );
  return guid;
}

const asked = () =>
  world.sent
    .filter(({ path }) => path.endsWith('/aggregate'))
    .map(({ path }) => path.replace(/^\/members\/|\/aggregate$/g, ''));

/** Opens the page in a tab of its own: another client and cache, the same server and locks. */
function openTab<Result>(hook: () => Result | void = useAggregateOnLogin) {
  const client = createAtriumClient({
    baseUrl: 'https://host.example/api/atrium',
    fetch: world.scenario.fetch,
  });
  const queryClient = new QueryClient();
  return renderHook(hook, {
    wrapper: ({ children }: { children: ReactNode }) => (
      <StrictMode>
        <AtriumClientProvider client={client} queryClient={queryClient}>
          {children}
        </AtriumClientProvider>
      </StrictMode>
    ),
  });
}

describe('on login', () => {
  it.each(CONNECTION_STATUSES)(
    'a member in %s is aggregated only if it waits for that',
    async (status) => {
      const guid = await createMember(status);
      openTab();
      await pass(1_000);
      const waits = statusTable[status].aggregate === 'when-present';
      expect(asked()).toEqual(waits ? [guid] : []);
      expect(waits).toBe(['CREATED', 'UPDATED', 'RECONNECTED'].includes(status));
    },
  );

  it('each member is asked for once, whatever becomes of it, also by many and when they come again', async () => {
    world.network = ({ path }) =>
      path.endsWith('/aggregate') ? new Response('{}', { status: 403 }) : undefined;
    const guid = await createMember('RECONNECTED');
    const use = () => world.render(useTwice);
    const { unmount } = use();
    await pass(120_000);
    unmount();
    use();
    await pass(120_000);
    expect(asked()).toEqual([guid]);
  });

  it('one whose request did not get through is asked for again', async () => {
    const guid = await createMember('CREATED');
    world.network = ({ path }) =>
      path.endsWith('/aggregate') ? Promise.reject(new TypeError('Failed to fetch')) : undefined;
    const { unmount } = world.render(() => useAggregateOnLogin());
    await pass(1_000);
    unmount();
    world.network = null;
    world.render(() => useAggregateOnLogin());
    await pass(1_000);
    expect(asked()).toEqual([guid, guid]);
  });

  it('a job that already runs is left to it', async () => {
    await world.client.createMember({
      institutionCode: 'mxbank',
      credentials: credentials('status:RESUMED'),
    });
    openTab();
    await pass(1_000);
    expect(asked()).toEqual([]);
  });

  it('one that was made in this visit without a job is left to whoever made it', async () => {
    const { result } = world.render(() => {
      useAggregateOnLogin();
      return useCreateMember();
    });
    await pass(0);
    await result.current.mutateAsync({
      institutionCode: 'mxbank',
      credentials: credentials('password'),
      skipAggregation: true,
    });
    await pass(5_000);
    expect(await world.client.listMembers()).toMatchObject([{ connectionStatus: 'CREATED' }]);
    expect(asked()).toEqual([]);
  });

  it('a connection that is open on the member and the page ask once between them', async () => {
    const memberGuid = await createMember('UPDATED');
    world.render(() => [useAggregateOnLogin(), useConnection({ memberGuid })]);
    await pass(1_000);
    expect(asked()).toEqual([memberGuid]);
  });
});

function useTwice(): void {
  useAggregateOnLogin();
  useAggregateOnLogin();
}

describe('in two tabs', () => {
  it('only one asks, and another one later does not either', async () => {
    grantLocks();
    const guid = await createMember('CREATED');
    openTab();
    openTab();
    await pass(1_000);
    openTab();
    await pass(1_000);
    expect(asked()).toEqual([guid]);
  });

  it('the other soon shows what the first has asked for', async () => {
    grantLocks();
    await createMember('CREATED', 'password');
    openTab();
    const { result } = openTab(() => {
      useAggregateOnLogin();
      return useMembers();
    });
    await pass(1_000);
    expect(result.current).toMatchObject({ value: [{ isBeingAggregated: false }] });
    await pass(6_000);
    expect(result.current).toMatchObject({ value: [{ connectionStatus: 'CONNECTED' }] });
  });

  it('a tab that was left makes room for the next visit', async () => {
    grantLocks();
    world.network = ({ path }) =>
      path.endsWith('/aggregate') ? new Response('{}', { status: 403 }) : undefined;
    const guid = await createMember('CREATED');
    openTab().unmount();
    openTab();
    await pass(1_000);
    window.dispatchEvent(new Event('pagehide'));
    await pass(0);
    openTab();
    await pass(1_000);
    expect(asked()).toEqual([guid, guid]);
  });

  it('each asks where there are no locks, and the API starts one job', async () => {
    const guid = await createMember('CREATED');
    openTab();
    openTab();
    await pass(1_000);
    expect(asked()).toEqual([guid, guid]);
    expect(await world.client.readMember(guid)).toMatchObject({ isBeingAggregated: true });
  });

  it('a frame that may not use locks asks all the same', async () => {
    grantLocks(() => Promise.reject(new DOMException('No.', 'SecurityError')));
    const guid = await createMember('CREATED');
    openTab();
    await pass(1_000);
    expect(asked()).toEqual([guid]);
  });
});
