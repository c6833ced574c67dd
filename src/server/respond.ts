import type { Trace } from './observe.ts';
import type { PlainAnswer } from './plain.ts';
import { problemOf } from './problem.ts';

/** What nginx logs for the same: nobody is left to read the answer. */
const CLIENT_CLOSED_REQUEST = 499;

/** On every response: other sites cannot embed it, and nothing stores it or takes it for a page. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Makes every response of the proxy. */
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
      ...SAFE_HEADERS,
      ...headers,
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
