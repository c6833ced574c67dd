import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { createSandbox } from 'react-atrium-connect/sandbox';
import {
  createAtriumProxy,
  createMemoryStore,
  createWebhookReceiver,
  type AtriumProxy,
} from 'react-atrium-connect/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { observeWebhooksWith, observeWith } from '../../stories/docs/samples/metrics.ts';

let exporter: InMemoryMetricExporter;
let meters: MeterProvider;
let proxy: AtriumProxy;
/** By how much the clock moves each time that it is read: at the start of a request, and at its end. */
let stepMs = 0;

beforeEach(() => {
  exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  meters = new MeterProvider({ readers: [new PeriodicExportingMetricReader({ exporter })] });
  const sandbox = createSandbox();
  let ms = 0;
  stepMs = 0;
  proxy = createAtriumProxy({
    apiKey: 'any',
    clientId: 'any',
    baseUrl: 'https://atrium.test',
    fetch: (url, init) => sandbox.fetch(new Request(url, init)),
    resolveUser: () => ({ identifier: 'person-1' }),
    store: createMemoryStore(),
    observe: observeWith(meters.getMeter('atrium')),
    now: () => (ms += stepMs),
  });
});
afterEach(() => meters.shutdown());

const ask = (path: string, init: RequestInit = {}) =>
  proxy(new Request(`https://app.test/api/atrium${path}`, init));

/** What was last exported of a metric: the value of each series, by the values of its labels. */
async function exported(name: string): Promise<Record<string, unknown>> {
  await meters.forceFlush();
  const metrics = exporter
    .getMetrics()
    .at(-1)
    ?.scopeMetrics.flatMap((scope) => scope.metrics)
    .filter(({ descriptor }) => descriptor.name === name);
  const series = metrics?.flatMap(({ dataPoints }) =>
    dataPoints.map(
      ({ attributes, value }) => [Object.values(attributes).join(' '), value] as const,
    ),
  );
  return Object.fromEntries(series ?? []);
}

it('counts requests by route and outcome, and never by an address', async () => {
  await ask('/institutions/mxbank');
  await ask('/institutions/chase');
  await ask('/nowhere/USR-1');
  expect(await exported('atrium.proxy.requests')).toEqual({
    'GET /institutions/:code 200': 1,
    'GET /institutions/:code 404 not-found': 1,
    'GET none 404 not-found': 1,
  });
});

it('counts what is asked of MX, and not what one read has told several', async () => {
  await ask('/institutions');
  const created = await ask('/members', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://app.test' },
    body: JSON.stringify({ member: { institution_code: 'mx_bank_oauth', is_oauth: true } }),
  });
  const { member } = (await created.json()) as { member: { guid: string } };
  await Promise.all([1, 2, 3].map(() => ask(`/members/${member.guid}/status`)));
  expect(await exported('atrium.mx.requests')).toEqual({ 200: 3 });
});

it('has a histogram of durations in seconds', async () => {
  stepMs = 120;
  await ask('/institutions');
  await ask('/institutions');
  expect(await exported('http.server.request.duration')).toEqual({
    'GET /institutions 200': expect.objectContaining({
      count: 2,
      sum: expect.closeTo(0.24),
      buckets: expect.objectContaining({ boundaries: expect.arrayContaining([0.005, 1, 30]) }),
    }),
  });
});

it('shows how many streams are open, and does not take their life for a slow request', async () => {
  const readers = [await ask('/events'), await ask('/events')].map(({ body }) => body?.getReader());
  expect(await exported('atrium.proxy.streams')).toEqual({ '': 2 });
  await readers[0]?.cancel();
  expect(await exported('atrium.proxy.streams')).toEqual({ '': 1 });
  await readers[1]?.cancel();
  expect(await exported('atrium.proxy.requests')).toEqual({ 'GET /events 200': 2 });
  expect(await exported('http.server.request.duration')).toEqual({
    'GET /events 200': expect.objectContaining({ count: 2 }),
  });
});

it('counts webhooks by what they are about and what became of them', async () => {
  const receive = createWebhookReceiver({
    store: createMemoryStore(),
    credentials: { username: 'mx', password: 'secret' },
    observe: observeWebhooksWith(meters.getMeter('atrium')),
  });
  const body = JSON.stringify({
    type: 'CONNECTION_STATUS',
    user_guid: 'USR-7c6f361b-e582-15b6-60c0-358f12466b4b',
    member_guid: 'MBR-7c6f361b-e582-15b6-60c0-358f12466b4b',
  });
  const send = (authorization: string) =>
    receive(
      new Request('https://app.test/webhooks', {
        method: 'POST',
        headers: { authorization },
        body,
      }),
    );
  await send(`Basic ${btoa('mx:secret')}`);
  await send(`Basic ${btoa('mx:guess')}`);
  expect(await exported('atrium.webhooks')).toEqual({
    'CONNECTION_STATUS told': 1,
    'none unauthorized': 1,
  });
});
