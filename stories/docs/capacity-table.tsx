import type { ReactElement } from 'react';
import results from '../../bench/results.json' with { type: 'json' };
import {
  ASSUMPTIONS,
  bottlenecks,
  capacityFor,
  SIZES,
  type Capacity,
  type Shared,
} from './capacity.ts';

/** What the table takes for granted. Renders a `<p>`. */
export const CapacityAssumptions = (): ReactElement => (
  <p>
    The table is reckoned from what was measured, from MX’s 2,000 connections an address, and from
    these assumptions: a connection takes a person {ASSUMPTIONS.secondsPerConnection} seconds;{' '}
    {ASSUMPTIONS.stuckShare * 100} in 100 get stuck, and wait; MX answers in{' '}
    {ASSUMPTIONS.secondsPerAnswer} seconds; a process, a Redis or an address is planned with{' '}
    {ASSUMPTIONS.plannedShare * 100} % of what it can do; and a load balancer holds{' '}
    {number(ASSUMPTIONS.browsersPerBalancer)} browsers. “People” are those who connect a bank at one
    time, each with a stream open all the while where it says live.
  </p>
);

/** What it takes at each size, polling and live. Renders a `<table>`. */
export const CapacityTable = (): ReactElement => (
  <table>
    <thead>
      <tr>
        {HEADS.map((head) => (
          <th key={head}>{head}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {SIZES.flatMap((people) => [
        <Row key={`${people} polling`} {...capacityFor(people, 'polling', results)} />,
        <Row key={`${people} live`} {...capacityFor(people, 'live', results)} />,
      ])}
    </tbody>
  </table>
);

const HEADS = [
  'People',
  'Way',
  'Asked of MX',
  'Asked of the proxy',
  'Processes',
  'Memory',
  'Redis',
  'Too small first',
];

function Row(capacity: Capacity): ReactElement {
  const { people, way, processes } = capacity;
  return (
    <tr>
      <th>{number(people)}</th>
      <td>{way}</td>
      <td>
        {number(capacity.upstreamPerSecond)} /s from {count(capacity.addresses, 'address')}
      </td>
      <td>{number(capacity.proxyPerSecond)} /s</td>
      <td>
        {number(processes.forRequests)} for requests
        {processes.forStreams > 0 && `, ${number(processes.forStreams)} for streams`}
      </td>
      <td>{number(capacity.memoryGb)} GB</td>
      <td>
        {capacity.redisPerSecond > 0
          ? `${number(capacity.redisPerSecond)} /s, ${number(capacity.taken.redis * 100)} % of one`
          : 'none needed'}
      </td>
      <td>{tooSmall(capacity)}</td>
    </tr>
  );
}

const WORDS: Readonly<Record<Shared, string>> = {
  mx: 'one address at MX',
  redis: 'one Redis',
  events: 'every process reading every event',
  balancer: 'one load balancer',
};

function tooSmall(capacity: Capacity): string {
  const names = bottlenecks(capacity).map((name) => WORDS[name]);
  if (names.length > 0) return names.join(', ');
  const { forRequests, forStreams } = capacity.processes;
  return Math.max(forRequests, forStreams) > 1 ? 'one process' : 'nothing';
}

const number = (value: number): string =>
  value.toLocaleString('en', { maximumSignificantDigits: 2 });

const count = (value: number, one: string): string =>
  value === 1 ? `one ${one}` : `${number(value)} ${one}es`;
