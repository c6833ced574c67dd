// @vitest-environment jsdom
import { type RenderHookResult } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { ConnectionStepKind } from '../../src/domain/step.ts';
import { useConnection, type Connection } from '../../src/hooks/use-connection.ts';
import type { UseConnectionOptions } from '../../src/hooks/use-connection.ts';
import { statusReads, worldForEach } from './world.tsx';

const INSTITUTION = { institutionCode: 'mx_bank_oauth' };

const { world, pass, startWith } = worldForEach();

type Rendered = RenderHookResult<Connection, unknown>['result'];

async function start(options: UseConnectionOptions = INSTITUTION): Promise<Rendered> {
  const { result } = world.render(() => useConnection(options));
  await pass(0);
  return result;
}

function stepOf<Kind extends ConnectionStepKind>({ current }: Rendered, kind: Kind) {
  expect(current.kind).toBe(kind);
  return current as Extract<Connection, { kind: Kind }>;
}

/** Creates a member that waits for its person. */
async function addPending() {
  const member = await world.client.createMember({ ...INSTITUTION, isOauth: true });
  return { guid: member.guid, windowUri: member.oauthWindowUri ?? '' };
}

/** What the person does at the bank. */
async function decide(windowUri: string, fields: Record<string, string> = {}): Promise<void> {
  const state = new URL(windowUri).searchParams.get('state') ?? '';
  const body = new URLSearchParams({ state, decision: 'authorize', ...fields });
  const page = new URL('/oauth/authorize', windowUri);
  expect((await world.sandbox.fetch(new Request(page, { method: 'POST', body }))).status).toBe(303);
}

/** A member that is connected by now, or stands at another status after its visit. */
async function addVisited(status = 'CONNECTED'): Promise<string> {
  const { guid, windowUri } = await addPending();
  await decide(windowUri, { connection_status: status });
  await pass(5_000);
  return guid;
}

describe('a visit to repair what was connected', () => {
  it('has the status read on, and ends with it', async () => {
    const memberGuid = await addVisited('IMPAIRED');
    const result = await start({ memberGuid });
    const ready = stepOf(result, 'oauth');
    expect(ready).toMatchObject({ phase: 'ready', status: { name: 'IMPAIRED' } });
    const before = statusReads(world);
    await pass(30_000);
    expect(statusReads(world)).toBe(before);

    stepOf(result, 'oauth').windowOpened();
    await pass(30_000);
    expect(stepOf(result, 'oauth').phase).toBe('away');
    expect(statusReads(world)).toBeGreaterThan(before + 5);
    await decide(ready.windowUri ?? '');
    await pass(10_000);
    expect(result.current.kind).toBe('connected');
  });

  it('that fails anew leads back to a page that was not used', async () => {
    const memberGuid = await addVisited('IMPAIRED');
    const result = await start({ memberGuid });
    const { windowUri, windowOpened } = stepOf(result, 'oauth');
    windowOpened();
    await pass(0);
    await decide(windowUri ?? '', { connection_status: 'DENIED' });
    await pass(10_000);
    const again = stepOf(result, 'oauth');
    expect(again).toMatchObject({ phase: 'ready', status: { name: 'DENIED' } });
    expect(again.windowUri).not.toBe(windowUri);
  });
});

describe('a login that is connected already', () => {
  it('is noticed though nothing tells, and its member is carried on with', async () => {
    const first = await addVisited();
    const result = await start();
    stepOf(result, 'oauth').authorize();
    await pass(0);
    const { memberGuid, windowUri, windowOpened } = stepOf(result, 'oauth');
    expect(memberGuid).not.toBe(first);
    windowOpened();
    await pass(1_000);
    await decide(windowUri ?? '');
    await pass(45_000);
    expect(stepOf(result, 'connected').memberGuid).toBe(first);
  });

  it('of another person’s choice is left alone while nothing happens to it', async () => {
    await addVisited();
    const result = await start();
    stepOf(result, 'oauth').authorize();
    await pass(0);
    stepOf(result, 'oauth').windowOpened();
    await pass(5 * 60_000);
    expect(stepOf(result, 'oauth').phase).toBe('away');
  });
});

describe('a start at a return', () => {
  it('that went well waits for the status to say so, and tells of one success', async () => {
    startWith({ reportLateMs: 5_000, hideJobWhileLate: true });
    const onSuccess = vi.fn();
    const { guid: memberGuid, windowUri } = await addPending();
    await decide(windowUri);
    const oauthReturn = { kind: 'success', memberGuid } as const;
    const result = await start({ oauthReturn, onSuccess });
    expect(stepOf(result, 'oauth').phase).toBe('confirming');
    await pass(20_000);
    expect(result.current.kind).toBe('connected');
    expect(onSuccess).toHaveBeenCalledOnce();
  });

  it('with another member doubts what was reported of it before', async () => {
    startWith({ reportLateMs: 1_000, hideJobWhileLate: true });
    const memberGuid = await addVisited('IMPAIRED');
    await pass(5_000);
    const { windowUri } = await addPending();
    await decide(windowUri);
    const result = await start({ oauthReturn: { kind: 'success', memberGuid } });
    expect(result.current.kind).toBe('connecting');
    await pass(10_000);
    expect(result.current.kind).toBe('connected');
  });

  it('that failed says why, with an address that was not used', async () => {
    const { guid: memberGuid, windowUri } = await addPending();
    await decide(windowUri, { decision: 'deny' });
    const oauthReturn = { kind: 'error', memberGuid, problem: 'DENIED' } as const;
    const result = await start({ oauthReturn });
    const ready = stepOf(result, 'oauth');
    expect(ready).toMatchObject({ phase: 'ready', problem: 'DENIED' });
    expect(ready.windowUri).not.toBe(windowUri);
  });
});

