// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { CONNECTION_STATUSES, statusTable } from '../../src/domain/status.ts';
import { useConnection, type Connection } from '../../src/hooks/use-connection.ts';
import { AtriumProvider } from '../../src/widget/atrium-provider.tsx';
import {
  MemberConnection,
  type MemberConnectionProps,
} from '../../src/widget/member-connection.tsx';
import { credentials, worldForEach } from '../hooks/world.tsx';

const { world, pass, startWith } = worldForEach({}, { verification: true });

async function create(password: string, institutionCode = 'mxbank'): Promise<string> {
  const { guid } = await world.client.createMember(
    institutionCode === 'mxbank'
      ? { institutionCode, credentials: credentials(password) }
      : { institutionCode, isOauth: true },
  );
  await pass(10_000);
  return guid;
}

/** Puts a member at rest at this status. */
async function force(guid: string, connection_status: string | null): Promise<void> {
  await world.sandbox.fetch(
    new Request(`https://atrium.example/_sandbox/members/${guid}`, {
      method: 'PUT',
      body: JSON.stringify({ connection_status }),
    }),
  );
}

async function open(props: MemberConnectionProps): Promise<void> {
  world.sent.length = 0;
  render(
    <StrictMode>
      <AtriumProvider client={world.client} queryClient={world.queryClient}>
        <MemberConnection {...props} />
      </AtriumProvider>
    </StrictMode>,
  );
  await pass(0);
}

