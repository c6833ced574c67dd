import type { ObserveProxy } from 'react-atrium-connect/server';

/** Pass it to `createAtriumProxy` as `observe`. Nothing in an event is secret. */
export const observe: ObserveProxy = ({ method, route, status, durationMs, reason }) => {
  console.info('atrium', method, route, status, `${durationMs} ms`, reason ?? '');
};
