// @vitest-environment jsdom
import { fireEvent, render, screen, within } from '@testing-library/react';
import { StrictMode, type ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { AtriumProvider } from '../../src/widget/atrium-provider.tsx';
import { ConnectWidget, type ConnectWidgetProps } from '../../src/widget/connect-widget.tsx';
import { credentials, worldForEach } from '../hooks/world.tsx';

const { world, pass, startWith } = worldForEach();

const page = (props: ConnectWidgetProps): ReactElement => (
  <StrictMode>
    <p>The host’s own page</p>
    <AtriumProvider client={world.client} queryClient={world.queryClient}>
      <ConnectWidget data-testid="widget" {...props} />
    </AtriumProvider>
  </StrictMode>
);

async function open(props: ConnectWidgetProps = { institutionCode: 'mxbank' }) {
  const view = render(page(props));
  await pass(0);
  return view;
}

async function signIn(password: string): Promise<void> {
  fireEvent.change(screen.getByLabelText('Username'), { target: { value: 'test_atrium' } });
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: password } });
  fireEvent.click(screen.getByRole('button', { name: /^(Connect|Save and connect)$/ }));
  await pass(0);
}

const liveText = () =>
  [...document.querySelectorAll('[aria-live="polite"], [role="status"]')]
    .map(({ textContent }) => textContent)
    .join(' ');

describe('what the host is told', () => {
  it('is every change of status once, and the success once, with the accounts', async () => {
    const onStatusChange = vi.fn();
    const onSuccess = vi.fn();
    await open({ institutionCode: 'mxbank', onStatusChange, onSuccess });
    await signIn('password');
    await pass(30_000);
    expect(onStatusChange.mock.calls.map(([{ previous, status }]) => [previous, status])).toEqual([
      [undefined, 'CREATED'],
      ['CREATED', 'CONNECTED'],
    ]);
    expect(onSuccess).toHaveBeenCalledOnce();
    expect(onSuccess.mock.calls[0]?.[0]).toMatchObject({
      memberGuid: expect.stringMatching(/^MBR-/),
      member: { connectionStatus: 'CONNECTED', isBeingAggregated: false },
      accounts: expect.arrayContaining([expect.objectContaining({ type: 'CHECKING' })]),
    });
  });

  it('reaches the callback of the last render, never an older one', async () => {
    const older = vi.fn();
    const newer = vi.fn();
    const { rerender } = await open({ institutionCode: 'mxbank', onSuccess: older });
    await signIn('password');
    rerender(page({ institutionCode: 'mxbank', onSuccess: newer }));
    await pass(4_000);
    expect(older).not.toHaveBeenCalled();
    expect(newer).toHaveBeenCalledOnce();
  });

  it.each([
    ['password', 'Done', 'success'],
    ['status:RESUMED', 'Cancel', 'user'],
    ['status:DEGRADED', 'Close', 'status'],
  ])('after “%s” and %s is that the person left: %s', async (password, button, reason) => {
    const onExit = vi.fn();
    await open({ institutionCode: 'mxbank', onExit });
    await signIn(password);
    await pass(4_000);
    fireEvent.click(screen.getByRole('button', { name: button }));
    expect(onExit.mock.calls).toEqual([
      [
        {
          reason,
          memberGuid: expect.stringMatching(/^MBR-/),
          member: expect.objectContaining({ institutionCode: 'mxbank' }),
          error: null,
        },
      ],
    ]);
  });

  it('holds nothing that the person typed', async () => {
    const told: unknown[] = [];
    const tell = (event: unknown) => told.push(event);
    await open({
      institutionCode: 'mxbank',
      onStatusChange: tell,
      onSuccess: tell,
      onExit: tell,
    });
    await signIn('quagga-Secret');
    await pass(4_000);
    fireEvent.click(screen.getByRole('button', { name: 'Done' }));
    expect(told.length).toBeGreaterThan(2);
    expect(JSON.stringify(told)).not.toContain('quagga-Secret');
    expect(JSON.stringify(told)).not.toContain('test_atrium');
  });
});

describe('without a host that listens', () => {
  it('leaving leads back to the search', async () => {
    await open();
    await signIn('password');
    await pass(4_000);
    fireEvent.click(screen.getByRole('button', { name: 'Done' }));
    await pass(300);
    expect(screen.getByRole('searchbox')).toBeDefined();
  });

  it('a remedy that needs the host is not offered', async () => {
    await open();
    await signIn('status:DISABLED');
    await pass(4_000);
    expect(screen.getByRole('heading', { name: 'Importing is switched off' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Contact support' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Close' })).toBeDefined();
  });
});

describe('who is signed out of the app', () => {
  const signedOut = () => new Response('{}', { status: 401 });

  it.each(['/institutions/mxbank', '/institutions/mxbank/credentials'])(
    'while %s is read goes on without a reload, once signed in again elsewhere',
    async (lost) => {
      world.network = ({ path }) => (path === lost ? signedOut() : undefined);
      await open();
      expect(screen.getByRole('heading').textContent).toBe('Please sign in to this app again');
      const sent = world.sent.length;
      await pass(60_000);
      expect(world.sent).toHaveLength(sent);
      world.network = null;
      fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
      await pass(0);
      expect(screen.getByLabelText('Password')).toBeDefined();
    },
  );

  it('while the status is read or a job is started goes on likewise', async () => {
    const { guid } = await world.scenario.addMember();
    await pass(9_000);
    await world.scenario.setStatus(guid, 'FAILED');
    world.network = ({ path }) => (path.endsWith('/status') ? signedOut() : undefined);
    await open({ memberGuid: guid });
    world.network = ({ path }) => (path.endsWith('/aggregate') ? signedOut() : undefined);
    for (const heading of ['Please sign in to this app again', 'That did not work']) {
      expect(screen.getByRole('heading').textContent).toBe(heading);
      fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
      await pass(0);
    }
    expect(screen.getByRole('alert').textContent).toContain('Please sign in to this app again');
    world.network = null;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await pass(9_000);
    expect(screen.getByRole('heading', { name: 'You are connected' })).toBeDefined();
  });
});

