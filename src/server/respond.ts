import type { Trace } from './observe.ts';
import type { PlainAnswer } from './plain.ts';
import { problemOf } from './problem.ts';

/** What nginx logs for the same: nobody is left to read the answer. */
const CLIENT_CLOSED_REQUEST = 499;

/** Every answer of the proxy is made here, so none can be cached or mistaken for a page. */
export function respond(
  requestId: string,
  status: number,
  body: PlainAnswer['body'],
  headers: Readonly<Record<string, string>> = {},
): PlainAnswer {
  return {
    status,
    body,
    headers: {
      ...(body !== null && { 'content-type': 'application/json; charset=utf-8' }),
      'cache-control': 'no-store',
      ...headers,
      'x-content-type-options': 'nosniff',
      'x-request-id': requestId,
    },
  };
}

/** Tells the browser what went wrong in our own words, and the trace why. */
export function respondToFailure(
  requestId: string,
  { signal }: Request,
  error: unknown,
  trace: Trace,
): PlainAnswer {
  if (signal.aborted) {
    trace.error = 'aborted';
    return respond(requestId, CLIENT_CLOSED_REQUEST, null);
  }
  const { kind, status, message, details } = problemOf(error);
  trace.error = kind;
  if (details.reason !== undefined) trace.reason = details.reason;
  const { memberGuid, retryAfter } = details;
  const body = { kind, message, ...(memberGuid !== undefined && { member_guid: memberGuid }) };
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  return respond(requestId, status, JSON.stringify({ error: body }), headers);
}
