import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AtriumClientOptions } from '../../src/api/fetch-client.ts';
import type { MemberEvent } from '../../src/domain/live.ts';
import { hint, scriptedStream, type ScriptedStream } from '../scripted-stream.ts';
import { GUID, harness, rejection, status } from './support.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An open stream, and everything that it has told so far. */
function open(
  options: Partial<AtriumClientOptions> = {},
  lastEventId?: string,
  answer?: (stream: ScriptedStream) => Response,
) {
  const stream = scriptedStream();
  const { client, sent } = harness(() => answer?.(stream) ?? stream.response, options);
  const abort = new AbortController();
  const told: MemberEvent[] = [];
  const read = async () => {
    const request = { lastEventId, signal: abort.signal };
    for await (const event of client.openEvents?.(request) ?? []) {
      told.push(event);
    }
  };
  const outcome = read();
  outcome.catch(() => {});
  return { stream, sent, told, outcome, abort, settle: () => vi.advanceTimersByTimeAsync(1) };
}

const news = (told: readonly MemberEvent[]) => told.filter(({ kind }) => kind !== 'alive');

describe('opening the stream', () => {
  it('asks as for everything else, and for a stream', async () => {
    const { sent, settle } = open({ headers: { 'x-csrf': 'token' }, credentials: 'include' });
    await settle();
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /api/atrium/events']);
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
      accept: 'text/event-stream',
      'x-csrf': 'token',
    });
    expect(sent[0]?.init).toMatchObject({
      credentials: 'include',
      redirect: 'manual',
      cache: 'no-store',
    });
  });

  it('says where the last one has ended', async () => {
    const { sent, settle } = open({}, '17326-0');
    await settle();
    expect(sent[0]?.headers.get('last-event-id')).toBe('17326-0');
  });

  it.each([
    ['a page', new Response('<p>Sign in', { headers: { 'content-type': 'text/html' } })],
    ['JSON', Response.json({})],
    [
      'what only names it',
      new Response('', { headers: { 'content-type': 'x/text/event-stream' } }),
    ],
    ['nothing', status(204, { 'content-type': 'text/event-stream' })],
  ])('is not taken in by %s', async (_what, response) => {
    const { outcome, told, settle } = open({}, undefined, () => response);
    await settle();
    expect(await rejection(outcome)).toMatchObject({ kind: 'unreadable' });
    expect(told).toEqual([]);
  });

  it.each([
    [401, { kind: 'unauthorized' }],
    [404, { kind: 'not-found' }],
    [429, { kind: 'throttled', retryAfterMs: 20_000 }],
  ])('is refused by %i', async (code, expected) => {
    const { outcome, settle } = open({}, undefined, () => status(code, { 'retry-after': '20' }));
    await settle();
    expect(await rejection(outcome)).toMatchObject(expected);
  });
});

describe('an open stream', () => {
  it('tells what the server says, and nothing that it does not know', async () => {
    const { stream, told, settle } = open();
    stream.say('retry: 5000');
    stream.say('id: 0', ...hint(GUID, 'status'));
    stream.say('id: 1', ...hint(GUID, 'data'));
    stream.say('id: 2', ...hint(GUID, 'something-new'));
    stream.say('id: 3', 'event: weather', `data: {"member_guid":"${GUID}"}`);
    stream.say('event: missed', 'data: {}');
    await settle();
    expect(news(told)).toEqual([
      { kind: 'member', memberGuid: GUID, change: 'status', lastEventId: '0' },
      { kind: 'member', memberGuid: GUID, change: 'data', lastEventId: '1' },
      { kind: 'member', memberGuid: GUID, change: 'member', lastEventId: '2' },
      { kind: 'missed', lastEventId: '3' },
    ]);
    expect(told.at(0)).toMatchObject({ kind: 'alive', retryMs: 5_000 });
  });

  it.each([
    '{"member_guid":"../../logout","change":"status"}',
    '{"member_guid":7}',
    '{"member_guid":',
    '[]',
    'null',
    '',
  ])('is not confused by %s', async (data) => {
    const { stream, told, settle } = open();
    stream.say('event: member', `data: ${data}`);
    stream.say(...hint(GUID));
    await settle();
    expect(news(told)).toMatchObject([{ memberGuid: GUID }]);
  });

  it('has not begun before a byte has come, for what lies between may keep all of it back', async () => {
    const { stream, told, settle } = open();
    await settle();
    expect(told).toEqual([]);
    stream.say(': hello');
    await settle();
    expect(told).toMatchObject([{ kind: 'alive' }]);
  });

  it('ends when the server ends it', async () => {
    const { stream, outcome } = open();
    stream.say(': hello');
    stream.end();
    await expect(outcome).resolves.toBeUndefined();
  });

  it('rejects when the connection breaks, with what it has said before', async () => {
    const { stream, outcome, told, settle } = open();
    stream.say(...hint(GUID));
    await settle();
    stream.breakOff();
    expect(await rejection(outcome)).toMatchObject({ name: 'AtriumError', kind: 'offline' });
    expect(news(told)).toHaveLength(1);
  });

  it('is given up after 45 seconds without a byte, and not while there are heartbeats', async () => {
    const { stream, outcome, settle } = open();
    const ended = vi.fn<(error: unknown) => void>();
    outcome.catch(ended);
    for (let beat = 0; beat < 10; beat += 1) {
      stream.say(': heartbeat');
      await vi.advanceTimersByTimeAsync(40_000);
    }
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(5_001);
    expect(ended.mock.lastCall?.[0]).toMatchObject({ kind: 'timeout' });
    await settle();
    expect(stream.isOpen()).toBe(false);
  });

  it('is let go of at once when the caller aborts, with the reason of the caller', async () => {
    const { stream, outcome, abort, settle } = open();
    stream.say(': hello');
    await settle();
    abort.abort(new Error('enough'));
    expect(await rejection(outcome)).toMatchObject({ message: 'enough' });
    await settle();
    expect(stream.isOpen()).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is let go of when the caller reads no further', async () => {
    const stream = scriptedStream();
    const { client } = harness(() => stream.response);
    stream.say(': hello');
    for await (const event of client.openEvents?.({}) ?? []) {
      expect(event.kind).toBe('alive');
      break;
    }
    expect(stream.isOpen()).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });
});
