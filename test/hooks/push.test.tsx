// @vitest-environment jsdom
import { onlineManager } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import { StrictMode, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AtriumProvider } from '../../src/widget/atrium-provider.tsx';
import { ConnectWidget } from '../../src/widget/connect-widget.tsx';
import { MemberConnection } from '../../src/widget/member-connection.tsx';
import { MemberManager } from '../../src/widget/member-manager.tsx';
// A page loads these when they are used, which takes time of its own and not of the tests.
import '../../src/api/open-events.ts';
import '../../src/queries/live.ts';
import { hint, scriptedStream } from '../scripted-stream.ts';
import { credentials, statusReads, WEBHOOKS, worldForEach } from './world.tsx';

const { world, pass } = worldForEach(WEBHOOKS);

const MINUTE = 60_000;

/** Every request for a stream, as it has left the browser. */
let opened: Request[] = [];
let isStreamBroken = false;

beforeEach(() => {
  opened = [];
  isStreamBroken = false;
  world.network = ({ path }, init) => {
    if (path !== '/events') return undefined;
    opened.push(
      new Request('https://host.example/api/atrium/events', { headers: init.headers ?? {} }),
    );
    return isStreamBroken ? Promise.reject(new TypeError('Failed to fetch')) : undefined;
  };
});

afterEach(() => onlineManager.setOnline(true));

async function show(children: ReactNode, live = true): Promise<void> {
  render(
    <StrictMode>
      <AtriumProvider client={world.client} queryClient={world.queryClient} live={live}>
        {children}
      </AtriumProvider>
    </StrictMode>,
  );
  await pass(0);
}

async function addMember(password: string): Promise<string> {
  const { guid } = await world.client.createMember({
    institutionCode: 'mxbank',
    credentials: credentials(password),
  });
  await pass(0);
  return guid;
}

/** A connection that has been under way for so long that it is looked at seldom. */
async function connecting(): Promise<string> {
  const guid = await addMember('status:RESUMED');
  await show(<MemberConnection memberGuid={guid} />);
  await pass(20_000);
  world.sent.length = 0;
  return guid;
}

/** Something happens at the bank, and the host's server has been told. */
async function force(guid: string, fields: Record<string, unknown>): Promise<void> {
  await world.sandbox.fetch(
    new Request(`https://atrium.example/_sandbox/members/${guid}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    }),
  );
  // Answers once everything that is due has been sent.
  await world.sandbox.fetch(new Request('https://atrium.example/_sandbox/webhooks'));
}

/** Waits for what takes no time but turns of the event loop. Resolves with how long it took. */
async function soon(hasHappened: () => boolean): Promise<number> {
  const from = Date.now();
  for (let turns = 0; !hasHappened() && turns < 50; turns += 1) {
    await pass(0);
  }
  expect(hasHappened()).toBe(true);
  return Date.now() - from;
}

const isShown = (words: string) => () => document.body.textContent.includes(words);

describe('from the bank to the screen, over a webhook, the store and the stream', () => {
  it.each([
    ['CHALLENGED', 'What city were you born in?'],
    ['DENIED', 'Update your sign-in details'],
    ['LOCKED', 'account is locked'],
    ['CONNECTED', 'You are connected'],
  ])('%s is in words at once, for one read', async (connection_status, words) => {
    const guid = await connecting();
    await force(guid, { connection_status, is_being_aggregated: false });
    expect(await soon(isShown(words))).toBeLessThan(500);
    expect(statusReads(world)).toBe(1);
  });

  it('a list shows what becomes of a member that nothing follows', async () => {
    const guid = await addMember('status:LOCKED');
    await pass(4_000);
    await show(<MemberManager />);
    await pass(10_000);
    world.sent.length = 0;
    await force(guid, { connection_status: 'IMPEDED' });
    await soon(() => world.sent.some(({ path }) => path === '/members'));
    await pass(5_000);
    expect(world.sent.map(({ path }) => path)).toEqual(['/members']);
  });

  it('a question that was asked while the stream was away is told as it comes back', async () => {
    const guid = await connecting();
    isStreamBroken = true;
    onlineManager.setOnline(false);
    onlineManager.setOnline(true);
    await pass(1_000);
    world.sent.length = 0;
    await force(guid, { connection_status: 'CHALLENGED', is_being_aggregated: false });
    await pass(1_000);
    expect(statusReads(world)).toBe(0);
    isStreamBroken = false;
    await pass(3_000);
    await soon(isShown('What city were you born in?'));
    expect(opened.at(-1)?.headers.get('last-event-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('a stream that is ended because of its age is followed by another, and costs no read', async () => {
    const guid = await addMember('status:LOCKED');
    await show(<MemberConnection memberGuid={guid} />);
    await pass(5_000);
    world.sent.length = 0;
    await pass(11 * MINUTE);
    expect(opened.length).toBe(2);
    expect(statusReads(world)).toBe(0);
    await force(guid, { connection_status: 'DENIED' });
    await soon(isShown('Update your sign-in details'));
  });
});

describe('how often a page with one connection reads its status', () => {
  async function reads(password: string, live: boolean, ms: number): Promise<number> {
    const guid = await addMember(password);
    await show(<MemberConnection memberGuid={guid} />, live);
    // React’s StrictMode drops the first read and makes it again.
    world.sent.length = 0;
    await pass(ms);
    return statusReads(world);
  }

  it('for one of ninety seconds', async () => {
    expect(await reads('slow', true, 95_000)).toBeLessThanOrEqual(11);
  });

  it('for one of ninety seconds, by polling', async () => {
    expect(await reads('slow', false, 95_000)).toBeGreaterThanOrEqual(25);
  });

  it('for one that is stuck for ten minutes', async () => {
    expect(await reads('status:RESUMED', true, 10 * MINUTE)).toBeLessThanOrEqual(29);
  });

  it('for one that is stuck for ten minutes, by polling', async () => {
    expect(await reads('status:RESUMED', false, 10 * MINUTE)).toBeGreaterThanOrEqual(75);
  });
});

describe('a form that is being filled in', () => {
  const PASSWORD = 'hunter2-Zebra';

  it('keeps what was typed, whatever events come', async () => {
    const stream = scriptedStream();
    world.network = ({ path }) => (path === '/events' ? stream.response : undefined);
    const guid = await addMember('challenge');
    await pass(4_000);
    await show(<MemberConnection memberGuid={guid} />);
    await pass(5_000);
    const field = screen.getByLabelText<HTMLInputElement>('What city were you born in?');
    field.focus();
    fireEvent.change(field, { target: { value: 'Ouagadougou' } });
    world.sent.length = 0;
    for (const change of ['status', 'data', 'member']) stream.say(...hint(guid, change));
    stream.say('event: missed', 'data: {}');
    await pass(2_000);
    expect(statusReads(world)).toBe(2);
    expect(screen.getByLabelText('What city were you born in?')).toBe(field);
    expect([field.value, document.activeElement]).toEqual(['Ouagadougou', field]);
  });

  it('sends nothing of it over the stream, nor beside it', async () => {
    await show(<ConnectWidget institutionCode="mxbank" />);
    fireEvent.change(screen.getByLabelText('Username'), { target: { value: 'test_atrium' } });
    fireEvent.change(screen.getByLabelText('Password'), { target: { value: PASSWORD } });
    fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
    await pass(10_000);
    expect(opened.length).toBeGreaterThan(0);
    for (const { url, headers } of opened) {
      expect(`${url} ${JSON.stringify([...headers])}`).not.toMatch(/hunter2|test_atrium/);
    }
  });
});
