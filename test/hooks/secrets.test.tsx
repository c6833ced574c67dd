// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { useConnection } from '../../src/hooks/use-connection.ts';
import { useCreateManualAccount } from '../../src/hooks/use-create-manual-account.ts';
import { useCreateMember } from '../../src/hooks/use-create-member.ts';
import { useResumeMember } from '../../src/hooks/use-resume-member.ts';
import { useUpdateMember } from '../../src/hooks/use-update-member.ts';
import { credentials, worldForEach } from './world.tsx';

const PASSWORD = 'hunter2-Zebra';
const ANSWER = 'maiden-name-Quagga';

const { world, pass, startWith } = worldForEach();

/** Everything that can be reached from a value, own properties of functions and errors included. */
function reach(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value === 'string') {
    return `${value}\n`;
  }
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) {
    return '';
  }
  if (seen.has(value)) {
    return '';
  }
  seen.add(value);
  const inside =
    value instanceof Map ? [...value] : value instanceof Set ? [...value] : Reflect.ownKeys(value);
  return inside
    .map((key) =>
      value instanceof Map || value instanceof Set
        ? reach(key, seen)
        : reach(key, seen) + reach(Reflect.get(value, key as string), seen),
    )
    .join('');
}

/** Every entry of both caches, and whatever it holds. */
const caches = () =>
  reach([
    world.queryClient.getQueryCache().getAll(),
    world.queryClient.getMutationCache().getAll(),
  ]);

it('finds a secret that a cache does hold', () => {
  world.queryClient.setQueryData(['planted'], { deep: [{ value: PASSWORD }] });
  expect(caches()).toContain(PASSWORD);
  const mutation = { mutationFn: () => new Promise(() => {}) };
  void world.queryClient.getMutationCache().build(world.queryClient, mutation).execute({ ANSWER });
  expect(caches()).toContain(ANSWER);
});

it.each([
  ['that connects', null],
  ['that the network refuses', () => Promise.reject(new TypeError('Failed to fetch'))],
] as const)(
  'leaves no credential in any cache or result after a creation %s',
  async (_, network) => {
    const { result } = world.render(() => useCreateMember());
    world.network = network;
    result.current.mutate({ institutionCode: 'mxbank', credentials: credentials(PASSWORD) });
    await pass(0);
    expect(['success', 'error']).toContain(result.current.status);
    expect(caches()).not.toContain(PASSWORD);
    expect(reach(result.current)).not.toContain(PASSWORD);
  },
);

it('leaves no credential in any cache while the request is under way', async () => {
  const { result } = world.render(() => useCreateMember());
  let release = (_: undefined) => {};
  world.network = () =>
    new Promise<undefined>((resolve) => {
      release = resolve;
    }) as unknown as Promise<Response>;
  result.current.mutate({ institutionCode: 'mxbank', credentials: credentials(PASSWORD) });
  await vi.advanceTimersByTimeAsync(10);
  expect(world.underWay()).toBe(1);
  expect(world.queryClient.getMutationCache().getAll()).toHaveLength(1);
  expect(caches()).not.toContain(PASSWORD);
  release(undefined);
  await pass(0);
});

it('leaves nothing in any cache of an account kept by hand while it is under way, and sends it once', async () => {
  startWith({ api: 'platform' }, { manualAccounts: true });
  const { result } = world.render(() => useCreateManualAccount());
  let release = (_: undefined) => {};
  world.network = ({ method }) =>
    method === 'POST'
      ? (new Promise<undefined>((resolve) => {
          release = resolve;
        }) as unknown as Promise<Response>)
      : undefined;
  result.current.mutate({ name: PASSWORD, type: 'CASH', balance: 48_291_734 });
  await vi.waitUntil(() => world.sent.some(({ method }) => method === 'POST'));
  expect(world.underWay()).toBe(1);
  expect(caches()).not.toContain(PASSWORD);
  release(undefined);
  await pass(0);
  expect(result.current.data).toMatchObject({ name: PASSWORD, balance: 48_291_734 });
  expect(world.sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

it('says that a client of the host’s own cannot keep an account by hand', async () => {
  Object.assign(world.client, { createManualAccount: undefined });
  const { result } = world.render(() => useCreateManualAccount());
  result.current.mutate({ name: 'Piggy bank', type: 'CASH' });
  await pass(0);
  expect(result.current.error).toMatchObject({ kind: 'not-found' });
  expect(world.sent).toEqual([]);
});

it('leaves no answer and no new credential in any cache', async () => {
  const { guid } = await world.client.createMember({
    institutionCode: 'mxbank',
    credentials: credentials('challenge'),
  });
  await pass(3_000);
  const [question] = await world.client.listChallenges(guid);
  if (!question) {
    throw new Error('There is no question.');
  }
  const resume = world.render(() => useResumeMember());
  resume.result.current.mutate({ guid, answers: [{ guid: question.guid, value: ANSWER }] });
  await pass(0);
  expect(resume.result.current.status).toBe('success');
  const update = world.render(() => useUpdateMember());
  update.result.current.mutate({ guid, credentials: credentials(PASSWORD) });
  await pass(0);
  expect(update.result.current.status).toBe('success');
  expect(caches()).not.toContain(ANSWER);
  expect(caches()).not.toContain(PASSWORD);
});

it('leaves nothing typed in what the whole flow shows, from denial to rejection', async () => {
  const { result } = world.render(() => useConnection({ institutionCode: 'mxbank' }));
  await pass(0);
  if (result.current.kind !== 'credentials') {
    throw new Error(result.current.kind);
  }
  result.current.submit(credentials(PASSWORD, PASSWORD));
  await pass(3_400);
  expect(result.current.kind).toBe('credentials');
  expect(reach(result.current)).not.toContain(PASSWORD);
  expect(caches()).not.toContain(PASSWORD);
});

it('never sends the same thing twice, even when the host retries mutations by default', async () => {
  world.queryClient.setDefaultOptions({ mutations: { retry: 3, retryDelay: 1 } });
  const { result } = world.render(() => useCreateMember());
  world.network = () => new Response('{}', { status: 500 });
  result.current.mutate({ institutionCode: 'mxbank', credentials: credentials(PASSWORD) });
  await pass(5_000);
  expect(world.sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
});
