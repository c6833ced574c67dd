// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { StrictMode, type ReactElement } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectEvent } from '../../src/domain/events.ts';
import { useConnection, type Connection } from '../../src/hooks/use-connection.ts';
import { de } from '../../src/locales/de.ts';
import { AtriumProvider, type AtriumProviderProps } from '../../src/widget/atrium-provider.tsx';
import { ConnectWidget, type ConnectWidgetProps } from '../../src/widget/connect-widget.tsx';
import { MemberManager } from '../../src/widget/member-manager.tsx';
import { credentials, worldForEach } from '../hooks/world.tsx';

/** The server asks the API that has such accounts, and lets them pass. */
const ALLOWED = { manualAccounts: true };
const { world, pass, startWith } = worldForEach({ api: 'platform' }, ALLOWED);

let told: ConnectEvent[];
beforeEach(() => {
  told = [];
});

const page = (element: ReactElement, words: Partial<AtriumProviderProps> = {}): ReactElement => (
  <StrictMode>
    <AtriumProvider
      client={world.client}
      queryClient={world.queryClient}
      onEvent={(event) => told.push(event)}
      {...words}
    >
      {element}
    </AtriumProvider>
  </StrictMode>
);

const ended = async (status: 'DISCONTINUED' | 'CLOSED'): Promise<string> => {
  const { guid } = await world.client.createMember({
    institutionCode: 'mxbank',
    credentials: credentials(`status:${status}`),
  });
  await pass(9_000);
  return guid;
};

async function open(
  props: ConnectWidgetProps = {},
  words?: Partial<AtriumProviderProps>,
): Promise<string> {
  const memberGuid = await ended('DISCONTINUED');
  render(page(<ConnectWidget memberGuid={memberGuid} {...props} />, words));
  await pass(0);
  return memberGuid;
}

const press = async (name: string | RegExp): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name }));
  await pass(0);
};
const type = (label: string, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};
const heading = () => screen.getByRole('heading').textContent;
const posts = () =>
  world.sent.filter(({ method, path }) => method === 'POST' && path === '/accounts');
const asked = () => world.sent.filter(({ path }) => path === '/features');
const stepsTold = () =>
  told.flatMap((event) => (event.type === 'step-changed' ? [event.current] : []));

/** An answer that comes when the test says so. */
function held(): { promise: Promise<Response>; resolve: (response: Response) => void } {
  let resolve = (_: Response): void => {};
  const promise = new Promise<Response>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: (response) => resolve(response) };
}

/** Lets everything arrive that is not held. */
async function arrive(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await act(() => vi.advanceTimersByTimeAsync(1));
    await act(() => new Promise((resolve) => void setImmediate(resolve)));
  }
}

async function fillIn(name = 'Piggy bank', balance = ''): Promise<void> {
  type('Name of the account', name);
  type('Kind of account', 'CASH');
  type('Balance (optional)', balance);
  await press('Add account');
}

