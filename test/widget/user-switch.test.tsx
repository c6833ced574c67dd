// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Component, StrictMode, useState, type ReactElement, type ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AtriumClient } from '../../src/api/client.ts';
import { createAtriumClient } from '../../src/api/fetch-client.ts';
import { useAtrium } from '../../src/hooks/atrium-context.tsx';
import { memberOptions } from '../../src/queries/members.ts';
import { AtriumProvider } from '../../src/widget/atrium-provider.tsx';
import { ConnectWidget } from '../../src/widget/connect-widget.tsx';
import { MemberManager } from '../../src/widget/member-manager.tsx';
import { createWorld, fakeTime, pass, type World } from '../hooks/world.tsx';

const PATIENCE_MS = 9_000;
const balance = /[$€]\s?\d/;
const signedOut = () => new Response('{}', { status: 401 });

let ann: World;
let bob: World;

beforeEach(async () => {
  fakeTime();
  caches.clear();
  ann = createWorld();
  bob = createWorld();
  await ann.scenario.addMember();
  await bob.scenario.addMember({ institutionCode: 'mxcu' });
  await pass(ann, PATIENCE_MS);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Lets the requests of both users end. */
async function settle(ms = 0): Promise<void> {
  await pass(ann, ms);
  await pass(bob, 0);
}

const annMember = async () => (await ann.client.listMembers())[0]?.guid ?? '';
const shown = () => document.body.textContent;
const ofUser = /"balance"|"connectionStatus"/;

/** Every cache that was used below a provider. */
const caches = new Set<QueryClient>();
const cached = () =>
  JSON.stringify(
    [...caches].flatMap((cache) =>
      cache
        .getQueryCache()
        .getAll()
        .map(({ state }) => state.data),
    ),
  );

function Probe(): null {
  caches.add(useAtrium().queryClient);
  return null;
}

describe.each([
  ['its own QueryClient', () => undefined],
  ["the host's QueryClient", () => new QueryClient()],
])('AtriumProvider with %s', (_, createCache) => {
  const under = (client: AtriumClient, queryClient: QueryClient | undefined, child: ReactNode) => (
    <StrictMode>
      <AtriumProvider client={client} queryClient={queryClient}>
        <Probe />
        {child}
      </AtriumProvider>
    </StrictMode>
  );

  /** A page of Ann on which everything is loaded. */
  async function openForAnn(child: ReactNode) {
    const queryClient = createCache();
    const { rerender } = render(under(ann.client, queryClient, child));
    await settle(1_000);
    return (client: AtriumClient, next: ReactNode) => rerender(under(client, queryClient, next));
  }

  it('never shows a bank of the previous user once the client is another one', async () => {
    const change = await openForAnn(<MemberManager />);
    expect(shown()).toContain('MX Bank');
    bob.sent.length = 0;

    change(bob.client, <MemberManager />);
    expect(shown()).not.toContain('MX Bank');
    await settle();
    expect(bob.sent).toContainEqual({ method: 'GET', path: '/members' });
    expect(shown()).toContain('MXCU');
    expect(shown()).not.toContain('MX Bank');
    expect(cached()).not.toContain('MX Bank');
  });

  it('never shows a bank of the previous user after a sign-in page in between', async () => {
    const change = await openForAnn(<MemberManager />);
    change(ann.client, <p>Sign in</p>);
    await settle(1_000);
    change(bob.client, <MemberManager />);
    expect(shown()).not.toContain('MX Bank');
    await settle();
    expect(shown()).toContain('MXCU');
    expect(cached()).not.toContain('MX Bank');
  });

  it('drops what the previous user typed and where they were', async () => {
    const change = await openForAnn(<ConnectWidget institutionCode="mxbank" />);
    const username = 'Username';
    fireEvent.change(screen.getByLabelText(username), { target: { value: 'ann' } });
    change(bob.client, <ConnectWidget institutionCode="mxbank" />);
    await settle();
    expect(screen.getByLabelText<HTMLInputElement>(username).value).toBe('');
  });

  it('ignores an answer that comes for the previous user', async () => {
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const members = [{ guid: 'MBR-1', name: 'MX Bank', institution_code: 'mxbank' }];
    ann.network = ({ path }) =>
      path === '/members' ? held.then(() => Response.json({ members })) : undefined;
    const queryClient = createCache();
    const { rerender } = render(under(ann.client, queryClient, <MemberManager />));
    await pass(bob, 0);
    expect(ann.underWay()).toBeGreaterThan(0);
    rerender(under(bob.client, queryClient, <MemberManager />));
    answer();
    await settle(1_000);
    expect(shown()).toContain('MXCU');
    expect(shown()).not.toContain('MX Bank');
    expect(cached()).not.toContain('MX Bank');
  });

  it('keeps everything when the new client has the same explicit scope', async () => {
    const clientOf = () =>
      createAtriumClient({
        baseUrl: 'https://host.example/api/atrium',
        fetch: ann.scenario.fetch,
        scope: 'ann',
      });
    const queryClient = createCache();
    const widget = <ConnectWidget institutionCode="mxbank" />;
    const { rerender } = render(under(clientOf(), queryClient, widget));
    await settle();
    fireEvent.change(screen.getByLabelText('Username'), { target: { value: 'ann' } });
    ann.sent.length = 0;
    rerender(under(clientOf(), queryClient, widget));
    await settle();
    expect(screen.getByLabelText<HTMLInputElement>('Username').value).toBe('ann');
    expect(ann.sent).toEqual([]);
  });

  it('removes balances from the screen and the cache when the session ends', async () => {
    const memberGuid = await annMember();
    const page = (
      <>
        <ConnectWidget memberGuid={memberGuid} />
        <MemberManager />
      </>
    );
    await openForAnn(page);
    expect(shown()).toMatch(balance);
    expect(cached()).toMatch(ofUser);

    ann.network = signedOut;
    ann.sent.length = 0;
    await settle(61_000);
    expect(shown()).not.toMatch(balance);
    expect(shown()).not.toContain('MX Bank');
    expect(screen.getAllByText('Please sign in to this app again').length).toBeGreaterThan(1);
    expect(cached()).not.toMatch(ofUser);
    expect(ann.sent).toHaveLength(1);

    ann.network = null;
    for (const retry of screen.getAllByRole('button', { name: 'Try again' })) {
      fireEvent.click(retry);
    }
    await settle(1_000);
    expect(shown()).toMatch(balance);
    expect(shown()).not.toContain('Please sign in');
  });
});

describe('AtriumProvider when the session ends', () => {
  const open = async (child: ReactNode) => {
    render(
      <AtriumProvider client={ann.client}>
        <Probe />
        {child}
      </AtriumProvider>,
    );
    await settle(1_000);
  };

  it.each([
    ['a form is sent', '/members', 'Connect'],
    ['a refresh is started', '/aggregate', 'Refresh MX Bank'],
  ])('removes balances but no typed text when %s', async (_, path, button) => {
    const memberGuid = await annMember();
    await open(
      <>
        <ConnectWidget memberGuid={memberGuid} />
        <ConnectWidget institutionCode="mxbank" />
        <MemberManager />
      </>,
    );
    fireEvent.change(screen.getByLabelText('Username'), { target: { value: 'ann' } });
    fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'password' } });
    expect(shown()).toMatch(balance);
    ann.network = (request) =>
      request.method === 'POST' && request.path.endsWith(path) ? signedOut() : undefined;
    fireEvent.click(screen.getByRole('button', { name: button }));
    await settle();
    expect(shown()).not.toMatch(balance);
    expect(cached()).not.toContain('"balance"');
    expect(screen.getByLabelText<HTMLInputElement>('Username').value).toBe('ann');
  });

  it('ignores an answer that was under way', async () => {
    const memberGuid = await annMember();
    await open(<MemberManager />);
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const members = [{ guid: memberGuid, name: 'MX Bank', institution_code: 'mxbank' }];
    ann.network = ({ path }) =>
      path === '/members' ? held.then(() => Response.json({ members })) : signedOut();
    const [cache] = caches;
    void cache?.invalidateQueries({ queryKey: [ann.client.scope, 'members'] });
    void cache?.prefetchQuery(memberOptions(ann.client, 'MBR-2'));
    await pass(bob, 0);
    answer();
    await settle(1_000);
    expect(shown()).toContain('Please sign in to this app again');
    expect(shown()).not.toContain('MX Bank');
  });

  it('takes back what a screen reader was told of a bank', async () => {
    await open(<MemberManager />);
    await ann.scenario.setStatus(await annMember(), 'LOCKED');
    await settle(61_000);
    expect(screen.getByRole('status').textContent).toContain('MX Bank');
    ann.network = signedOut;
    await settle(61_000);
    expect(shown()).not.toContain('MX Bank');
  });
});

