// @vitest-environment jsdom
import { onlineManager } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { hint, scriptedStream } from '../scripted-stream.ts';
import { Follower, Lister, liveWorldForEach } from './live-world.tsx';

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

const refuse =
  (status: number, headers: Record<string, string> = {}) =>
  (): Response =>
    new Response(null, { status, headers });

const requests = () => server.resumedAt.length;

describe('a stream that the server ends', () => {
  it('is opened again at once, where it has ended, and nothing is read for that', async () => {
    const { guid } = await follow();
    server.last().say('id: 17-0', ...hint('MBR-0000'));
    await pass(0);
    server.last().end();
    await pass(2_000);
    expect(server.resumedAt).toEqual([null, '17-0']);
    expect(server.openStreams()).toBe(1);
    expect(statusReads()).toBe(0);
    server.last().say(...hint(guid));
    await pass(0);
    expect(statusReads()).toBe(1);
  });

  it('without ever having said where, has read once what may have been missed', async () => {
    await follow();
    server.last().end();
    await pass(2_000);
    expect(server.resumedAt).toEqual([null, null]);
    expect(statusReads()).toBe(1);
  });

  it('as soon as it is opened is opened ever less often', async () => {
    await follow();
    const { takeUp } = server;
    server.takeUp = () => {
      const response = takeUp();
      server.last().end();
      return response;
    };
    server.last().end();
    await pass(10 * MINUTE);
    expect(requests()).toBeLessThanOrEqual(16);
    expect(requests()).toBeGreaterThanOrEqual(8);
  });
});

