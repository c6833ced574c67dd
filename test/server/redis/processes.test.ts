import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { lastIdIn } from '../event-reader.ts';
import { Deferred } from '../support.ts';
import { newMember, startFleet } from './fleet.ts';
import type { Fleet, ProxyProcess } from './fleet.ts';

vi.setConfig({ hookTimeout: 60_000 });

const PATIENCE = { timeout: 20_000, interval: 25 };

let fleet: Fleet;
let first: ProxyProcess;
let second: ProxyProcess;

beforeAll(async () => {
  fleet = await startFleet();
  ({ first, second } = fleet);
});
afterEach(async () => {
  expect([first.isAlive, second.isAlive, first.errors, second.errors]).toEqual([
    true,
    true,
    '',
    '',
  ]);
});
afterAll(() => fleet?.stop());

const event = (member: string): string =>
  `event: member\ndata: {"member_guid":"${member}","change":"status"}\n\n`;

/** Both processes share again what they read. */
const together = (): Promise<void> =>
  vi.waitFor(async () => {
    const member = newMember();
    const seen = await Promise.all([first.read(member), second.read(member)]);
    expect([...seen, fleet.upstream.readsOf(member)]).toEqual(['READ-1', 'READ-1', 1]);
  }, PATIENCE);

describe('a webhook at one process', () => {
  it('is told to a page at the other, and at its own', async () => {
    const member = newMember();
    const streams = await Promise.all([first.open(), second.open()]);
    await first.webhook(member);
    for (const stream of streams) {
      expect(await stream.until('event: member')).toContain(event(member));
      await stream.cancel();
    }
  });

  it('makes the status be read anew at the other before its pages are told', async () => {
    const member = newMember();
    const stream = await second.open();
    expect(await first.read(member)).toBe('READ-1');
    expect(await second.read(member)).toBe('READ-1');
    await first.webhook(member);
    await stream.until(event(member));
    expect(await second.read(member)).toBe('READ-2');
    expect(await first.read(member)).toBe('READ-2');
    await stream.cancel();
  });
});

describe('a page that comes back', () => {
  it('is told at another process what came in between', async () => {
    const [before, between, after] = [newMember(), newMember(), newMember()];
    const stream = await first.open();
    await second.webhook(before);
    const lastEventId = lastIdIn(await stream.until(event(before)));
    // Random: Redis's own ids would show when the last event of any user was.
    expect(lastEventId).toMatch(/^[0-9a-f-]{36}$/);
    await stream.cancel();
    await first.webhook(between);
    // The other process may hear of it a moment later than the page comes.
    const again = await second.open(lastEventId);
    await second.webhook(after);
    const text = await again.until(event(after));
    expect(text).toContain(event(between));
    expect(text).not.toContain(event(before));
    expect(text).not.toContain('missed');
    await again.cancel();
  });

  it('is told that it missed something where that cannot be known', async () => {
    const stream = await first.open('1-1');
    expect(await stream.until('missed')).toMatch(
      /id: [0-9a-f-]{36}\nevent: missed\ndata: \{\}\n\n$/,
    );
    await stream.cancel();
  });
});

describe('the status of a member', () => {
  it('is read from MX once, however many ask at both processes at once', async () => {
    const member = newMember();
    const gate = new Deferred<void>();
    fleet.upstream.gate = gate.promise;
    const reads = Array.from({ length: 20 }, (_, index) =>
      (index % 2 === 0 ? first : second).read(member),
    );
    await vi.waitFor(() => expect(fleet.upstream.readsOf(member)).toBe(1), PATIENCE);
    gate.resolve();
    expect(new Set(await Promise.all(reads))).toEqual(new Set(['READ-1']));
    expect(fleet.upstream.readsOf(member)).toBe(1);
  });

  it('is read from MX once in three seconds by both processes together', async () => {
    const member = newMember();
    const seen: string[] = [];
    const startedAt = performance.now();
    await vi.waitFor(
      async () => {
        seen.push(await first.read(member), await second.read(member));
        expect(seen).toContain('READ-2');
      },
      { timeout: 20_000, interval: 100 },
    );
    expect(performance.now() - startedAt).toBeGreaterThan(2_900);
    expect(seen.length).toBeGreaterThan(10);
    expect(fleet.upstream.readsOf(member)).toBe(2);
  });

  it('is read anew at one process after a write at the other', async () => {
    const member = newMember();
    expect(await first.read(member)).toBe('READ-1');
    await second.write(member);
    expect(await first.read(member)).toBe('READ-2');
    expect(await second.read(member)).toBe('READ-2');
  });

  it('is not shared when it left before a write at the other process', async () => {
    const member = newMember();
    const gate = new Deferred<void>();
    fleet.upstream.gate = gate.promise;
    const early = first.read(member);
    await vi.waitFor(() => expect(fleet.upstream.readsOf(member)).toBe(1), PATIENCE);
    fleet.upstream.gate = Promise.resolve();
    await second.write(member);
    expect(await second.read(member)).toBe('READ-2');
    gate.resolve();
    expect(await early).toBe('READ-1');
    expect(await first.read(member)).toBe('READ-2');
    expect(await second.read(member)).toBe('READ-2');
  });

  it('is read by another process when the one that was reading it dies', async () => {
    const member = newMember();
    const third = await fleet.startProcess();
    fleet.upstream.gate = new Promise(() => {});
    const lost = third.read(member).catch(() => 'lost');
    await vi.waitFor(() => expect(fleet.upstream.readsOf(member)).toBe(1), PATIENCE);
    await third.kill();
    expect(await lost).toBe('lost');
    fleet.upstream.gate = Promise.resolve();
    expect(await first.read(member)).toBe('READ-2');
  });
});

describe('when Redis is killed', () => {
  it.each<[string, () => Promise<void>, boolean]>([
    ['with what it had', () => fleet.redis.kill(), false],
    ['and all is lost', () => fleet.redis.lose(), true],
  ])('%s, everything goes on, and comes together again', async (_how, kill, isLost) => {
    await together();
    const [known, before, during, after] = [newMember(), newMember(), newMember(), newMember()];
    const [here, there] = await Promise.all([first.open(), second.open()]);
    await first.webhook(before);
    const lastEventId = lastIdIn(await there.until(event(before)));
    await here.until(event(before));
    const waiting = new Deferred<void>();
    fleet.upstream.gate = waiting.promise;
    const underWay = [first.read(known), second.read(known)];
    await vi.waitFor(() => expect(fleet.upstream.readsOf(known)).toBe(1), PATIENCE);

    await kill();
    waiting.resolve();
    for (const read of await Promise.all(underWay)) expect(read).toMatch(/^READ-[12]$/);
    expect(await first.health()).toBe('redis-unreachable');
    // Each process by itself: no more than one read each, and nobody waits.
    const startedAt = performance.now();
    const alone = newMember();
    await Promise.all([first.read(alone), first.read(alone), second.read(alone)]);
    await first.write(alone);
    expect(fleet.upstream.readsOf(alone)).toBe(2);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
    // What MX says meanwhile is told at once where it arrives.
    await first.webhook(during);
    await here.until(event(during));

    await fleet.redis.restart();
    // And to the others when they can be told, or what is missing is.
    const back = await second.open(lastEventId);
    for (const stream of [there, back]) {
      const told = await stream.until(isLost ? 'missed' : event(during));
      expect(told.includes('missed')).toBe(isLost);
    }
    if (isLost) await here.until('missed');
    await second.webhook(after);
    for (const stream of [here, there, back]) {
      await stream.until(event(after));
      await stream.cancel();
    }
    await together();
    expect(await first.health()).toBe('redis');
  });
});