describe('createAtriumClient', () => {
  it('gives each client a scope of its own, and keeps one that the host gives', () => {
    const create = (scope?: string) => createAtriumClient({ baseUrl: '/api/atrium', scope });
    expect(create().scope).not.toBe(create().scope);
    expect(create('ann').scope).toBe('ann');
  });

  it('called in render ends in an error instead of an endless series of requests', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const fetch = vi.fn(ann.scenario.fetch);
    function Mistaken(): ReactElement {
      const [events, count] = useState(0);
      const client = createAtriumClient({ baseUrl: 'https://host.example/api/atrium', fetch });
      return (
        <AtriumProvider client={client} onEvent={() => count(events + 1)}>
          <ConnectWidget />
        </AtriumProvider>
      );
    }
    render(
      <Boundary>
        <Mistaken />
      </Boundary>,
    );
    await settle(60_000);
    expect(shown()).toMatch(/once, not on every render/);
    expect(fetch.mock.calls.length).toBeLessThan(100);
    vi.mocked(console.error).mockRestore();
  });

  it('called on the server and again in the browser hydrates without a difference', async () => {
    const page = () => (
      <AtriumProvider
        client={createAtriumClient({ baseUrl: '/api/atrium', fetch: bob.scenario.fetch })}
      >
        <MemberManager />
      </AtriumProvider>
    );
    const container = document.body.appendChild(document.createElement('div'));
    container.innerHTML = renderToString(page());
    const onRecoverableError = vi.fn();
    const root = hydrateRoot(container, page(), { onRecoverableError });
    await settle(1_000);
    expect(onRecoverableError).not.toHaveBeenCalled();
    expect(container.textContent).toContain('MXCU');
    root.unmount();
    container.remove();
  });
});

/** Shows what a host's own error boundary would be given. */
class Boundary extends Component<{ readonly children: ReactNode }, { readonly error: string }> {
  override state = { error: '' };
  static getDerivedStateFromError = (error: unknown) => ({ error: String(error) });
  override render = (): ReactNode => this.state.error || this.props.children;
}
