// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import {
  useConnection,
  type Connection,
  type UseConnectionOptions,
} from '../../src/hooks/use-connection.ts';
import { useMemberStatus } from '../../src/hooks/use-member-status.ts';
import { credentials, worldForEach } from './world.tsx';

const { world, pass, startWith } = worldForEach();

const onSuccess = vi.fn<NonNullable<UseConnectionOptions['onSuccess']>>();

async function addLogin(password: string, username: string): Promise<string> {
  const { guid } = await world.client.createMember({
    institutionCode: 'mxbank',
    credentials: credentials(password, username),
  });
  await pass(4_000);
  return guid;
}

/** Answers a new member with 409, without or with the guid of the one that exists already. */
function refuseNewMember(memberGuid?: string) {
  world.network = ({ method, path }) =>
    method === 'POST' && path === '/members'
      ? Response.json({ error: { kind: 'conflict', member_guid: memberGuid } }, { status: 409 })
      : undefined;
}

async function signInAgain(username = 'test_atrium') {
  onSuccess.mockReset();
  const seen = new Set<string>();
  const { result } = world.render(() => {
    const connection = useConnection({ institutionCode: 'mxbank', onSuccess });
    seen.add(
      'status' in connection ? `${connection.kind} ${connection.status?.name}` : connection.kind,
    );
    return connection;
  });
  await pass(0);
  credentialsIn(result.current).submit(credentials('password', username));
  await pass(0);
  return { result, seen };
}

function credentialsIn(connection: Connection): Extract<Connection, { kind: 'credentials' }> {
  if (connection.kind !== 'credentials') {
    throw new Error(`The step is ${connection.kind}.`);
  }
  return connection;
}

describe.each(['atrium', 'platform'] as const)('useConnection after a 409 on %s', (api) => {
  it('offers both members if the user has two logins at the bank', async () => {
    startWith({ api });
    const locked = await addLogin('status:LOCKED', 'test_atrium');
    const connected = await addLogin('password', 'mxuser');
    refuseNewMember();
    const { result } = await signInAgain('mxuser');
    await pass(10_000);
    const form = credentialsIn(result.current);
    expect(form.action).toMatchObject({ kind: 'failed', error: { kind: 'conflict' } });
    expect(form.existing.map(({ guid }) => guid)).toEqual([locked, connected]);
    expect(onSuccess).not.toHaveBeenCalled();

    form.openMember(locked);
    await pass(0);
    expect(result.current).toMatchObject({
      kind: 'attention',
      memberGuid: locked,
      status: { name: 'LOCKED' },
    });
  });

  it('continues with the only member', async () => {
    startWith({ api });
    const guid = await addLogin('status:LOCKED', 'test_atrium');
    refuseNewMember();
    const { result } = await signInAgain();
    expect(result.current).toMatchObject({ kind: 'attention', memberGuid: guid });
  });
});

describe('useConnection after a 409', () => {
  it('continues with the member that the response names, among several', async () => {
    const first = await addLogin('password', 'test_atrium');
    await addLogin('password', 'mxuser');
    refuseNewMember(first);
    const { result } = await signInAgain();
    await pass(0);
    expect(result.current).toMatchObject({ kind: 'connected', memberGuid: first });
  });

  it('offers the only member if its status can’t be read', async () => {
    const guid = await addLogin('password', 'test_atrium');
    refuseNewMember();
    const { network } = world;
    world.network = (request, init) =>
      request.path.endsWith('/status')
        ? Response.json({}, { status: 500 })
        : network?.(request, init);
    const { result } = await signInAgain();
    await pass(10_000);
    expect(credentialsIn(result.current).existing).toMatchObject([{ guid }]);
    expect(onSuccess).not.toHaveBeenCalled();
  });

  it('does not show a status of the only member that was read long ago', async () => {
    const guid = await addLogin('status:LOCKED', 'test_atrium');
    const { unmount } = world.render(() => useMemberStatus(guid));
    await pass(1_000);
    unmount();
    await pass(30_000);
    await world.scenario.setStatus(guid, 'CONNECTED');
    refuseNewMember();
    const { result, seen } = await signInAgain();
    await pass(4_000);
    expect(result.current.kind).toBe('connected');
    expect(seen).not.toContain('attention LOCKED');
  });
});
