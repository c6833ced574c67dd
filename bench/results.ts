/** What the measurements in this folder find, part by part. */
import type { Machine } from './machine.ts';
import type { Spread } from './statistics.ts';

/** What something costs without a stream of events, and with one. */
export interface Ways<Value> {
  readonly polling: Value;
  readonly live: Value;
}

/** From a status changing at MX to its words painted on the screen, in milliseconds. */
export interface ScreenResults {
  readonly ms: Ways<Spread>;
}

/** How often somebody is asked in the course of something. */
export interface Requests {
  readonly seconds: number;
  /** Asked of the proxy by the page. */
  readonly browser: number;
  /** Of these, reads of a member's status. */
  readonly statusReads: number;
  /** Asked of MX by the proxy. */
  readonly upstream: number;
  /** Sent by MX to the webhook receiver. */
  readonly webhooks: number;
}

export interface RequestResults {
  /** One whole connection with a question, from the opened page to its accounts. */
  readonly connection: Ways<Requests>;
  /** Ten minutes at CREATED, after which the page stops asking. */
  readonly stuck: Ways<Requests>;
}

/** Many streams of events, open in one proxy process. */
export interface StreamResults {
  readonly streams: number;
  /** Of the process before the first stream. */
  readonly baseRssMb: number;
  /** After a collection of garbage. */
  readonly rssKbPerStream: number;
  readonly heapKbPerStream: number;
  /** From the webhook's first byte to the last of one user's streams, among all the others. */
  readonly oneUserMs: Spread;
  /** From the first of one webhook for every user to the last stream. */
  readonly everyUserMs: Spread;
  /** Of one core, with heartbeats and nothing else. */
  readonly cpuAtRestPercent: number;
}

/** How many reads of a status one proxy process answers in a second of one core's time. */
export interface ThroughputResults {
  /** All for one member: nearly all are answered from what the first one read. */
  readonly shared: Spread;
  /** Each for another member: every one is asked of MX. */
  readonly single: Spread;
}

/** Two proxy processes that share a Redis, which goes away and comes back in the middle. */
export interface RedisResults {
  readonly outageSeconds: number;
  /** The longest that a page went without a fresh status, in milliseconds. */
  readonly longestGapMs: { readonly before: number; readonly during: number };
  readonly failedRequests: number;
  readonly events: {
    readonly sent: number;
    readonly delivered: number;
    /** Not delivered, and the stream was told so: the page then read everything anew. */
    readonly toldMissed: number;
    readonly lost: number;
  };
  /** What Redis does for one read of a status by a page, and for one webhook. */
  readonly commandsPerRead: number;
  readonly commandsPerWebhook: number;
  /** What one Redis takes from many connections, a command at a time. */
  readonly commandsPerSecond: number;
  /** How many events a process reads past in a second when none of them is for its own streams. */
  readonly eventsPastPerSecond: number;
  /** How often it asks Redis for them then: it takes as many at a time as there are. */
  readonly readsPerSecond: number;
}

export interface Parts {
  readonly screen: ScreenResults;
  readonly requests: RequestResults;
  readonly streams: StreamResults;
  readonly throughput: ThroughputResults;
  readonly redis: RedisResults;
}

export type Part = keyof Parts;

export interface Taken {
  /** The day, as 2026-01-31. */
  readonly on: string;
  readonly machine: Machine;
}

/** Everything that was measured, as the runs that measured it have left it. */
export type BenchResults = { readonly [P in Part]: Parts[P] & { readonly taken: Taken } };