describe('focus', () => {
  it('goes to the heading of a new step, and stays where it is while the status is polled', async () => {
    await open();
    screen.getByLabelText('Username').focus();
    await signIn('challenge');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: /Connecting/ }));
    await pass(3_400);
    const heading = screen.getByRole('heading', { name: 'Confirm that it is you' });
    expect(document.activeElement).toBe(heading);

    const answer = screen.getByLabelText('What city were you born in?');
    answer.focus();
    fireEvent.change(answer, { target: { value: 'half an ans' } });
    await world.queryClient.refetchQueries();
    await pass(20_000);
    expect(document.activeElement).toBe(answer);
    expect(screen.getByLabelText<HTMLInputElement>('What city were you born in?').value).toBe(
      'half an ans',
    );
  });

  it('is never taken from something else on the host’s page', async () => {
    const elsewhere = document.createElement('input');
    document.body.append(elsewhere);
    await open();
    await signIn('challenge');
    elsewhere.focus();
    await pass(4_000);
    expect(screen.getByRole('heading', { name: 'Confirm that it is you' })).toBeDefined();
    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });
});

describe('the live region', () => {
  it('is there before it speaks, and says the message of the status', async () => {
    const { container } = await open();
    const regions = container.querySelectorAll('[aria-live="polite"], [role="status"]');
    expect(regions.length).toBeGreaterThan(0);
    await signIn('status:LOCKED');
    expect(liveText()).toContain('Connecting to MX Bank ...');
    await pass(4_000);
    expect(liveText()).toContain('Your account is locked.');
  });
});

describe('an error inside', () => {
  /** From now on, until it is mended, each search comes back with what nothing can be made of. */
  const breakTheSearch = () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const list = vi
      .spyOn(world.client, 'listInstitutions')
      .mockResolvedValue({ page: 1, totalPages: 1, totalItems: 1, items: [null] } as never);
    return () => {
      list.mockRestore();
      world.queryClient.clear();
    };
  };
  const search = async () => {
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'Bank' } });
    await pass(600);
  };
  const failure = () =>
    screen.getByRole('heading', { name: 'Something went wrong on our side', level: 2 });

  it('is shown inside, leaves the host’s page alone, and can be tried again', async () => {
    const mend = breakTheSearch();
    await open({});
    await pass(300);
    expect(screen.getByText('The host’s own page')).toBeDefined();
    expect(failure()).toBeDefined();

    mend();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await pass(300);
    expect(screen.getByRole('searchbox')).toBeDefined();
  });

  it('is said, and its heading takes the focus that would be lost, there and back', async () => {
    await open({});
    await pass(300);
    screen.getByRole('searchbox').focus();
    const mend = breakTheSearch();
    await search();
    expect(screen.getByRole('alert').textContent).toContain('Please try again');
    expect(document.activeElement).toBe(failure());

    mend();
    const again = screen.getByRole('button', { name: 'Try again' });
    again.focus();
    fireEvent.click(again);
    await pass(300);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 }));
    expect(screen.getByRole('searchbox')).toBeDefined();
  });

  it('takes the focus from nothing else on the host’s page', async () => {
    const elsewhere = document.createElement('input');
    document.body.append(elsewhere);
    await open({});
    await pass(300);
    breakTheSearch();
    elsewhere.focus();
    await search();
    expect(failure()).toBeDefined();
    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });
});

describe('two widgets on one page', () => {
  it('follow two members without getting in each other’s way', async () => {
    const create = (password: string) =>
      world.client.createMember({
        institutionCode: 'mxbank',
        credentials: credentials(password),
      });
    const [locked, asked] = [await create('status:LOCKED'), await create('challenge')];
    await pass(3_000);
    render(page({ memberGuid: locked.guid, 'data-testid': 'one' } as ConnectWidgetProps));
    render(page({ memberGuid: asked.guid, 'data-testid': 'two' } as ConnectWidgetProps));
    await pass(0);
    const [one, two] = [screen.getByTestId('one'), screen.getByTestId('two')];
    expect(within(one).getByText(/Your account is locked\./, { selector: 'p' })).toBeDefined();
    expect(within(two).getByLabelText('What city were you born in?')).toBeDefined();
  });
});

describe('ConnectWidget after too many attempts', () => {
  const failedAttempt = (): Promise<unknown> =>
    world.client
      .createMember({ institutionCode: 'unknown', credentials: credentials('password') })
      .catch(() => undefined);

  it('says how long to wait, keeps what the user typed, and then connects', async () => {
    startWith({ limits: {} });
    await Promise.all(Array.from({ length: 20 }, failedAttempt));
    await pass(150_000);
    await open();
    await signIn('password');
    const notice = screen.getByRole('alert');
    expect(notice.textContent).toContain('Too many attempts');
    expect(notice.textContent).toContain('Please try again in 8 minutes.');
    expect(screen.getByLabelText('Username')).toHaveProperty('value', 'test_atrium');
    expect(screen.getByLabelText('Password')).toHaveProperty('value', 'password');
    await pass(450_000);
    fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
    await pass(30_000);
    expect(screen.getByRole('button', { name: 'Done' })).toBeDefined();
  });

  it('leads back to the search', async () => {
    startWith({ limits: {} });
    await Promise.all(Array.from({ length: 20 }, failedAttempt));
    await open();
    await signIn('password');
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    await pass(300);
    expect(screen.getByRole('searchbox')).toBeDefined();
  });
});
