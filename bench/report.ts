import { broken } from './report-mutants.ts';
import { opposite } from './report-peer.ts';
import { growing, loaded } from './report-growth.ts';
import { number, spreads, table, type Cell } from './report-table.ts';
import type {
  BenchResults,
  RedisResults,
  RequestResults,
  Requests,
  ScreenResults,
  StreamResults,
  Taken,
  ThroughputResults,
} from './results.ts';

/** What was measured, as a page to read. */
export function report(results: Partial<BenchResults>): string {
  const { screen, requests, streams, throughput, redis, peer, growth, mutants } = results;
  const load = results['proxy-load'];
  return [
    '# What was measured',
    'Written by `npm run bench` from `results.json`. Each part can be taken again by itself, with the command under its title.',
    ...(screen ? part('From the bank to the screen', 'screen', screen, onScreen(screen)) : []),
    ...(requests ? part('What a person costs', 'requests', requests, asked(requests)) : []),
    ...(streams ? part('Many streams', 'streams', streams, opened(streams)) : []),
    ...(throughput
      ? part('Reads of a status', 'throughput', throughput, answered(throughput))
      : []),
    ...(redis ? part('Two processes and a Redis', 'redis', redis, shared(redis)) : []),
    ...(peer ? part('Beside MX’s own widget', 'peer', peer, opposite(peer)) : []),
    ...(growth ? part('More and more on one page', 'growth', growth, growing(growth)) : []),
    ...(load ? part('More and more browsers', 'proxy-load', load, loaded(load)) : []),
    ...(mutants ? section('Breaking the code', 'npm run mutants', mutants, broken(mutants)) : []),
  ].join('\n\n');
}

const part = (
  title: string,
  name: string,
  measured: { readonly taken: Taken },
  found: readonly string[],
): readonly string[] => section(title, `npm run bench -- ${name}`, measured, found);

function section(
  title: string,
  command: string,
  { taken: { on, machine } }: { readonly taken: Taken },
  found: readonly string[],
): readonly string[] {
  const versions = Object.entries(machine.versions).map((version) => version.join(' '));
  const where = `${machine.cores} cores, ${machine.memoryGib} GiB, ${machine.system}; ${versions.join(', ')}`;
  return [`## ${title}`, `\`${command}\` · ${on} · ${where}`, ...found];
}

const onScreen = ({ ms }: ScreenResults): readonly string[] => [
  'From a question of the bank standing at MX to its words painted on the page, in milliseconds. The changes are spread evenly over the three seconds between two polls.',
  spreads({ polling: ms.polling, live: ms.live }),
];

const asked = ({ connection, stuck }: RequestResults): readonly string[] => [
  'The page of the demo, with the list of members beside the widget. A connection asks one question, of a bank that takes its time as real ones do; the stuck one stays at `CREATED`.',
  table(
    ['', 'seconds', 'page → proxy', 'of these, statuses', 'proxy → MX', 'webhooks'],
    [
      requestRow('a connection, polling', connection.polling),
      requestRow('a connection, live', connection.live),
      requestRow('stuck, polling', stuck.polling),
      requestRow('stuck, live', stuck.live),
    ],
  ),
  'A connection is two short jobs, up to the question and after the answer, and the first 15 seconds of each are read at the usual pace, told or not. So what being told saves a person who connects is time; it saves requests where things take long.',
];

const requestRow = (name: string, found: Requests): readonly Cell[] => [
  name,
  found.seconds,
  found.browser,
  found.statusReads,
  found.upstream,
  found.webhooks,
];

const opened = (found: StreamResults): readonly string[] => [
  `${number(found.streams)} streams, of a user each, in one process; the browsers are played by another process of the same machine.`,
  table(
    ['', 'found'],
    [
      ['memory of the process before', `${number(found.baseRssMb)} MB`],
      [
        'of each stream, without what the kernel keeps of it',
        `${found.rssKbPerStream} KB, of which ${found.heapKbPerStream} KB heap`,
      ],
      ['at rest, with heartbeats', `${found.cpuAtRestPercent} % of one core`],
    ],
  ),
  'From a webhook to the last stream that it concerns, in milliseconds:',
  spreads({ 'one user among all': found.oneUserMs, 'a webhook for every user': found.everyUserMs }),
];

const answered = ({ shared, single }: ThroughputResults): readonly string[] => [
  'Answered by one process in each second of one core’s time, its own HTTP calls to MX included.',
  spreads({ 'everybody asks for one member': shared, 'everybody asks for another': single }),
];

const shared = (found: RedisResults): readonly string[] => [
  `Redis is ended in the middle and comes back empty after ${found.outageSeconds} seconds. Pages are live, and are served by both processes in turn; webhooks go to one of them.`,
  table(
    ['', 'found'],
    [
      ['longest time without a fresh status before', `${number(found.longestGapMs.before)} ms`],
      ['and in the outage', `${number(found.longestGapMs.during)} ms`],
      ['requests of pages that failed', found.failedRequests],
      ['events sent, at a stream of each process', found.events.sent],
      ['delivered', found.events.delivered],
      ['missed, of which the stream was told', found.events.toldMissed],
      ['lost without a word', found.events.lost],
      ['Redis commands for a read of a status', found.commandsPerRead],
      ['for a webhook', found.commandsPerWebhook],
      ['one Redis takes, a command at a time', `${number(found.commandsPerSecond)} /s`],
      ['a process reads past', `${number(found.eventsPastPerSecond)} events/s`],
      ['in', `${number(found.readsPerSecond)} reads/s`],
    ],
  ),
];
