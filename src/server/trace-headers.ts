/** Fit for any log: no space, no markup. */
const REQUEST_ID = /^[\w.-]{1,128}$/;
/** W3C Trace Context, version 00: neither id may be all zeros. */
const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Returns `x-request-id`, or `undefined` if it is missing or not fit for a log. */
export const requestIdIn = (headers: Headers): string | undefined =>
  matching(headers.get('x-request-id'), REQUEST_ID);

/** Returns the headers that let MX's logs be joined with the host's, if there are any. */
export function traceHeadersIn(headers: Headers): Readonly<Record<string, string>> | undefined {
  const requestId = requestIdIn(headers);
  const traceparent = matching(headers.get('traceparent'), TRACEPARENT);
  if (requestId === undefined && traceparent === undefined) return undefined;
  return {
    ...(requestId !== undefined && { 'x-request-id': requestId }),
    ...(traceparent !== undefined && { traceparent }),
  };
}

function matching(value: string | null, pattern: RegExp): string | undefined {
  return value !== null && pattern.test(value) ? value : undefined;
}
