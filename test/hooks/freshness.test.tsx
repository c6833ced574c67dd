// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import {
  useConnection,
  type Connection,
  type UseConnectionOptions,
} from '../../src/hooks/use-connection.ts';
import { credentials, worldForEach } from './world.tsx';

const { world, pass, startWith } = worldForEach();

type Wire = Readonly<Record<string, unknown>>;

/** Rewrites each status that MX reports, before the proxy reads it. */
function rewriteStatus(rewrite: (wire: Wire) => Wire) {
  const { fetch } = world.sandbox;
  Object.assign(world.sandbox, {
    async fetch(request: Request) {
      const response = await fetch(request);
      if (!new URL(request.url).pathname.endsWith('/status')) {
        return response;
      }
      const body: unknown = await response.json();
      const { member } = body as { member: Wire };
      return Response.json({ member: rewrite(member) }, { headers: response.headers });
    },
  });
}

/** Rewrites each status for a while from now on. */
function rewriteFor(ms: number, rewrite: (wire: Wire) => Wire) {
  const start = Date.now();
  rewriteStatus((wire) => (Date.now() - start < ms ? rewrite(wire) : wire));
}

const onSuccess = vi.fn<NonNullable<UseConnectionOptions['onSuccess']>>();

async function signIn(password: string) {
  onSuccess.mockReset();
  const kinds = new Set<Connection['kind']>();
  const { result } = world.render(() => {
    const connection = useConnection({ institutionCode: 'mxbank', onSuccess });
    kinds.add(connection.kind);
    return connection;
  });
  await pass(0);
  submit(result.current, password);
  await pass(0);
  return { result, kinds };
}

function submit(connection: Connection, password: string) {
  if (connection.kind !== 'credentials') {
    throw new Error(`The step is ${connection.kind}.`);
  }
  connection.submit(credentials(password));
}

const ANOTHER_MEMBER = 'MBR-00000000-0000-0000-0000-000000000000';

describe.each(['atrium', 'platform'] as const)('useConnection freshness, on %s', (api) => {
  it.each<[string, Wire]>([
    ['is_being_aggregated "true"', { is_being_aggregated: 'true' }],
    ['is_being_aggregated 1', { is_being_aggregated: 1 }],
    ['is_being_aggregated null', { is_being_aggregated: null }],
    ['no is_being_aggregated', { is_being_aggregated: undefined }],
    ['the guid of another member', { is_being_aggregated: false, guid: ANOTHER_MEMBER }],
  ])('does not connect on CONNECTED with %s', async (_what, fields) => {
    startWith({ api });
    rewriteFor(20_000, (wire) => ({ ...wire, connection_status: 'CONNECTED', ...fields }));
    const { result, kinds } = await signIn('INVALID');
    await pass(19_000);
    expect(result.current.kind).toBe('connecting');
    await pass(12_000);
    expect(result.current).toMatchObject({ kind: 'credentials', status: { name: 'DENIED' } });
    expect(kinds).not.toContain('connected');
    expect(onSuccess).not.toHaveBeenCalled();
  });

  it.each([
    ['unchanged', (before: string) => before],
    ['an earlier', () => '2020-01-01T00:00:00Z'],
  ])('does not connect on one stale CONNECTED with %s aggregated_at', async (_what, timeOf) => {
    startWith({ api });
    const { result, kinds } = await signIn('INVALID');
    await pass(3_400);
    const before = result.current.watch?.reading?.aggregatedAt ?? '';
    submit(result.current, 'INVALID');
    rewriteFor(5_000, (wire) => ({
      ...wire,
      connection_status: 'CONNECTED',
      is_being_aggregated: false,
      aggregated_at: timeOf(before),
    }));
    await pass(3_400);
    expect(result.current.kind).toBe('connecting');
    await pass(3_400);
    expect(result.current).toMatchObject({ kind: 'credentials', status: { name: 'DENIED' } });
    expect(kinds).not.toContain('connected');
    expect(onSuccess).not.toHaveBeenCalled();
  });

  it('connects on the second quiet CONNECTED, although aggregated_at has not moved', async () => {
    startWith({ api });
    const { result } = await signIn('INVALID');
    await pass(3_400);
    const before = result.current.watch?.reading?.aggregatedAt ?? '';
    rewriteStatus((wire) => ({ ...wire, is_being_aggregated: false, aggregated_at: before }));
    submit(result.current, 'password');
    await pass(3_400);
    expect(result.current.kind).toBe('connecting');
    await pass(3_400);
    expect(result.current.kind).toBe('connected');
    expect(onSuccess).toHaveBeenCalledTimes(1);
  });
});

const notFound = () => Response.json({ error: { kind: 'not-found' } }, { status: 404 });

describe('useConnection, when a read returns 404', () => {
  it('carries on if a new member is not found for five seconds', async () => {
    const start = Date.now();
    world.network = ({ path }) =>
      path.endsWith('/status') && Date.now() - start < 5_000 ? notFound() : undefined;
    const { result, kinds } = await signIn('password');
    await pass(7_000);
    expect(result.current.kind).toBe('connected');
    expect(kinds).not.toContain('failure');
  });

  it('carries on after a single 404 between two readings', async () => {
    const { result, kinds } = await signIn('status:CREATED');
    await pass(20_000);
    world.network = ({ path }) => (path.endsWith('/status') ? notFound() : undefined);
    await pass(3_400);
    world.network = null;
    await pass(3_400);
    expect(result.current).toMatchObject({ kind: 'connecting', pace: 'usual' });
    expect(kinds).not.toContain('failure');
  });

  it('says that the member is gone after the second 404', async () => {
    const { result } = await signIn('status:CREATED');
    await pass(20_000);
    world.network = ({ path }) => (path.endsWith('/status') ? notFound() : undefined);
    await pass(7_000);
    expect(result.current).toMatchObject({ kind: 'failure', error: { kind: 'not-found' } });
    const reads = world.sent.length;
    await pass(60_000);
    expect(world.sent).toHaveLength(reads);
  });

  it('says that a new member is gone after the first ten seconds', async () => {
    world.network = ({ path }) => (path.endsWith('/status') ? notFound() : undefined);
    const { result } = await signIn('password');
    await pass(9_000);
    expect(result.current).toMatchObject({ kind: 'connecting', pace: 'usual' });
    await pass(4_000);
    expect(result.current).toMatchObject({ kind: 'failure', error: { kind: 'not-found' } });
  });

  it('asks the questions once their list is found', async () => {
    rewriteStatus(({ challenges: _, ...wire }) => wire);
    world.network = ({ path }) => (path.endsWith('/challenges') ? notFound() : undefined);
    const { result, kinds } = await signIn('challenge');
    await pass(7_000);
    expect(result.current.kind).toBe('connecting');
    await pass(20_000);
    expect(result.current).toMatchObject({ kind: 'connecting', pace: 'unreachable' });
    world.network = null;
    await pass(12_000);
    expect(result.current.kind).toBe('challenge');
    expect(kinds).not.toContain('failure');
  });
});
