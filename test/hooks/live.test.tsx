// @vitest-environment jsdom
import { focusManager } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { hint } from '../scripted-stream.ts';
import { Connector, Follower, Lister, liveWorldForEach } from './live-world.tsx';

const { world, pass, server, statusReads, listReads, addMember, force, show } = liveWorldForEach();

const MINUTE = 60_000;

/** A page that follows a member, past its first seconds and the last read in them. */
async function follow(password?: string) {
  const guid = await addMember(password);
  const page = await show(<Follower guid={guid} />);
  await pass(20_000);
  world.sent.length = 0;
  return { guid, ...page };
}

describe('the stream', () => {
  it('is one, however many follow however many members', async () => {
    const guid = await addMember();
    await show([
      <Follower key="1" guid={guid} />,
      <Follower key="2" guid={guid} />,
      <Lister key="3" />,
    ]);
    await pass(20_000);
    expect(server.resumedAt).toHaveLength(1);
    expect(server.openStreams()).toBe(1);
  });

  it('is not opened while nothing is followed', async () => {
    await addMember();
    await show(null);
    await pass(MINUTE);
    expect(server.resumedAt).toEqual([]);
  });

  it('is not opened by a provider that is not live, nor by a client that has none', async () => {
    const guid = await addMember();
    const { change } = await show(<Follower guid={guid} />, false);
    await pass(MINUTE);
    delete world.client.openEvents;
    await change(<Follower guid={guid} />, true);
    await pass(MINUTE);
    expect(server.resumedAt).toEqual([]);
  });

  it('is closed some seconds after nothing is followed any more, and opened when something is', async () => {
    const guid = await addMember();
    const { change } = await show(<Follower guid={guid} />);
    await change(null);
    await pass(4_000);
    await change(<Follower guid={guid} />);
    await pass(10_000);
    expect([server.streams.length, server.openStreams()]).toEqual([1, 1]);
    await change(null);
    await pass(5_500);
    expect(server.openStreams()).toBe(0);
    await change(<Follower guid={guid} />);
    expect([server.streams.length, server.openStreams()]).toEqual([2, 1]);
  });

  it('is closed at once with the page, or when the host has enough of it', async () => {
    const guid = await addMember();
    const { change, leave } = await show(<Follower guid={guid} />);
    await change(<Follower guid={guid} />, false);
    expect(server.openStreams()).toBe(0);
    await change(<Follower guid={guid} />, true);
    expect(server.openStreams()).toBe(1);
    leave();
    await pass(0);
    expect(server.openStreams()).toBe(0);
    world.sent.length = 0;
    await pass(MINUTE);
    expect(world.sent).toEqual([]);
  });

  it('stays in a hidden tab while a connection moves, for the person may be at the bank', async () => {
    const { guid, text } = await follow();
    focusManager.setFocused(false);
    await pass(30_000);
    expect(server.openStreams()).toBe(1);
    await force(guid, { connection_status: 'DENIED', is_being_aggregated: false });
    server.last().say(...hint(guid));
    await pass(0);
    expect(text()).toBe('DENIED settled');
  });

  it('leaves a hidden tab in which nothing moves, and is back with the person', async () => {
    const guid = await addMember('status:LOCKED');
    await show([<Follower key="1" guid={guid} />, <Lister key="2" />]);
    expect(server.openStreams()).toBe(1);
    focusManager.setFocused(false);
    await pass(6_000);
    expect(server.openStreams()).toBe(0);
    focusManager.setFocused(true);
    await pass(0);
    expect(server.openStreams()).toBe(1);
  });
});

