import { describe, expect, it } from 'vitest';
import type { Requests } from '../../bench/results.ts';
import {
  bottlenecks,
  capacityFor,
  SIZES,
  type Assumptions,
  type CapacityResults,
} from '../../stories/docs/capacity.ts';
import measured from '../../bench/results.json' with { type: 'json' };

const taken = {
  on: '2026-01-31',
  machine: { cores: 2, memoryGib: 24, system: 'linux', versions: {} },
};
const spread = (median: number) => ({ count: 1, min: median, median, p95: median, max: median });
const requests = (
  seconds: number,
  [browser, statusReads, upstream, webhooks]: readonly [number, number, number, number],
): Requests => ({ seconds, browser, statusReads, upstream, webhooks });

/** Round figures, to reckon with by hand. */
const RESULTS: CapacityResults = {
  requests: {
    taken,
    connection: {
      polling: requests(90, [30, 20, 27, 0]),
      live: requests(90, [18, 6, 15, 3]),
    },
    stuck: { polling: requests(600, [60, 60, 60, 0]), live: requests(600, [30, 30, 30, 0]) },
  },
  streams: {
    taken,
    streams: 5_000,
    baseRssMb: 100,
    rssKbPerStream: 20,
    heapKbPerStream: 10,
    oneUserMs: spread(5),
    everyUserMs: spread(1_000),
    cpuAtRestPercent: 1,
  },
  throughput: { taken, shared: spread(5_000), single: spread(2_000) },
  redis: {
    taken,
    outageSeconds: 20,
    longestGapMs: { before: 15_000, during: 15_000 },
    failedRequests: 0,
    events: { sent: 1, delivered: 1, toldMissed: 0, lost: 0 },
    commandsPerRead: 4,
    commandsPerWebhook: 6,
    commandsPerSecond: 100_000,
    eventsPastPerSecond: 10_000,
    readsPerSecond: 1_000,
  },
};

const ASSUMED: Assumptions = {
  secondsPerConnection: 90,
  stuckShare: 0.1,
  secondsPerAnswer: 0.3,
  plannedShare: 0.5,
  browsersPerBalancer: 100_000,
};

const at = (people: number, way: 'polling' | 'live') => capacityFor(people, way, RESULTS, ASSUMED);

describe('the capacity of a size', () => {
  it('is one process and no Redis for a thousand people who poll', () => {
    // 900 people at 27 calls in 90 s, and 100 who are stuck at 60 in 600 s: 270 + 10.
    // 900 at 30 requests in 90 s, and 100 at 60 in 600 s: 300 + 10, of 1,000 that are planned with.
    expect(at(1_000, 'polling')).toEqual({
      people: 1_000,
      way: 'polling',
      upstreamPerSecond: 280,
      addresses: 1,
      proxyPerSecond: 310,
      processes: { forRequests: 1, forStreams: 0 },
      memoryGb: 0.1,
      redisPerSecond: 0,
      taken: { mx: 0.042, redis: 0, events: 0, balancer: 0.01 },
    });
    expect(bottlenecks(at(1_000, 'polling'), ASSUMED)).toEqual([]);
  });

  it('counts the streams, the webhooks and their way through Redis for those who do not', () => {
    // To MX: 9,000 × 15 / 90 and 1,000 × 30 / 600. Webhooks: 9,000 × 3 / 90.
    // To the proxy: 9,000 × 18 / 90 + 50, and the 300 webhooks: 2,150 of 1,000 a process.
    // Redis: 650 reads × 4, and 300 webhooks × (6, and one read in each of 3 processes).
    expect(at(10_000, 'live')).toEqual({
      people: 10_000,
      way: 'live',
      upstreamPerSecond: 1_550,
      addresses: 1,
      proxyPerSecond: 2_150,
      processes: { forRequests: 3, forStreams: 2 },
      memoryGb: 0.5,
      redisPerSecond: 5_300,
      taken: { mx: 0.2325, redis: 0.053, events: 0.03, balancer: 0.1 },
    });
  });

  it('asks MX from more addresses once one is not enough', () => {
    // 100,000 people poll: 28,000 calls a second, 8,400 under way at once, 2,000 from an address.
    expect(at(100_000, 'polling')).toMatchObject({ addresses: 5, taken: { mx: 4.2 } });
  });

  it('names what is too small, the worst first', () => {
    // Live, a million: 215 processes, each of which gets all 30,000 events a second in 1,000 reads.
    const { taken: shares } = at(1_000_000, 'live');
    expect(shares.mx).toBeCloseTo(23.25);
    expect(shares.balancer).toBe(10);
    expect(shares.redis).toBeCloseTo((65_000 * 4 + 30_000 * 6 + 1_000 * 215) / 100_000);
    expect(shares.events).toBe(3);
    expect(bottlenecks(at(1_000_000, 'live'), ASSUMED)).toEqual([
      'mx',
      'balancer',
      'redis',
      'events',
    ]);
  });

  it('runs as many processes as the dearer of streams and requests takes', () => {
    // 1,000 live people send 215 requests a second and hold 1,000 streams.
    const streams = { ...RESULTS.streams, streams: 250 };
    expect(capacityFor(1_000, 'live', { ...RESULTS, streams }, ASSUMED)).toMatchObject({
      processes: { forRequests: 1, forStreams: 4 },
      memoryGb: 4 * 0.1 + 0.02,
    });
  });

  it('does not reckon with a Redis where one process does', () => {
    expect(at(1_000, 'live')).toMatchObject({
      processes: { forRequests: 1, forStreams: 1 },
      redisPerSecond: 0,
      taken: { redis: 0, events: 0 },
    });
  });
});

it.each(SIZES)('has every figure that the table shows for %i people', (people) => {
  for (const way of ['polling', 'live'] as const) {
    const { taken: shares, processes, ...figures } = capacityFor(people, way, measured);
    const all = Object.values({ ...figures, ...shares, ...processes });
    expect(all.filter((value) => value !== way && !Number.isFinite(value))).toEqual([]);
  }
});