describe('useConnection after a return with a member that is not found', () => {
  const back = (memberGuid: string, onEvent = vi.fn()) =>
    start({ oauthReturn: { kind: 'success', memberGuid }, onEvent });
  const notFound = () => Response.json({ error: { message: 'Not found' } }, { status: 404 });

  it('says that it may belong to someone else, and reports it once', async () => {
    const onEvent = vi.fn();
    const result = await back('MBR-of-mallory', onEvent);
    expect(result.current.kind).toBe('loading');
    await pass(60_000);
    expect(stepOf(result, 'failure')).toMatchObject({
      during: 'oauth-return',
      error: { kind: 'not-found' },
    });
    const unknown = { type: 'oauth-member-not-found', memberGuid: 'MBR-of-mallory' };
    expect(onEvent.mock.calls.filter(([{ type }]) => type === unknown.type)).toEqual([[unknown]]);
    // One at mount, replaced by one after the return, and one more.
    expect(statusReads(world)).toBe(3);
  });

  it('continues when a read soon after finds it', async () => {
    const memberGuid = await addVisited();
    let reads = 0;
    world.network = ({ path }) =>
      path === `/members/${memberGuid}/status` && (reads += 1) <= 2 ? notFound() : undefined;
    const onEvent = vi.fn();
    const result = await back(memberGuid, onEvent);
    await pass(10_000);
    expect(stepOf(result, 'connected').memberGuid).toBe(memberGuid);
    expect(onEvent).not.toHaveBeenCalledWith(
      expect.objectContaining({ type: 'oauth-member-not-found' }),
    );
  });

  it.each([
    ['the list has it', (path: string) => path.startsWith('/members/')],
    ['the list cannot be read', (path: string) => path.startsWith('/members')],
  ])('does not blame another user when %s', async (_, isLost) => {
    const memberGuid = await addVisited();
    world.network = ({ path }) => (isLost(path) ? notFound() : undefined);
    const onEvent = vi.fn();
    const result = await back(memberGuid, onEvent);
    await pass(60_000);
    expect(stepOf(result, 'failure').during).toBe('member');
    expect(onEvent).not.toHaveBeenCalledWith(
      expect.objectContaining({ type: 'oauth-member-not-found' }),
    );
  });

  it('does not blame another user when the status is refused for another reason', async () => {
    world.network = ({ path }) =>
      path.endsWith('/status') ? new Response('{}', { status: 403 }) : undefined;
    const result = await back('MBR-of-mallory');
    await pass(10_000);
    expect(stepOf(result, 'failure').during).toBe('member');
  });

  it('does not blame another user when the institution reported an error', async () => {
    const result = await start({
      oauthReturn: { kind: 'error', memberGuid: 'MBR-gone', problem: 'DENIED' },
    });
    await pass(10_000);
    expect(stepOf(result, 'failure').during).toBe('member');
  });

  it('does not blame another user when a member that was read is gone', async () => {
    const memberGuid = await addVisited('IMPAIRED');
    const result = await start({ memberGuid });
    stepOf(result, 'oauth').windowOpened();
    await pass(0);
    await world.client.deleteMember(memberGuid);
    stepOf(result, 'oauth').returned({ kind: 'success', memberGuid });
    await pass(60_000);
    expect(stepOf(result, 'failure').during).toBe('member');
  });
});

describe('leaving in this tab', () => {
  const oauth = { mode: 'redirect', returnUrl: 'https://host.example/return' } as const;

  it('is given up when the person goes back to the search meanwhile', async () => {
    let save = (): void => undefined;
    const beforeRedirect = () =>
      new Promise<void>((resolve) => {
        save = resolve;
      });
    const onEvent = vi.fn();
    const result = await start({ ...INSTITUTION, oauth, beforeRedirect, onEvent });
    stepOf(result, 'oauth').redirect();
    await pass(0);
    expect(stepOf(result, 'oauth').phase).toBe('preparing');
    result.current.startOver();
    await pass(0);
    save();
    await pass(0);
    expect(result.current.kind).toBe('search');
    expect(onEvent).not.toHaveBeenCalledWith(expect.objectContaining({ type: 'oauth-requested' }));
  });

  it('asks the host once, in its latest form, and stays when it fails', async () => {
    const older = vi.fn();
    const beforeRedirect = vi.fn().mockRejectedValue(new Error('There is no room.'));
    let latest = older;
    const { result, rerender } = world.render(() =>
      useConnection({ ...INSTITUTION, oauth, beforeRedirect: latest }),
    );
    await pass(0);
    const { redirect } = stepOf(result, 'oauth');
    latest = beforeRedirect;
    rerender();
    redirect();
    redirect();
    await pass(0);
    expect(older).not.toHaveBeenCalled();
    expect(beforeRedirect).toHaveBeenCalledExactlyOnceWith({
      memberGuid: result.current.memberGuid,
      institution: expect.objectContaining({ code: 'mx_bank_oauth' }),
      windowUri: expect.stringContaining('/oauth/authorize'),
    });
    expect(stepOf(result, 'oauth')).toMatchObject({ phase: 'ready', problem: 'UNSAVED' });
  });
});
