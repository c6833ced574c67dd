// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { useInstitutions, type Institutions } from '../../src/hooks/use-institutions.ts';
import { worldForEach } from './world.tsx';

const { world, pass } = worldForEach();

const searches = () => world.sent.filter(({ path }) => path === '/institutions').length;

function found(state: Institutions): Extract<Institutions, { kind: 'ready' }> {
  if (state.kind !== 'ready') {
    throw new Error(`The search is ${state.kind}.`);
  }
  return state;
}

function search(first: string) {
  let query = first;
  const { result, rerender } = world.render(() => useInstitutions(query));
  const type = (next: string) => {
    query = next;
    rerender();
  };
  return { result, type };
}

it('asks once for what was typed, when the typing rests', async () => {
  const { result, type } = search('');
  await pass(0);
  for (const typed of ['d', 'dr', 'dri', 'drift', 'driftwood']) {
    type(typed);
    await pass(100);
  }
  await pass(300);
  expect(searches()).toBe(2);
  expect(found(result.current).institutions.map(({ name }) => name)).toEqual([
    'Driftwood Savings & Loan',
  ]);
});

it('keeps the last results, marked as such, while the next are on their way', async () => {
  const { result, type } = search('');
  await pass(0);
  const before = found(result.current).institutions;
  type('driftwood');
  expect(found(result.current)).toMatchObject({ isStale: true });
  expect(found(result.current).institutions).toEqual(before);
  await pass(300);
  expect(found(result.current)).toMatchObject({ isStale: false, totalItems: 1, hasMore: false });
});

it('adds page after page until there is none, each institution once', async () => {
  const { result } = search('');
  await pass(0);
  expect(found(result.current).institutions).toHaveLength(25);
  while (found(result.current).hasMore) {
    found(result.current).loadMore();
    await pass(0);
  }
  const { institutions, totalItems } = found(result.current);
  expect(institutions).toHaveLength(totalItems);
  expect(new Set(institutions.map(({ code }) => code)).size).toBe(totalItems);
});

it('keeps what it has when the next page does not come, and says so', async () => {
  const { result } = search('');
  await pass(0);
  world.network = () => Promise.reject(new TypeError('Failed to fetch'));
  found(result.current).loadMore();
  await pass(2_000);
  expect(found(result.current)).toMatchObject({ error: { kind: 'offline' }, hasMore: true });
  expect(found(result.current).institutions).toHaveLength(25);
  world.network = null;
  found(result.current).loadMore();
  await pass(0);
  expect(found(result.current)).toMatchObject({ error: null });
  expect(found(result.current).institutions).toHaveLength(50);
});

it('says that it failed, and finds when asked to try again', async () => {
  world.network = () => Promise.reject(new TypeError('Failed to fetch'));
  const { result } = search('driftwood');
  await pass(2_000);
  if (result.current.kind !== 'failed') {
    throw new Error(result.current.kind);
  }
  expect(result.current.error.kind).toBe('offline');
  world.network = null;
  result.current.retry();
  await pass(0);
  expect(found(result.current).totalItems).toBe(1);
});

it.each([
  ['2', 2],
  ['40', 1],
])(
  'asks once more by itself if the server wants %s seconds of rest: %i requests',
  async (seconds, requests) => {
    world.network = () => new Response('{}', { status: 429, headers: { 'retry-after': seconds } });
    search('driftwood');
    await pass(10_000);
    expect(searches()).toBe(requests);
  },
);

it('does not ask again for what it has just found', async () => {
  const { type } = search('driftwood');
  await pass(0);
  type('drift');
  await pass(300);
  type('driftwood');
  await pass(300);
  expect(searches()).toBe(2);
});

it('searches again by itself when the network is back', async () => {
  world.network = () => Promise.reject(new TypeError('Failed to fetch'));
  const { result } = search('');
  window.dispatchEvent(new Event('offline'));
  await pass(3_000);
  expect(result.current).toMatchObject({ kind: 'failed', error: { kind: 'offline' } });
  world.network = null;
  window.dispatchEvent(new Event('online'));
  await pass(500);
  expect(found(result.current).institutions.length).toBeGreaterThan(0);
});
