import type { BenchResults, Requests, Ways } from '../../bench/results.ts';

/** What nobody here has measured. Everything else in the table comes from bench/results.json. */
export interface Assumptions {
  /** How long a connection takes a person. */
  readonly secondsPerConnection: number;
  /** The share of people whose connection gets nowhere, and who wait. */
  readonly stuckShare: number;
  /** How long MX takes to answer. */
  readonly secondsPerAnswer: number;
  /** How much of what was measured at best is planned with. */
  readonly plannedShare: number;
  /** How many browsers one load balancer holds. */
  readonly browsersPerBalancer: number;
}

export const ASSUMPTIONS: Assumptions = {
  secondsPerConnection: 90,
  stuckShare: 0.02,
  secondsPerAnswer: 0.3,
  plannedShare: 0.5,
  browsersPerBalancer: 100_000,
};

/** What MX allows at once from one IP address, on the Platform API. */
const MX_CONNECTIONS = 2_000;

export const SIZES: readonly number[] = [1e3, 1e4, 1e5, 1e6, 1e7];

/** What is shared by all processes, so that more processes do not help. */
export type Shared = 'mx' | 'redis' | 'events' | 'balancer';

export interface Capacity {
  readonly people: number;
  readonly way: keyof Ways<unknown>;
  readonly upstreamPerSecond: number;
  /** From how many addresses MX has to be asked. */
  readonly addresses: number;
  readonly proxyPerSecond: number;
  readonly processes: { readonly forRequests: number; readonly forStreams: number };
  readonly memoryGb: number;
  readonly redisPerSecond: number;
  /** How much is taken of each thing that is shared, 1 being all that one of it gives. */
  readonly taken: Readonly<Record<Shared, number>>;
}

/** What the table is reckoned from. */
export type CapacityResults = Pick<BenchResults, 'requests' | 'streams' | 'throughput' | 'redis'>;

/** What it takes to have so many people connecting their banks at one time. */
export function capacityFor(
  people: number,
  way: Capacity['way'],
  { requests, streams, throughput, redis }: CapacityResults,
  assumed: Assumptions = ASSUMPTIONS,
): Capacity {
  const { connection, stuck } = requests;
  const { plannedShare, stuckShare } = assumed;
  const rate = (what: Exclude<keyof Requests, 'seconds'>): number =>
    (people * (1 - stuckShare) * connection[way][what]) / assumed.secondsPerConnection +
    (people * stuckShare * stuck[way][what]) / stuck[way].seconds;

  const upstreamPerSecond = rate('upstream');
  const webhooksPerSecond = way === 'live' ? rate('webhooks') : 0;
  const proxyPerSecond = rate('browser') + webhooksPerSecond;
  const open = way === 'live' ? people : 0;
  const forRequests = Math.ceil(proxyPerSecond / (throughput.single.median * plannedShare));
  const forStreams = Math.ceil(open / streams.streams);
  const processes = Math.max(forRequests, forStreams);
  // One process needs no Redis, and without events none has anything to tell the others.
  const redisPerSecond =
    way === 'live' && processes > 1
      ? rate('statusReads') * redis.commandsPerRead +
        webhooksPerSecond * redis.commandsPerWebhook +
        Math.min(webhooksPerSecond, redis.readsPerSecond) * processes
      : 0;
  const atMx = upstreamPerSecond * assumed.secondsPerAnswer;
  return {
    people,
    way,
    upstreamPerSecond,
    addresses: Math.ceil(atMx / MX_CONNECTIONS),
    proxyPerSecond,
    processes: { forRequests, forStreams },
    memoryGb: (processes * streams.baseRssMb) / 1e3 + (open * streams.rssKbPerStream) / 1e6,
    redisPerSecond,
    taken: {
      mx: atMx / MX_CONNECTIONS,
      redis: redisPerSecond / redis.commandsPerSecond,
      events: processes > 1 ? webhooksPerSecond / redis.eventsPastPerSecond : 0,
      balancer: people / assumed.browsersPerBalancer,
    },
  };
}

/** What is taken beyond the planned share, most of all first: more than one of each is needed. */
export function bottlenecks(
  { taken }: Capacity,
  { plannedShare }: Assumptions = ASSUMPTIONS,
): readonly Shared[] {
  const shared: readonly Shared[] = ['mx', 'redis', 'events', 'balancer'];
  return shared
    .filter((name) => taken[name] > plannedShare)
    .toSorted((one, other) => taken[other] - taken[one]);
}
