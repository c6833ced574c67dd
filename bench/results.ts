/** What the measurements in this folder find, part by part. */
import type { Machine } from './machine.ts';
import type { Pair, Spread } from './statistics.ts';

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

/** Our widget, and MX's own. */
export type Subject = 'ours' | 'peer';

/** What a page has asked for, and how much was sent. */
export interface Traffic {
  readonly requests: number;
  /** Of 1,000 bytes, with their headers. */
  readonly kilobytes: number;
  /** Of the requests, those to neither this page nor its proxy. */
  readonly toOthers: number;
}

/** What a page holds after a collection of garbage. */
export interface Heap {
  readonly kb: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Our widget and MX's own in turn, on the same machine and with the same answers. */
export interface PeerResults {
  /** From the navigation to a search box that takes input; of a bare page of React, the floor. */
  readonly usableMs: Pair & { readonly bare: Spread };
  /** The long tasks until then, together. */
  readonly longTaskMs: Pair & { readonly bare: Spread };
  readonly sent: Readonly<Record<Subject | 'bare', Traffic>>;
  /** From the answer to a search to its rows on the screen, by how many there are. */
  readonly rowsMs: Readonly<Record<string, Pair>>;
  /** From the answer that tells of a question to its words on the screen. */
  readonly wordsMs: Pair;
  /** One connection with a question, from a page that is open to its end. */
  readonly connection: Readonly<Record<Subject, Traffic>>;
  /** Ten minutes at CREATED. */
  readonly stuck: Readonly<Record<Subject, Traffic>>;
  /** What mounting and unmounting it 200 times has left behind. */
  readonly remounted: Readonly<Record<Subject, Heap>>;
}

/** One size of something that grows. */
export interface Grown {
  readonly count: number;
  /** From the navigation to the last of them on the screen. */
  readonly usableMs: Spread;
  readonly longTaskMs: Spread;
  readonly heapMb: Spread;
  /** Of the proxy, in the second minute. */
  readonly requestsPerMinute: number;
}

/** Ours, on a page that holds more and more of it. */
export interface GrowthResults {
  /** Members in one list, all of them in the middle of a job. */
  readonly members: readonly Grown[];
  /** Widgets that wait to be told a bank. */
  readonly widgets: readonly Grown[];
}

/** A proxy while so many browsers read the status of a member each. */
export interface Load {
  readonly browsers: number;
  readonly everyMs: number;
  /** In each round: half, and 99 of 100, took no longer. */
  readonly direct: { readonly p50: Spread; readonly p99: Spread };
  readonly proxied: { readonly p50: Spread; readonly p99: Spread };
  readonly upstreamPerRequest: number;
  /** After a collection of garbage, with every connection open. */
  readonly rssMb: number;
  readonly heapMb: number;
}

export interface ProxyLoadResults {
  readonly loads: readonly Load[];
  /** The same, with two pages open for each person. */
  readonly twoPages: { readonly browsers: number; readonly upstreamPerRequest: number };
}

/** Breakages of one file that some test has noticed, and that none has. */
export interface MutatedFile {
  readonly noticed: number;
  readonly unnoticed: number;
}

export interface MutantResults {
  /** By their paths. */
  readonly files: Readonly<Record<string, MutatedFile>>;
}

export interface Parts {
  readonly screen: ScreenResults;
  readonly requests: RequestResults;
  readonly streams: StreamResults;
  readonly throughput: ThroughputResults;
  readonly redis: RedisResults;
  readonly peer: PeerResults;
  readonly growth: GrowthResults;
  readonly 'proxy-load': ProxyLoadResults;
  readonly mutants: MutantResults;
}

export type Part = keyof Parts;

export interface Taken {
  /** The day, as 2026-01-31. */
  readonly on: string;
  readonly machine: Machine;
}

/** Everything that was measured, as the runs that measured it have left it. */
export type BenchResults = { readonly [P in Part]: Parts[P] & { readonly taken: Taken } };