describe('an event', () => {
  it('has the status of its member read at once, and is not believed itself', async () => {
    const { guid, text } = await follow();
    await force(guid, { connection_status: 'DENIED', is_being_aggregated: false });
    server
      .last()
      .say(
        'event: member',
        `data: {"member_guid":"${guid}","change":"status","connection_status":"CONNECTED"}`,
      );
    await pass(0);
    expect(statusReads()).toBe(1);
    expect(text()).toBe('DENIED settled');
  });

  it('is heard also where nothing moves any more', async () => {
    const { guid, text } = await follow('status:LOCKED');
    expect(text()).toBe('LOCKED settled');
    await pass(10 * MINUTE);
    expect(statusReads()).toBe(0);
    await force(guid, { connection_status: 'CONNECTED' });
    server.last().say(...hint(guid));
    await pass(0);
    expect(text()).toBe('CONNECTED settled');
  });

  it('of another member reads nothing, unless the list is there', async () => {
    const { guid, change } = await follow();
    server.last().say(...hint('MBR-0000'));
    await pass(2_000);
    expect([statusReads(), listReads()]).toEqual([0, 0]);
    await change([<Follower key="1" guid={guid} />, <Lister key="2" />]);
    await pass(4_000);
    world.sent.length = 0;
    server.last().say(...hint('MBR-0000'));
    await pass(0);
    expect([statusReads(), listReads()]).toEqual([0, 1]);
  });

  it('has the list read, but not for a member whose own status tells the list', async () => {
    const guid = await addMember('status:LOCKED');
    const { text, change } = await show(<Lister />);
    await pass(4_000);
    await force(guid, { connection_status: 'DENIED' });
    world.sent.length = 0;
    server.last().say(...hint(guid, 'data'));
    await pass(0);
    expect([listReads(), text()]).toEqual([1, 'DENIED']);

    await change([<Lister key="1" />, <Follower key="2" guid={guid} />]);
    await pass(4_000);
    await force(guid, { connection_status: 'IMPEDED' });
    world.sent.length = 0;
    server.last().say(...hint(guid));
    await pass(2_000);
    expect([listReads(), statusReads(), text()]).toEqual([0, 1, 'IMPEDEDIMPEDED settled']);
  });

  it('that a member has come, changed or gone is for the list as well', async () => {
    const guid = await addMember('status:LOCKED');
    await show([<Lister key="1" />, <Follower key="2" guid={guid} />]);
    await pass(4_000);
    world.sent.length = 0;
    server.last().say(...hint(guid, 'member'));
    await pass(2_000);
    expect([listReads(), statusReads()]).toEqual([1, 1]);
  });

  it('drops a read that is under way, even a first one, for it may tell of the time before', async () => {
    const guid = await addMember('status:LOCKED');
    const other = await addMember('status:LOCKED', 'mxuser');
    const { begin, text } = await show([<Follower key={other} guid={other} />]);
    const { network } = world;
    const dropped: string[] = [];
    world.network = ({ path }, { signal }) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          dropped.push(path);
          reject(new Error('aborted'));
        });
      });
    const both = [other, guid].map((each) => <Follower key={each} guid={each} />);
    void world.queryClient.refetchQueries();
    await begin(both);
    expect(world.underWay()).toBe(2);
    dropped.length = 0;
    world.network = network;
    for (const each of [other, guid]) server.last().say(...hint(each));
    await pass(0);
    expect(dropped.toSorted()).toEqual(
      [guid, other].map((each) => `/members/${each}/status`).toSorted(),
    );
    expect(text()).toBe('LOCKED settledLOCKED settled');
  });

  it('among many at once makes for one read, and one more when they are over', async () => {
    const { guid } = await follow();
    for (let count = 0; count < 50; count += 1) server.last().say(...hint(guid));
    await pass(900);
    expect(statusReads()).toBe(1);
    await pass(10_000);
    expect(statusReads()).toBe(2);
  });

  it('in a flood of them makes for no more than one read a second', async () => {
    const { guid } = await follow();
    for (let tick = 0; tick < 100; tick += 1) {
      server.last().say(...hint(guid));
      await pass(99);
    }
    expect(statusReads()).toBeLessThanOrEqual(11);
  });

  it('that some were missed has all that is followed read, and nothing else', async () => {
    const guid = await addMember('status:LOCKED');
    const other = await addMember('status:LOCKED', 'mxuser');
    await show([guid, other].map((each) => <Follower key={each} guid={each} />));
    await pass(4_000);
    world.sent.length = 0;
    server.last().say('event: missed', 'data: {}');
    await pass(2_000);
    expect(world.sent.map(({ path }) => path).toSorted()).toEqual(
      [guid, other].map((each) => `/members/${each}/status`).toSorted(),
    );
  });
});

describe('reading goes on as a net', () => {
  it('as often as without at first, and then every fifteen seconds', async () => {
    const guid = await addMember();
    await show(<Follower guid={guid} />);
    await pass(14_000);
    expect(statusReads()).toBeGreaterThanOrEqual(4);
    await pass(3_000);
    const first = statusReads();
    await pass(45_000);
    expect(statusReads() - first).toBeLessThanOrEqual(3);
  });

  it('for all who share a poll, whichever hook they use', async () => {
    const guid = await addMember();
    await show([
      <Follower key="1" guid={guid} />,
      <Follower key="2" guid={guid} />,
      <Connector key="3" guid={guid} />,
    ]);
    await pass(16_000);
    world.sent.length = 0;
    await pass(MINUTE);
    expect(statusReads()).toBeLessThanOrEqual(4);
  });

  it('also in a list', async () => {
    const guid = await addMember();
    await force(guid, { is_being_aggregated: true });
    await show(<Lister />);
    await pass(20_000);
    world.sent.length = 0;
    await pass(MINUTE);
    expect(listReads()).toBeGreaterThanOrEqual(2);
    expect(listReads()).toBeLessThanOrEqual(5);
  });
});
