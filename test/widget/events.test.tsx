// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { StrictMode, type ReactElement } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectEvent, ConnectEventListener } from '../../src/domain/events.ts';
import { AtriumProvider } from '../../src/widget/atrium-provider.tsx';
import { ConnectWidget, type ConnectWidgetProps } from '../../src/widget/connect-widget.tsx';
import { credentials, worldForEach } from '../hooks/world.tsx';

const { world, pass, startWith } = worldForEach();
let told: ConnectEvent[];

beforeEach(() => {
  told = [];
});
const hear: ConnectEventListener = (event) => told.push(event);
const types = () => told.map(({ type }) => type);
const ofType = <Type extends ConnectEvent['type']>(type: Type) =>
  told.filter((event): event is Extract<ConnectEvent, { type: Type }> => event.type === type);

const page = (props: ConnectWidgetProps, onProviderEvent?: ConnectEventListener): ReactElement => (
  <StrictMode>
    <AtriumProvider client={world.client} queryClient={world.queryClient} onEvent={onProviderEvent}>
      <ConnectWidget {...props} />
    </AtriumProvider>
  </StrictMode>
);

async function open(props: ConnectWidgetProps, onProviderEvent?: ConnectEventListener) {
  const view = render(page(props, onProviderEvent));
  await pass(0);
  return view;
}

async function signIn(password: string, username = 'test_atrium'): Promise<void> {
  fireEvent.change(screen.getByLabelText('Username'), { target: { value: username } });
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: password } });
  fireEvent.click(screen.getByRole('button', { name: /^(Connect|Save and connect)$/ }));
  await pass(0);
}

async function answer(value: string): Promise<void> {
  fireEvent.change(screen.getByLabelText('What city were you born in?'), { target: { value } });
  fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
  await pass(0);
}

const create = (password: string) =>
  world.client.createMember({ institutionCode: 'mxbank', credentials: credentials(password) });

describe('what is told of one whole connection', () => {
  it('is each thing once, in its order, under StrictMode, to the widget and to the provider', async () => {
    const toProvider: ConnectEvent[] = [];
    await open({ onEvent: hear, onExit: () => {} }, (event) => toProvider.push(event));
    await pass(300);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'mx ban' } });
    await pass(1_000);
    fireEvent.click(screen.getByRole('button', { name: /^MX Bank(?! \()/ }));
    await pass(0);
    await signIn('challenge');
    await pass(3_400);
    await answer('correct');
    await pass(30_000);
    fireEvent.click(screen.getByRole('button', { name: 'Done' }));

    expect(types()).toEqual([
      'ready',
      'institution-searched',
      'institution-selected',
      'step-changed',
      'credentials-submitted',
      'member-created',
      'step-changed',
      'status-changed',
      'step-changed',
      'status-changed',
      'challenge-answered',
      'step-changed',
      'status-changed',
      'step-changed',
      'status-changed',
      'data-ready',
      'member-connected',
      'exited',
    ]);
    expect(toProvider).toEqual(told);
    const memberGuid = ofType('member-created')[0]?.memberGuid;
    expect(ofType('status-changed')).toEqual([
      { type: 'status-changed', memberGuid, status: 'CREATED', previous: undefined },
      { type: 'status-changed', memberGuid, status: 'CHALLENGED', previous: 'CREATED' },
      { type: 'status-changed', memberGuid, status: 'RESUMED', previous: 'CHALLENGED' },
      { type: 'status-changed', memberGuid, status: 'CONNECTED', previous: 'RESUMED' },
    ]);
    expect(ofType('step-changed').map(({ previous, current }) => [previous, current])).toEqual([
      ['search', 'credentials'],
      ['credentials', 'connecting'],
      ['connecting', 'challenge'],
      ['challenge', 'connecting'],
      ['connecting', 'connected'],
    ]);
    expect(ofType('exited')).toEqual([{ type: 'exited', reason: 'success', memberGuid }]);
  });

  it('reaches the listener of the last render, never an older one', async () => {
    const older = vi.fn();
    const { rerender } = await open({ institutionCode: 'mxbank', onEvent: older }, older);
    older.mockClear();
    rerender(page({ institutionCode: 'mxbank', onEvent: hear }, hear));
    await signIn('password');
    await pass(4_000);
    expect(older).not.toHaveBeenCalled();
    expect(ofType('member-connected')).toHaveLength(2);
  });

  it('is no business of the connection when the listener throws, and is reported all the same', async () => {
    const uncaught = catchLater();
    const onSuccess = vi.fn();
    const broken = () => {
      throw new Error('The host’s own mistake.');
    };
    await open({ institutionCode: 'mxbank', onEvent: broken, onStatusChange: broken, onSuccess });
    await signIn('password');
    await pass(4_000);
    expect(screen.getByRole('heading', { name: 'You are connected' })).toBeDefined();
    expect(onSuccess).toHaveBeenCalledOnce();
    expect(await world.client.listMembers()).toHaveLength(1);
    expect(uncaught()).toContain('The host’s own mistake.');
  });
});