const changes = () =>
  world.sent
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path.split('/').at(-1)}`);

const STATUSES = [...CONNECTION_STATUSES, null];

/** What the API itself says of a status that wants the person there, and of no other. */
const WANT_PRESENCE = ['CREATED', 'UPDATED', 'RECONNECTED'];

describe('opening a connection', () => {
  it.each(STATUSES)(
    'that is %s starts only what cannot cost the person anything',
    async (status) => {
      const guid = await create('password');
      await force(guid, status);
      await open({ memberGuid: guid });
      await pass(60_000);
      expect(changes()).toEqual(status && WANT_PRESENCE.includes(status) ? ['POST aggregate'] : []);
    },
  );

  it.each(STATUSES)('that is %s starts no verification by itself either', async (status) => {
    const guid = await create('password');
    await force(guid, status);
    await open({ memberGuid: guid, mode: 'verification' });
    await pass(60_000);
    expect(changes()).toEqual(status && WANT_PRESENCE.includes(status) ? ['POST verify'] : []);
  });

  it.each(['PREVENTED', 'DENIED', 'IMPORTED', 'IMPAIRED'])(
    'that is %s asks for its own credentials, not those of a new one',
    async (status) => {
      const guid = await create('password');
      await force(guid, status);
      await open({ memberGuid: guid });
      expect(screen.getByLabelText('Password')).toBeDefined();
      const asked = world.sent
        .map(({ path }) => path)
        .filter((path) => path.endsWith('credentials'));
      expect(asked).toEqual([`/members/${guid}/credentials`]);
    },
  );

  it.each(['PENDING', 'DENIED', 'IMPAIRED'])(
    'that is %s at a bank with its own page leads there again',
    async (status) => {
      const guid = await create('', 'mx_bank_oauth');
      await force(guid, status);
      await open({ memberGuid: guid });
      expect(screen.getByRole('link', { name: /Continue to MX Bank/ })).toBeDefined();
      expect(screen.queryByLabelText('Password')).toBeNull();
      expect(changes()).toEqual([]);
    },
  );
});

describe('a member that signs in at its bank’s own page, and cannot be read', () => {
  const cannotBeRead = (...lost: string[]) => {
    world.network = ({ method, path }) =>
      method === 'GET' && lost.includes(path) ? new Response('{}', { status: 503 }) : undefined;
  };

  it('is led there all the same, for the list tells what it is', async () => {
    const guid = await create('', 'mx_bank_oauth');
    await force(guid, 'DENIED');
    cannotBeRead(`/members/${guid}`);
    await open({ memberGuid: guid });
    await pass(2_000);
    expect(screen.getByRole('link', { name: /Continue to MX Bank/ })).toBeDefined();
    expect(screen.queryByLabelText('Password')).toBeNull();
  });

  it('is never asked for a password where the list does not tell either', async () => {
    const guid = await create('', 'mx_bank_oauth');
    await force(guid, 'DENIED');
    cannotBeRead(`/members/${guid}`, '/members');
    await open({ memberGuid: guid });
    await pass(5_000);
    expect(screen.queryByLabelText('Password')).toBeNull();
    expect(screen.getByRole('heading').textContent).toBe('Something went wrong on our side');
    world.network = null;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await pass(0);
    expect(screen.getByRole('link', { name: /Continue to MX Bank/ })).toBeDefined();
  });
});

describe('a member whose repair fails, left for the search', () => {
  const leave = async (status: number) => {
    const memberGuid = await create('INVALID');
    world.network = ({ path }) =>
      path === `/members/${memberGuid}/credentials` ? new Response('{}', { status }) : undefined;
    const { result } = world.render(() => useConnection({ memberGuid }));
    await pass(2_000);
    stepOf(result, 'failure').startOver();
    await pass(300);
    const select = async (code: string) => {
      stepOf(result, 'search').select(await world.client.readInstitution(code));
      await pass(2_000);
    };
    return { memberGuid, result, select };
  };

  it.each([403, 404, 503])('after %i is the one that its bank leads back to', async (status) => {
    const { memberGuid, result, select } = await leave(status);
    await select('mxbank');
    expect(stepOf(result, 'failure')).toMatchObject({ during: 'credentials', memberGuid });
    stepOf(result, 'failure').startOver();
    await pass(300);
    world.network = null;
    await select('mxbank');
    const again = stepOf(result, 'credentials');
    expect(again).toMatchObject({ purpose: 'update', memberGuid });
    again.submit(credentials('password', 'mxuser'));
    await pass(9_000);
    stepOf(result, 'connected');
    expect(await world.client.listMembers()).toHaveLength(1);
  });

  it('keeps nobody from another bank, nor from another login once it is repaired', async () => {
    const { memberGuid, result, select } = await leave(403);
    await select('amberfield');
    expect(stepOf(result, 'credentials').purpose).toBe('connect');
    stepOf(result, 'credentials').startOver();
    await pass(300);
    world.network = null;
    await select('mxbank');
    stepOf(result, 'credentials').submit(credentials('password'));
    await pass(9_000);
    expect(stepOf(result, 'connected').memberGuid).toBe(memberGuid);
    stepOf(result, 'connected').startOver();
    await pass(300);
    await select('mxbank');
    expect(stepOf(result, 'credentials')).toMatchObject({ purpose: 'connect', memberGuid: null });
  });
});

describe('what only the host can offer', () => {
  const offered = (name: string) => screen.queryByRole('button', { name }) !== null;
  const saying = (pattern: RegExp) =>
    CONNECTION_STATUSES.filter((status) => pattern.test(statusTable[status].message ?? ''));

  it('is spoken of by the messages of three statuses', () => {
    expect(saying(/manual/i)).toEqual(['DISCONTINUED', 'CLOSED']);
    expect(saying(/contact us/i)).toEqual(['DISABLED']);
  });

  it.each(STATUSES)('is offered at %s exactly if its message speaks of it', async (status) => {
    const guid = await create('password');
    await force(guid, status);
    const [onManualAccount, onContactSupport] = [vi.fn(), vi.fn()];
    await open({ memberGuid: guid, onManualAccount, onContactSupport });
    await pass(10_000);
    const message = status === null ? '' : (statusTable[status].message ?? '');
    expect(offered('Add accounts by hand')).toBe(/manual/i.test(message));
    expect(offered('Contact support')).toBe(/contact us/i.test(message));
  });

  it.each([
    ['DISCONTINUED', 'Add accounts by hand', 'onManualAccount'],
    ['CLOSED', 'Add accounts by hand', 'onManualAccount'],
    ['DISABLED', 'Contact support', 'onContactSupport'],
  ] as const)(
    'at %s is “%s”, and is told with the institution and the member',
    async (status, name, callback) => {
      const guid = await create('password');
      await force(guid, status);
      const listener = vi.fn();
      await open({ memberGuid: guid, [callback]: listener });
      fireEvent.click(screen.getByRole('button', { name }));
      expect(listener.mock.calls).toEqual([
        [{ memberGuid: guid, institution: expect.objectContaining({ code: 'mxbank' }) }],
      ]);
    },
  );

  it.each(['DISCONTINUED', 'CLOSED', 'DISABLED'])(
    'is absent at %s when the host gives nothing',
    async (status) => {
      const guid = await create('password');
      await force(guid, status);
      await open({ memberGuid: guid });
      expect(offered('Add accounts by hand')).toBe(false);
      expect(offered('Contact support')).toBe(false);
    },
  );
});

/** The step, which must be of that kind. */
function stepOf<Kind extends Connection['kind']>(
  { current }: { current: Connection },
  kind: Kind,
): Extract<Connection, { kind: Kind }> {
  expect(current.kind).toBe(kind);
  return current as Extract<Connection, { kind: Kind }>;
}

describe('a repair from a wrong password to “connected”', () => {
  /** Every step that was ever rendered, those that came twice in a row once. */
  async function repairOf(options: Parameters<typeof startWith>[0]): Promise<string[]> {
    startWith(options);
    const memberGuid = await create('INVALID');
    await pass(20_000);
    const seen: string[] = [];
    const { result } = world.render(() => {
      const connection = useConnection({ memberGuid });
      const status = 'status' in connection ? connection.status?.name : '';
      const step = `${connection.kind} ${status}`.trim();
      if (seen.at(-1) !== step) {
        seen.push(step);
      }
      return connection;
    });
    const answer = (value: string) => {
      const step = stepOf(result, 'challenge');
      step.answer(step.challenges.map(({ guid }) => ({ guid, value })));
    };
    await pass(0);
    stepOf(result, 'credentials').submit(credentials('challenge'));
    await pass(40_000);
    answer('wrong');
    await pass(40_000);
    stepOf(result, 'attention').tryAgain();
    await pass(40_000);
    answer('correct');
    await pass(40_000);
    return seen;
  }

  it.each([
    ['at once', {}],
    ['five seconds late', { reportLateMs: 5_000 }],
    ['twelve seconds late', { reportLateMs: 12_000 }],
    ['late, and late that there is a job', { reportLateMs: 2_000, hideJobWhileLate: true }],
  ])('shows each thing once when the API reports %s', async (_, options) => {
    const seen = await repairOf(options);
    const asked = seen.filter((step) => !/^(loading|connecting)/.test(step));
    expect(asked).toEqual([
      'credentials DENIED',
      'challenge CHALLENGED',
      'attention REJECTED',
      'challenge CHALLENGED',
      'connected CONNECTED',
    ]);
    expect(seen.filter((step) => step === 'loading')).toHaveLength(1);
    const working = seen.filter((step) => step.startsWith('connecting'));
    expect(new Set(working)).not.toContain('connecting DENIED');
    expect(new Set(working)).not.toContain('connecting REJECTED');
  });
});