describe('an account that is kept by hand', () => {
  it('takes the place of a connection that is no longer supported, and is named once it is there', async () => {
    const onExit = vi.fn();
    const memberGuid = await open({ onExit });
    await press('Add accounts by hand');
    expect(heading()).toBe('Add an account by hand');
    expect(screen.getByRole('heading')).toBe(document.activeElement);
    expect(screen.getByRole('status').textContent).toBe(
      'It is not connected to MX Bank, so it does not update by itself.',
    );

    await fillIn('Piggy bank', '1,250.50');
    expect(heading()).toBe('Account added');
    expect(screen.getByRole('heading')).toBe(document.activeElement);
    expect(screen.getByRole('status').textContent).toMatch(/Piggy bank.* is now kept by hand/);
    const added = told.find((event) => event.type === 'manual-account-added');
    expect(added).toMatchObject({ memberGuid, accountGuid: expect.stringMatching(/^ACT-/) });
    expect(stepsTold()).toEqual(['manual-account']);

    const members = await world.client.listMembers();
    const manual = members.find(({ isManual }) => isManual);
    expect(manual).toMatchObject({ connectionStatus: null, isManual: true });
    expect(await world.client.listMemberAccounts(manual?.guid ?? '')).toMatchObject([
      { name: 'Piggy bank', type: 'CASH', balance: 1250.5 },
    ]);

    await press('Done');
    expect(onExit).toHaveBeenCalledWith(expect.objectContaining({ reason: 'status', memberGuid }));
  });

  it('may be followed by another', async () => {
    await open();
    await press('Add accounts by hand');
    await fillIn();
    await press('Add another account');
    expect(screen.getByLabelText<HTMLInputElement>('Name of the account').value).toBe('');
    await fillIn('Cookie jar');
    expect(screen.getByText(/Cookie jar/, { selector: '.atrium-message' })).toBeDefined();
    expect(posts()).toHaveLength(2);
  });

  it('is not sent with a fault, which is told beside its field', async () => {
    await open();
    await press('Add accounts by hand');
    type('Balance (optional)', 'a lot');
    await press('Add account');
    expect(screen.getByRole('alert')).toBe(document.activeElement);
    const faults = screen.getAllByRole('textbox').concat(screen.getAllByRole('combobox'));
    expect(faults.map((field) => field.getAttribute('aria-invalid'))).toEqual([
      'true',
      'true',
      'true',
    ]);
    expect(screen.getByText(/^Please enter an amount such as 1,250\.50/)).toBeDefined();
    expect(posts()).toHaveLength(0);

    await fillIn('Piggy bank', '12');
    expect(heading()).toBe('Account added');
  });

  it('is asked for, and its amount is read, in the language in force', async () => {
    await open({}, { locale: 'de', messages: de });
    await press(de['remedy.add-manually']);
    type('Name des Kontos', 'Sparschwein');
    type('Art des Kontos', 'CASH');
    type('Kontostand (freiwillig)', '1.250');
    await press(de['manual.submit']);
    const manual = (await world.client.listMembers()).find(({ isManual }) => isManual);
    expect(await world.client.listMemberAccounts(manual?.guid ?? '')).toMatchObject([
      { name: 'Sparschwein', balance: 1250 },
    ]);
  });

  it('loses nothing of what was typed when it cannot be sent', async () => {
    await open();
    await press('Add accounts by hand');
    world.network = ({ path }) =>
      path === '/accounts' ? new Response(null, { status: 503 }) : undefined;
    await fillIn('Piggy bank', '12,5');
    expect(screen.getByRole('alert').textContent).toContain('Something went wrong on our side');
    expect(screen.getByLabelText<HTMLInputElement>('Name of the account').value).toBe('Piggy bank');
    expect(screen.getByLabelText<HTMLSelectElement>('Kind of account').value).toBe('CASH');
    expect(screen.getByLabelText<HTMLInputElement>('Balance (optional)').value).toBe('12,5');
    expect(told.some((event) => event.type === 'manual-account-added')).toBe(false);

    world.network = null;
    await press('Add account');
    expect(heading()).toBe('Account added');
  });

  it('is sent once, however often it is pressed, and cannot be called back meanwhile', async () => {
    await open();
    await press('Add accounts by hand');
    const answer = held();
    world.network = ({ path }) => (path === '/accounts' ? answer.promise : undefined);
    type('Name of the account', 'Piggy bank');
    type('Kind of account', 'CASH');
    const name = screen.getByLabelText('Name of the account');
    fireEvent.keyDown(name, { key: 'Enter' });
    fireEvent.keyDown(name, { key: 'Enter' });
    fireEvent.click(screen.getByRole('button', { name: 'Adding …' }));
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(heading()).toBe('Add an account by hand');
    answer.resolve(Response.json({ account: { guid: 'ACT-1', name: 'Piggy bank' } }));
    await pass(0);
    expect(posts()).toHaveLength(1);
    expect(heading()).toBe('Account added');
  });

  it('can be left, and leads back to where it was offered', async () => {
    await open();
    await press('Add accounts by hand');
    await press('Back');
    expect(heading()).toBe('No longer supported');
    expect(posts()).toHaveLength(0);
    expect(stepsTold()).toEqual(['manual-account', 'attention']);
  });

  it('leaves no trace of what was typed in an event, in a cache or in an address', async () => {
    await open();
    await press('Add accounts by hand');
    await fillIn('quagga-Name', '48291734');
    const caches = [
      ...world.queryClient.getQueryCache().getAll(),
      ...world.queryClient.getMutationCache().getAll(),
    ].map(({ state, options }) => [state, 'queryKey' in options ? options.queryKey : null]);
    const written = JSON.stringify([caches, told, world.sent]);
    expect(written).toContain('manual-account-added');
    expect(written).not.toContain('quagga-Name');
    expect(written).not.toContain('48291734');
  });
});

