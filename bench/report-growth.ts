import { middle, table, type Cell } from './report-table.ts';
import type { Grown, GrowthResults, Load, ProxyLoadResults } from './results.ts';

/** Ours, as there is more of it on one page. */
export const growing = ({ members, widgets }: GrowthResults): readonly string[] => [
  'In a Chromium whose processor is slowed down 4 times; medians with the least and the most. MX allows 25 members: a host that answers for it tells of 100. Requests are of the second minute, by a clock that goes as fast as everything is answered.',
  table(
    ['', 'all there after, ms', 'long tasks, ms', 'heap, MB', 'requests a minute'],
    [
      ...members.map((size) => grownRow('members in one list', size)),
      ...widgets.map((size) => grownRow('widgets at the search', size)),
    ],
  ),
];

const grownRow = (name: string, size: Grown): readonly Cell[] => [
  `${size.count} ${name}`,
  middle(size.usableMs),
  middle(size.longTaskMs),
  middle(size.heapMb),
  size.requestsPerMinute,
];

/** A proxy, as more and more browsers poll. */
export const loaded = ({ loads, twoPages }: ProxyLoadResults): readonly string[] => [
  'Every browser reads a member of its own, so that no answer serves two; browsers, proxy and MX are processes of one machine, and MX answers at once. Fewer than 100 ask more often than every 3 seconds, or 300 reads would take hours: no read finds what the one before it has left, as none does after 3 seconds. Milliseconds, medians of the rounds with the least and the most.',
  table(
    [
      'browsers',
      'every ms',
      'direct p50',
      'p99',
      'proxied p50',
      'p99',
      'MX per request',
      'RSS, MB',
      'heap, MB',
    ],
    loads.map(loadRow),
  ),
  `With two pages open for each person, ${twoPages.browsers} browsers lead to ${twoPages.upstreamPerRequest} requests of MX for each of theirs.`,
];

const loadRow = ({ direct, proxied, ...load }: Load): readonly Cell[] => [
  load.browsers,
  load.everyMs,
  middle(direct.p50),
  middle(direct.p99),
  middle(proxied.p50),
  middle(proxied.p99),
  load.upstreamPerRequest,
  load.rssMb,
  load.heapMb,
];