describe('a stream that breaks off', () => {
  it('is opened again after some seconds, and polling stays slow if it is there by then', async () => {
    await follow();
    server.last().say('id: 5', ...hint('MBR-0000'));
    await pass(0);
    server.last().breakOff();
    await pass(2_500);
    expect(server.openStreams()).toBe(0);
    await pass(2_500);
    expect(server.openStreams()).toBe(1);
    expect(server.resumedAt.at(-1)).toBe('5');
    await pass(3_000);
    expect(statusReads()).toBe(0);
  });

  it('and stays away: what is followed is read once, and then polled as if there were none', async () => {
    const { guid, change } = await follow();
    await change([<Follower key="1" guid={guid} />, <Lister key="2" />]);
    await pass(4_000);
    world.sent.length = 0;
    server.takeUp = () => Promise.reject(new TypeError('Failed to fetch'));
    server.last().breakOff();
    await pass(5_500);
    expect([statusReads(), listReads()]).toEqual([0, 0]);
    await pass(1_000);
    expect([statusReads(), listReads()]).toEqual([1, 1]);
    await pass(20_000);
    expect(statusReads()).toBeGreaterThanOrEqual(6);
  });

  it('is tried again with growing gaps, and polling slows down once it is back', async () => {
    await follow();
    const { takeUp } = server;
    const tries: number[] = [];
    server.takeUp = () => {
      tries.push(Date.now());
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    server.last().breakOff();
    await pass(5 * MINUTE);
    const gaps = tries.map((at, index) => at - (tries[index - 1] ?? at)).slice(1);
    expect(gaps.slice(0, 4)).toEqual(gaps.slice(0, 4).toSorted((one, other) => one - other));
    expect(Math.max(...gaps)).toBeGreaterThan(55_000);
    expect(Math.max(...gaps)).toBeLessThan(95_000);
    server.takeUp = takeUp;
    await pass(2 * MINUTE);
    expect(server.openStreams()).toBe(1);
    world.sent.length = 0;
    await pass(MINUTE);
    expect(statusReads()).toBeLessThanOrEqual(3);
  });

  it('without a sign, as behind a network that is gone, is noticed by its silence', async () => {
    await follow();
    const old = server.last();
    server.isSilent = true;
    await pass(25_000);
    expect(old.isOpen()).toBe(true);
    await pass(26_000);
    expect([old.isOpen(), requests(), server.openStreams()]).toEqual([false, 2, 1]);
  });

  it('is opened anew at once when the network is back, and the wait is over', async () => {
    await follow();
    const { takeUp } = server;
    server.takeUp = () => Promise.reject(new TypeError('Failed to fetch'));
    server.last().breakOff();
    onlineManager.setOnline(false);
    await pass(2 * MINUTE);
    const before = requests();
    server.takeUp = takeUp;
    onlineManager.setOnline(true);
    await pass(0);
    expect(requests()).toBe(before + 1);
    expect(server.openStreams()).toBe(1);
  });

  it('is replaced when the network is back, for it may not know yet that it is gone', async () => {
    await follow();
    const old = server.last();
    onlineManager.setOnline(false);
    await pass(1_000);
    onlineManager.setOnline(true);
    await pass(0);
    expect([old.isOpen(), requests(), server.openStreams()]).toEqual([false, 2, 1]);
  });
});

describe('a stream that cannot be had', () => {
  it('for there is none on the server is not asked for again, and polling is as ever', async () => {
    server.takeUp = refuse(404);
    const { guid, change } = await follow();
    await pass(MINUTE);
    await change(null);
    await pass(10_000);
    await change(<Follower guid={guid} />);
    await pass(10 * MINUTE);
    onlineManager.setOnline(false);
    onlineManager.setOnline(true);
    await pass(MINUTE);
    expect(requests()).toBe(1);
    expect(statusReads()).toBeGreaterThan(70);
  });

  it.each([401, 403])(
    'for %i is not asked for again until something is followed anew',
    async (status) => {
      server.takeUp = refuse(status);
      const { guid, change } = await follow();
      await pass(10 * MINUTE);
      expect(requests()).toBe(1);
      await change(null);
      await pass(10_000);
      await change(<Follower guid={guid} />);
      expect(requests()).toBe(2);
    },
  );

  it('when the session ends, leaves polling to find that out', async () => {
    await follow();
    server.takeUp = refuse(401);
    server.last().end();
    await pass(0);
    expect(statusReads()).toBe(1);
    await pass(20_000);
    expect(statusReads()).toBeGreaterThanOrEqual(6);
    expect(requests()).toBe(2);
  });

  it('for there are too many is asked for when the server allows', async () => {
    server.takeUp = refuse(429, { 'retry-after': '100' });
    await follow();
    await pass(79_000);
    expect(requests()).toBe(1);
    await pass(MINUTE + 10_000);
    expect(requests()).toBe(2);
  });

  it('for what lies between keeps it back leaves polling as it was', async () => {
    server.takeUp = () => scriptedStream().response;
    await follow();
    await pass(20_000);
    expect(statusReads()).toBeGreaterThanOrEqual(6);
  });
});

describe('news that no event could tell', () => {
  it('for it was not there yet, are read as soon as it is', async () => {
    const stream = scriptedStream();
    server.takeUp = () => stream.response;
    const guid = await addMember('status:LOCKED');
    const { text } = await show(<Follower guid={guid} />);
    await pass(10_000);
    await force(guid, { connection_status: 'CONNECTED' });
    world.sent.length = 0;
    stream.say(': hello');
    await pass(0);
    expect([statusReads(), text()]).toEqual([1, 'CONNECTED settled']);
  });

  it('are not looked for where all was read just now', async () => {
    const stream = scriptedStream();
    server.takeUp = () => stream.response;
    const guid = await addMember('status:LOCKED');
    await show(<Follower guid={guid} />);
    await pass(1_000);
    world.sent.length = 0;
    stream.say(': hello');
    await pass(10_000);
    expect(statusReads()).toBe(0);
  });

  it('are not looked for by a second read while the first is under way', async () => {
    const stream = scriptedStream();
    server.takeUp = () => stream.response;
    const guid = await addMember('status:LOCKED');
    const { begin, text } = await show([<Follower key={guid} guid={guid} />]);
    let dropped = 0;
    let answer = (_: Response) => {};
    world.network = (_, { signal }) =>
      new Promise((resolve, reject) => {
        answer = resolve;
        signal?.addEventListener('abort', () => {
          dropped += 1;
          reject(new Error('aborted'));
        });
      });
    const both = [guid, 'MBR-2'].map((each) => <Follower key={each} guid={each} />);
    await begin(both);
    dropped = 0;
    stream.say(': hello');
    await begin(both);
    expect([dropped, world.underWay()]).toEqual([0, 1]);
    answer(Response.json({ member: { guid: 'MBR-2', connection_status: 'DENIED' } }));
    await pass(0);
    expect(text()).toBe('LOCKED settledDENIED settled');
  });

  it('come with the net', async () => {
    const { guid, text } = await follow();
    await force(guid, { connection_status: 'FAILED', is_being_aggregated: false });
    await pass(16_500);
    expect(text()).toBe('FAILED settled');
  });
});