describe('an account whose answer is lost', () => {
  const kept = async () => {
    const manual = (await world.client.listMembers()).find(({ isManual }) => isManual);
    return manual ? world.client.listMemberAccounts(manual.guid) : [];
  };
  const isPost = ({ method, path }: { method: string; path: string }) =>
    method === 'POST' && path === '/accounts';

  /** The server keeps the account, and its answer becomes this. */
  const lose = (answer: () => Response) => {
    world.network = (request, init) => {
      if (!isPost(request)) return undefined;
      world.network = null;
      return world.scenario.fetch('https://host.example/api/atrium/accounts', init).then(answer);
    };
  };

  it.each<[string, () => Response]>([
    ['the connection broke', () => Response.error()],
    ['it cannot be read', () => Response.json({ account: {} })],
    ['a gateway answered', () => new Response('', { status: 502 })],
  ])('is not made a second time when it is sent again: %s', async (_why, answer) => {
    await open();
    await press('Add accounts by hand');
    lose(answer);
    await fillIn('Piggy bank', '12.50');
    expect(screen.getByRole('alert')).toBeDefined();
    expect(heading()).toBe('Add an account by hand');
    await press('Add account');
    expect(heading()).toBe('Account added');
    expect(await kept()).toHaveLength(1);
    const added = told.filter((event) => event.type === 'manual-account-added');
    expect(added).toMatchObject([{ accountGuid: (await kept())[0]?.guid }]);

    await press('Add another account');
    await fillIn('Piggy bank', '12.50');
    expect(await kept()).toHaveLength(2);
  });

  it('is not taken for one that was there before, nor for another one', async () => {
    await open();
    await press('Add accounts by hand');
    await fillIn('Piggy bank', '12.50');
    await press('Add another account');
    world.network = (request) => (isPost(request) ? new Response('', { status: 503 }) : undefined);
    await fillIn('Piggy bank', '12.50');
    world.network = null;
    await press('Add account');
    expect(heading()).toBe('Account added');
    expect(await kept()).toHaveLength(2);

    await press('Add another account');
    lose(() => Response.error());
    await fillIn('Cookie jar', '1');
    type('Balance (optional)', '2');
    await press('Add account');
    expect((await kept()).map(({ balance }) => balance)).toEqual([12.5, 12.5, 1, 2]);
  });

  it('is not sent where it cannot be looked for', async () => {
    await open();
    await press('Add accounts by hand');
    lose(() => Response.error());
    await fillIn();
    world.network = ({ path }) =>
      path === '/members' ? new Response('', { status: 503 }) : undefined;
    const sent = posts().length;
    await press('Add account');
    expect(screen.getByRole('alert').textContent).toContain('Something went wrong on our side');
    expect(posts()).toHaveLength(sent);
    world.network = null;
    await press('Add account');
    expect(await kept()).toHaveLength(1);
  });
});

/** The step, which must be of that kind. */
function stepOf<Kind extends Connection['kind']>(
  { current }: { current: Connection },
  kind: Kind,
): Extract<Connection, { kind: Kind }> {
  expect(current.kind).toBe(kind);
  return current as Extract<Connection, { kind: Kind }>;
}

describe('for a host that draws its own', () => {
  it('is a step with what can be done in it, which who goes elsewhere is not taken back to', async () => {
    const memberGuid = await ended('DISCONTINUED');
    const { result } = world.render(() => useConnection({ memberGuid }));
    await pass(0);
    const attention = stepOf(result, 'attention');
    expect(attention.canAddManually).toBe(true);
    act(attention.addManually);
    const answer = held();
    world.network = ({ path }) => (path === '/accounts' ? answer.promise : undefined);
    const { submitAccount } = stepOf(result, 'manual-account');
    act(() => submitAccount({ name: 'Piggy bank', type: 'CASH' }));
    await arrive();
    act(() => submitAccount({ name: 'Piggy bank', type: 'CASH' }));
    act(() => stepOf(result, 'manual-account').cancelManual());
    expect(result.current).toMatchObject({ kind: 'manual-account', action: { kind: 'running' } });
    act(result.current.startOver);
    answer.resolve(Response.json({ account: { guid: 'ACT-1', name: 'Piggy bank' } }));
    await pass(0);
    expect(result.current.kind).toBe('search');
    expect(posts()).toHaveLength(1);
  });

  it('is not asked for where the host says so', async () => {
    const memberGuid = await ended('DISCONTINUED');
    const { result } = world.render(() => useConnection({ memberGuid, manualAccounts: false }));
    await pass(0);
    expect(result.current).toMatchObject({ kind: 'attention', canAddManually: false });
    expect(asked()).toHaveLength(0);
  });

  it('can be where a connection starts', async () => {
    const memberGuid = await ended('CLOSED');
    const { result } = world.render(() => useConnection({ memberGuid, addsManually: true }));
    await pass(0);
    expect(result.current).toMatchObject({ kind: 'manual-account', account: null });
  });
});