/** What timers throw, which would otherwise end the test. */
function catchLater(): () => readonly string[] {
  const messages: string[] = [];
  const { setTimeout: later } = globalThis;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation((run: () => void, ms?: number) =>
    later(() => {
      try {
        run();
      } catch (error) {
        messages.push(error instanceof Error ? error.message : '');
      }
    }, ms),
  );
  return () => messages;
}

describe('statuses from before a job', () => {
  it('are never told, however late the API reports', async () => {
    startWith({ reportLateMs: 5_000 });
    const { guid } = await create('INVALID');
    await pass(9_000);
    await open({ memberGuid: guid, onEvent: hear });
    await signIn('challenge');
    await pass(12_000);
    await answer('wrong');
    await pass(12_000);
    expect(ofType('status-changed').map(({ previous, status }) => [previous, status])).toEqual([
      [undefined, 'DENIED'],
      ['DENIED', 'CHALLENGED'],
      ['CHALLENGED', 'RESUMED'],
      ['RESUMED', 'REJECTED'],
    ]);
    expect(ofType('member-error').map(({ status }) => status)).toEqual(['DENIED', 'REJECTED']);
  });
});

describe('what a person types', () => {
  it('is in no event and no callback, nor is an address that works only once', async () => {
    const secrets = ['quagga-Login', 'quagga-Secret', 'quagga-City', 'quagga 4929 1234'];
    const everything: unknown[] = [];
    const onAll = (event: unknown) => everything.push(event);
    const listening: ConnectWidgetProps = {
      onEvent: onAll,
      onReady: onAll,
      onStatusChange: onAll,
      onSuccess: onAll,
      onExit: onAll,
    };
    await open(listening, onAll);
    await pass(300);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: secrets[3] } });
    await pass(1_000);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'MX' } });
    await pass(1_000);
    fireEvent.click(screen.getByRole('button', { name: /^MX Bank(?! \()/ }));
    await pass(0);
    await signIn('quagga-Secret', 'quagga-Login');
    await pass(4_000);
    await signIn('challenge');
    await pass(4_000);
    await answer('quagga-City');
    await pass(4_000);
    cleanup();
    await open({ ...listening, institutionCode: 'mx_bank_oauth' }, onAll);
    fireEvent.click(screen.getByRole('button', { name: /Continue to/ }));
    await pass(0);
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: /Continue to/ });
    secrets.push(new URL(link.href).pathname, new URL(link.href).search);
    link.addEventListener('click', (event) => event.preventDefault());
    fireEvent.click(link);
    await pass(0);

    const written = JSON.stringify(everything);
    expect(written).toContain('oauth-requested');
    expect(written).toContain('REJECTED');
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(5);
      expect(written).not.toContain(secret);
    }
  });
});
