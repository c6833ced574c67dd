import type { Meter } from '@opentelemetry/api';
import type { ObserveProxy, WebhookEvent } from 'react-atrium-connect/server';

/** Pass it to `createAtriumProxy` as `observe`, with `metrics.getMeter('atrium')`. */
export function observeWith(meter: Meter): ObserveProxy {
  const requests = meter.createCounter('atrium.proxy.requests');
  const upstream = meter.createCounter('atrium.mx.requests');
  const duration = meter.createHistogram('http.server.request.duration', {
    unit: 's',
    advice: {
      explicitBucketBoundaries: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    },
  });
  const streams = meter.createGauge('atrium.proxy.streams');

  return (event) => {
    const { method, route, status, durationMs, upstreamStatus, coalesced, error } = event;
    if (event.openStreams !== undefined) streams.record(event.openStreams);
    // Its opening was the request; how long it was open would hide how long requests take.
    if (event.stream === 'ended') return;
    const labels = {
      'http.request.method': method,
      // A pattern, never an address: there are as many of them as there are routes.
      'http.route': route ?? 'none',
      'http.response.status_code': status,
      ...(error && { 'error.type': error }),
    };
    requests.add(1, labels);
    duration.record(durationMs / 1_000, labels);
    if (upstreamStatus !== undefined && coalesced !== true) {
      upstream.add(1, { 'http.response.status_code': upstreamStatus });
    }
  };
}

/** The same for `createWebhookReceiver`. */
export function observeWebhooksWith(meter: Meter): (event: WebhookEvent) => void {
  const webhooks = meter.createCounter('atrium.webhooks');
  return ({ type, outcome }) => webhooks.add(1, { type: type ?? 'none', outcome });
}