describe('whether it is offered', () => {
  it('is for the server to say, which is asked once, and only where it could be offered', async () => {
    const { guid } = await world.client.createMember({
      institutionCode: 'mxbank',
      credentials: credentials('status:LOCKED', 'mxuser'),
    });
    await pass(9_000);
    render(page(<ConnectWidget memberGuid={guid} />));
    await pass(0);
    expect(heading()).toBe('Your account is locked');
    expect(asked()).toHaveLength(0);
    cleanup();

    await open();
    cleanup();
    render(page(<MemberManager />));
    await pass(0);
    expect(asked()).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'Add accounts by hand MX Bank' })).toBeDefined();
  });

  it.each([
    ['the server was not told to', { api: 'platform' }, {}],
    ['the API has no such accounts', { api: 'atrium' }, {}],
  ] as const)('not where %s', async (_why, api, allow) => {
    startWith(api, allow);
    await open();
    expect(heading()).toBe('No longer supported');
    expect(screen.queryByRole('button', { name: 'Add accounts by hand' })).toBeNull();
  });

  it('not where the server does not know the question', async () => {
    world.network = ({ path }) =>
      path === '/features' ? Response.json({ error: {} }, { status: 404 }) : undefined;
    await open();
    expect(heading()).toBe('No longer supported');
    expect(screen.queryByRole('button', { name: 'Add accounts by hand' })).toBeNull();
  });

  it('is never shown to change its mind: nothing moves under the pointer', async () => {
    const answer = held();
    world.network = ({ path }) => (path === '/features' ? answer.promise : undefined);
    const memberGuid = await ended('DISCONTINUED');
    render(page(<ConnectWidget memberGuid={memberGuid} />));
    await arrive();
    expect(asked()).toHaveLength(1);
    expect(screen.queryByRole('button')).toBeNull();
    answer.resolve(Response.json({ features: { manual_accounts: true } }));
    await pass(0);
    expect(screen.getAllByRole('button')[0]?.textContent).toBe('Add accounts by hand');
  });

  it('is waited for for three seconds and no longer, and then not shown to change its mind either', async () => {
    const answer = held();
    world.network = ({ path }) => (path === '/features' ? answer.promise : undefined);
    const memberGuid = await ended('DISCONTINUED');
    render(page(<ConnectWidget memberGuid={memberGuid} />));
    await act(() => vi.advanceTimersByTimeAsync(3_000));
    await arrive();
    expect(heading()).toBe('No longer supported');
    answer.resolve(Response.json({ features: { manual_accounts: true } }));
    await pass(60_000);
    expect(asked()).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Add accounts by hand' })).toBeNull();
  });

  it('is the host’s own affair where the host has a way of its own', async () => {
    const onManualAccount = vi.fn();
    const memberGuid = await open({ onManualAccount });
    await press('Add accounts by hand');
    expect(onManualAccount).toHaveBeenCalledWith(expect.objectContaining({ memberGuid }));
    expect(heading()).toBe('No longer supported');
    expect(asked()).toHaveLength(0);
  });
});

describe('in the list of all members', () => {
  const row = (name: string) => {
    const found = screen.getByRole('heading', { level: 3, name }).closest('li');
    if (!found) throw new Error(`There is no row of ${name}.`);
    return within(found);
  };

  it('a connection that has ended leads straight to the form, and what is added is listed as kept by hand', async () => {
    await ended('CLOSED');
    render(page(<MemberManager />));
    await pass(0);
    await press('Add accounts by hand MX Bank');
    expect(screen.getByRole('heading', { level: 2, name: 'Add an account by hand' })).toBe(
      document.activeElement,
    );
    await fillIn();
    await press('Done');
    expect(screen.queryByText('Account added')).toBeNull();

    const manual = row('Manual Institution');
    expect(manual.getByText('Kept by hand')).toBeDefined();
    expect(manual.queryByText('No data yet')).toBeNull();
    expect(manual.queryByRole('button', { name: /^Refresh/ })).toBeNull();
    expect(manual.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Remove']);
  });

  it('the host’s own way comes first', async () => {
    const onManualAccount = vi.fn();
    await ended('CLOSED');
    render(page(<MemberManager onManualAccount={onManualAccount} />));
    await pass(0);
    await press('Add accounts by hand MX Bank');
    expect(onManualAccount).toHaveBeenCalledOnce();
    expect(asked()).toHaveLength(0);
  });

  it('what is kept by hand takes no room from a connection', async () => {
    await world.client.createManualAccount?.({ name: 'Piggy bank', type: 'CASH' });
    for (let count = 0; count < 24; count += 1) {
      await world.client.createMember({
        institutionCode: 'mxbank',
        credentials: credentials('password', `person-${count}`),
      });
    }
    render(page(<MemberManager onAdd={() => {}} />));
    await pass(0);
    expect(await world.client.listMembers()).toHaveLength(25);
    expect(screen.getByRole('button', { name: 'Connect an institution' })).toBeDefined();
    render(page(<ConnectWidget />));
    await pass(0);
    expect(screen.getByRole('searchbox')).toBeDefined();
  });
});
