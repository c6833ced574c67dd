// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { StrictMode, type ReactElement } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ConnectEvent } from '../../src/domain/events.ts';
import type { ConnectSuccess } from '../../src/hooks/connection-success.ts';
import { es } from '../../src/locales/es.ts';
import { AtriumProvider, type AtriumProviderProps } from '../../src/widget/atrium-provider.tsx';
import { ConnectWidget, type ConnectWidgetProps } from '../../src/widget/connect-widget.tsx';
import { MemberManager } from '../../src/widget/member-manager.tsx';
import { GUID } from '../domain/support.ts';
import { credentials, worldForEach } from '../hooks/world.tsx';

const { world, pass, startWith } = worldForEach();

type Wire = Readonly<Record<string, unknown>>;

let reported: Wire;
let told: ConnectEvent[];
let successes: ConnectSuccess[];

/** The server has one member, and says of it what is reported at that moment. */
beforeEach(() => {
  told = [];
  successes = [];
  world.network = ({ method, path }) => {
    const member = {
      guid: GUID,
      institution_code: 'mxbank',
      name: 'MX Bank',
      is_being_aggregated: false,
      is_authenticated: true,
      has_processed_accounts: true,
      ...reported,
    };
    switch (`${method} ${path.replace(GUID, ':guid')}`) {
      case 'GET /members':
        return Response.json({ members: [member] });
      case 'GET /members/:guid':
      case 'GET /members/:guid/status':
        return Response.json({ member });
      case 'GET /members/:guid/accounts':
        return Response.json({
          accounts: [{ guid: 'ACT-1', name: 'Everyday', type: 'CHECKING' }],
        });
      case 'GET /members/:guid/account_numbers':
      case 'GET /members/:guid/account_owners':
        return Response.json({ error: {} }, { status: 404 });
      case 'GET /members/:guid/credentials':
        return Response.json({ credentials: [{ guid: 'CRD-1', label: 'Login', type: 'LOGIN' }] });
      case 'POST /members/:guid/verify':
      case 'POST /members/:guid/identify':
      case 'POST /members/:guid/aggregate':
        return Response.json({ member: { ...member, is_being_aggregated: true } });
      default:
        return undefined;
    }
  };
});

