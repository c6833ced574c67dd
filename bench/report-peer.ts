import { middle, table, type Cell } from './report-table.ts';
import type { Heap, PeerResults, Traffic } from './results.ts';
import type { Pair, Spread } from './statistics.ts';

/** Our widget beside MX's own. */
export const opposite = (found: PeerResults): readonly string[] => [
  'Each in a page of its own, built by Vite for production and sent with gzip by one server, in one Chromium whose processor is slowed down 4 times and whose cache is empty. The network is not slowed down. Runs are taken in turn; the ratio is of each run by itself. Both have their answers from the same sandbox and proxy. MX’s widget runs on the React that it brings.',
  'In milliseconds, medians with the least and the most:',
  table(
    ['', 'bare React', 'ours', 'MX’s own', 'times ours'],
    [
      pairRow('a search box that takes input', found.usableMs, found.usableMs.bare),
      pairRow('long tasks until then, together', found.longTaskMs, found.longTaskMs.bare),
      ...Object.entries(found.rowsMs).map(([count, pair]) =>
        pairRow(`a search answer to ${Number(count).toLocaleString('en')} rows`, pair),
      ),
      pairRow('an answer with a question to its words', found.wordsMs),
    ],
  ),
  'What was asked for and sent:',
  table(
    ['', 'requests', 'of these, to others', 'KB'],
    [
      trafficRow('bare React, to its first usable screen', found.sent.bare),
      trafficRow('ours', found.sent.ours),
      trafficRow('MX’s own', found.sent.peer),
      trafficRow('one connection, ours', found.connection.ours),
      trafficRow('MX’s own', found.connection.peer),
      trafficRow('ten minutes stuck, ours', found.stuck.ours),
      trafficRow('MX’s own', found.stuck.peer),
    ],
  ),
  'Left behind by 200 times mounting and unmounting, after a collection of garbage:',
  table(
    ['', 'heap in KB', 'nodes', 'listeners'],
    [heapRow('ours', found.remounted.ours), heapRow('MX’s own', found.remounted.peer)],
  ),
  'What does not compare: MX’s widget reads a status and then a job each time, of which Atrium tells nothing, so the adapter answers for the job without a request. It ends at “Success”, where ours goes on to read the accounts found and tells them. It waits until typing has rested for 500 ms and ours for 250 ms; the time to rows begins after that, at the answer. Pictures that it asks of MX’s servers are answered at once with one point. Its words are counted when they are in the page, though it is still fading them in. One connection and the ten minutes are of pages whose clock, with those of the proxy and MX, goes as fast as everything is answered; they count requests and no time.',
];

const pairRow = (name: string, { ours, peer, ratio }: Pair, bare?: Spread): readonly Cell[] => [
  name,
  bare ? middle(bare) : '',
  middle(ours),
  middle(peer),
  middle(ratio),
];

const trafficRow = (name: string, { requests, toOthers, kilobytes }: Traffic): readonly Cell[] => [
  name,
  requests,
  toOthers,
  kilobytes,
];

const heapRow = (name: string, { kb, nodes, listeners }: Heap): readonly Cell[] => [
  name,
  kb,
  nodes,
  listeners,
];