const error = (error_code: number, user_message: string | null = null) => ({
  error: { error_code, user_message, locale: 'en' },
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

async function open(props: ConnectWidgetProps = {}, words?: Partial<AtriumProviderProps>) {
  render(
    page(
      <ConnectWidget
        memberGuid={GUID}
        onSuccess={(success) => successes.push(success)}
        {...props}
      />,
      words,
    ),
  );
  await pass(0);
}

const heading = () => screen.getByRole('heading').textContent;
const buttons = () => screen.getAllByRole('button').map(({ textContent }) => textContent);
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const spoken = () => screen.getByRole('status').textContent;
const ofType = (type: ConnectEvent['type']) => told.filter((event) => event.type === type);

describe('what a connection has come to grief over', () => {
  it('takes the place of the words of the status, and of nothing else', async () => {
    reported = { connection_status: 'FAILED', ...error(3001, 'In the words of MX.') };
    await open({ onExit: () => {} });
    expect(heading()).toBe('Maintenance at MX Bank');
    expect(spoken()).toBe('Please try again in a few hours: maintenance is under way at MX Bank.');
    expect(buttons()).toEqual(['Try again', 'Close']);
    expect(document.body.textContent).not.toContain('In the words of MX.');
    expect(ofType('member-error')).toEqual([
      { type: 'member-error', memberGuid: GUID, status: 'FAILED', code: 3001 },
    ]);
  });

  it('stands above the sign-in details that are wanted again', async () => {
    reported = { connection_status: 'DENIED', ...error(2005) };
    await open();
    const said =
      'Please check your sign-in details and enter them again: they were not accepted by MX Bank.';
    expect(screen.getAllByText(said)).toHaveLength(2);
    expect(spoken()).toBe(said);
    expect(screen.getByLabelText('Login')).toBeDefined();
    expect(ofType('member-error')).toMatchObject([{ status: 'DENIED', code: 2005 }]);
  });

  it('stands above the way to the bank’s own page', async () => {
    reported = { connection_status: 'IMPAIRED', is_oauth: true, ...error(2004) };
    await open();
    const said = /^Please sign in again to keep your data up to date/;
    expect(screen.getAllByText(said)).toHaveLength(2);
    expect(spoken()).toMatch(said);
  });

  it('is old news as soon as another job runs', async () => {
    reported = { connection_status: 'FAILED', ...error(3000) };
    await open();
    press('Try again');
    await pass(0);
    expect(heading()).not.toContain('No connection');
    await pass(3_400);
    expect(heading()).not.toContain('No connection');
    await pass(3_400);
    expect(heading()).toBe('No connection to MX Bank');
  });

  it('is news of the job when it is another one', async () => {
    reported = { connection_status: 'FAILED', ...error(3000) };
    await open();
    press('Try again');
    await pass(0);
    reported = {
      connection_status: 'FAILED',
      aggregated_at: new Date().toISOString(),
      ...error(3001),
    };
    await pass(3_400);
    expect(heading()).toBe('Maintenance at MX Bank');
    expect(ofType('member-error')).toMatchObject([{ code: 3000 }, { code: 3001 }]);
  });
});

describe('a connection with an error is no success', () => {
  it('when it found no accounts', async () => {
    reported = { connection_status: 'CONNECTED', ...error(1001) };
    await open();
    await pass(10_000);
    expect(heading()).toBe('No accounts found');
    expect(buttons()).toEqual(['Choose another institution', 'Try again']);
    expect(successes).toEqual([]);
    expect(ofType('member-connected')).toEqual([]);
    expect(ofType('data-ready')).toEqual([]);
    expect(ofType('member-error')).toEqual([
      { type: 'member-error', memberGuid: GUID, status: 'CONNECTED', code: 1001 },
    ]);
  });

  it('when it is to be verified, and no account is eligible, whatever the list holds', async () => {
    reported = { connection_status: 'CONNECTED' };
    await open({ mode: 'verification' });
    press('Continue');
    await pass(0);
    reported = { connection_status: 'CONNECTED', ...error(1000) };
    await pass(10_000);
    expect(heading()).toBe('No account that can be used');
    expect(successes).toEqual([]);
    expect(ofType('member-error')).toMatchObject([{ status: 'CONNECTED', code: 1000 }]);
    expect(ofType('no-eligible-account')).toHaveLength(1);
    expect(ofType('member-connected')).toEqual([]);
  });

  it('when whose the accounts are is asked, and there are none, though some were read before', async () => {
    reported = { institution_code: 'alder_and_ash', connection_status: 'CONNECTED' };
    await open({ mode: 'identification' });
    press('Continue');
    await pass(0);
    reported = { ...reported, ...error(1001) };
    await pass(10_000);
    expect(heading()).toBe('No accounts found');
    expect(successes).toEqual([]);
  });

  it('unless what is wanting is wanted for a verification, and this is none', async () => {
    reported = { connection_status: 'CONNECTED', ...error(1000) };
    await open();
    await pass(10_000);
    expect(heading()).toBe('You are connected');
    expect(successes).toHaveLength(1);
    expect(ofType('member-error')).toEqual([]);
  });

  it('and asks to sign in again where that is what helps', async () => {
    reported = { connection_status: 'CONNECTED', ...error(1002) };
    await open();
    await pass(10_000);
    expect(screen.getByLabelText('Login')).toBeDefined();
    expect(screen.getAllByText(/^Please allow access to your accounts at MX Bank/)).toHaveLength(2);
    expect(successes).toEqual([]);
  });
});

describe('words of the API', () => {
  it('are shown of an error that nobody knows yet, as text', async () => {
    reported = { connection_status: 'FAILED', ...error(9999, 'Wait for {full} <b>moon</b>.') };
    await open();
    expect(heading()).toBe('That did not work');
    expect(screen.getAllByText('Wait for {full} <b>moon</b>.')).toHaveLength(2);
    expect(ofType('member-error')).toMatchObject([{ code: 9999 }]);
  });

  it('are shown of a status that nobody knows yet', async () => {
    reported = { connection_status: 'ECLIPSED', connection_status_message: 'Look at the sun.' };
    await open();
    expect(heading()).toBe('Status not known');
    expect(screen.getAllByText('Look at the sun.')).toHaveLength(2);
  });

  it('are shown to nobody who reads another language', async () => {
    reported = {
      connection_status: 'ECLIPSED',
      connection_status_message: 'Look at the sun.',
      ...error(9999, 'Wait for full moon.'),
    };
    await open({}, { locale: 'es', messages: es });
    expect(screen.getAllByText(/^No podemos saber en qué estado está/)).toHaveLength(2);
  });

  it('are never needed for an error that is known', async () => {
    reported = { connection_status: 'EXPIRED', ...error(2003, 'Too late.') };
    await open({}, { locale: 'es', messages: es });
    expect(heading()).toBe('Se ha agotado el tiempo');
    expect(spoken()).toMatch(/^Inténtelo de nuevo y responda en unos minutos/);
  });
});

describe('in the list of all members', () => {
  it('an error is shown, and its coming is told', async () => {
    reported = { connection_status: 'CONNECTED' };
    render(page(<MemberManager onAdd={() => {}} />));
    await pass(0);
    expect(screen.getByText('Connected')).toBeDefined();
    expect(spoken()).toBe('');

    reported = { connection_status: 'CONNECTED', ...error(1001) };
    await pass(60_000);
    expect(screen.getByText('No accounts found')).toBeDefined();
    expect(screen.getByText(/^Please choose another institution/)).toBeDefined();
    expect(screen.getByRole('button', { name: /^Choose another institution/ })).toBeDefined();
    expect(spoken()).toBe('News from MX Bank: No accounts found.');

    reported = { connection_status: 'IMPAIRED', ...error(2004) };
    await pass(60_000);
    expect(spoken()).toBe('News from MX Bank: Please sign in again.');
    press('Enter sign-in details MX Bank');
    await pass(0);
    expect(screen.getByLabelText('Login')).toBeDefined();
  });
});

describe('by way of the Platform API and the proxy', () => {
  const connect = async (code: number): Promise<void> => {
    startWith({ api: 'platform' });
    const { guid } = await world.client.createMember({
      institutionCode: 'mxbank',
      credentials: credentials(`error:${code}`),
    });
    await open({ memberGuid: guid });
    await pass(9_000);
  };

  it.each([
    [1001, 'No accounts found'],
    [1002, 'Please allow access to your accounts at MX Bank'],
    [2001, 'That code was not right'],
    [2002, 'That answer was not right'],
    [2003, 'Time ran out'],
    [2004, 'Please sign in again to keep your data up to date'],
    [2005, 'Please check your sign-in details and enter them again'],
    [3000, 'No connection to MX Bank'],
    [3001, 'Maintenance at MX Bank'],
    [3002, 'No answer from MX Bank'],
  ])('the error %i is told in its own words', async (code, words) => {
    await connect(code);
    expect(document.body.textContent).toContain(words);
    expect(ofType('member-error')).toMatchObject([{ code }]);
    expect(successes).toEqual([]);
  });

  it('is no error of an aggregation that no account is eligible', async () => {
    await connect(1000);
    expect(heading()).not.toBe('No account that can be used');
    expect(ofType('member-error')).toEqual([]);
  });

  it('stays the same in the list from one read to the next', async () => {
    startWith({ api: 'platform' });
    await world.client.createMember({
      institutionCode: 'mxbank',
      credentials: credentials('error:3001'),
    });
    await pass(9_000);
    render(page(<MemberManager />));
    await pass(120_000);
    expect(screen.getByText('Maintenance at MX Bank')).toBeDefined();
    expect(spoken()).toBe('');
  });
});
