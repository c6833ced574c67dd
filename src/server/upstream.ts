import { orAbort } from './abort.ts';
import { readText } from './json.ts';
import type { JsonObject } from './json.ts';
import type { CheckedAccess } from './options.ts';
import { Problem } from './problem.ts';

export interface UpstreamCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base URL, every part of it checked. */
  readonly path: string;
  readonly query?: URLSearchParams | undefined;
  readonly body?: JsonObject | undefined;
}

/** What Atrium said, whatever its status. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly text: string;
  readonly requestId: string | undefined;
  readonly retryAfter: string | undefined;
}

/**
 * Calls Atrium.
 *
 * @throws Problem of kind `server` or `timeout` when there is no answer; the signal's reason
 *   when it aborts.
 */
export type Upstream = (call: UpstreamCall, signal?: AbortSignal) => Promise<UpstreamAnswer>;

const MAX_ANSWER_BYTES = 8 * 1_024 * 1_024;

/** Answers that come from something in front of Atrium rather than from Atrium. */
const WORTH_RETRYING: ReadonlySet<number> = new Set([502, 503, 504]);

export function createUpstream(access: CheckedAccess): Upstream {
  return async (call, signal) => {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), access.timeoutMs);
    const either = signal ? AbortSignal.any([deadline.signal, signal]) : deadline.signal;
    try {
      return await orAbort(send(access, call, either), either);
    } catch (error) {
      if (deadline.signal.aborted) throw new Problem('timeout');
      if (error instanceof Problem || signal?.aborted) throw error;
      throw new Problem('server', { reason: `Atrium could not be reached${networkCode(error)}.` });
    } finally {
      clearTimeout(timer);
    }
  };
}

/** A read is tried twice. A write never: the first may have been done though its answer was lost. */
async function send(
  access: CheckedAccess,
  call: UpstreamCall,
  signal: AbortSignal,
): Promise<UpstreamAnswer> {
  if (call.method !== 'GET') return sendOnce(access, call, signal);
  const first = await sendOnce(access, call, signal).catch((error: unknown) => {
    if (error instanceof Problem || signal.aborted) throw error;
    return undefined;
  });
  return first && !WORTH_RETRYING.has(first.status) ? first : sendOnce(access, call, signal);
}

async function sendOnce(
  access: CheckedAccess,
  { method, path, query, body }: UpstreamCall,
  signal: AbortSignal,
): Promise<UpstreamAnswer> {
  const search = query?.toString() ?? '';
  const response = await access.fetch(`${access.baseUrl}${path}${search && `?${search}`}`, {
    method,
    headers: body ? { ...access.headers, 'Content-Type': 'application/json' } : access.headers,
    // Following a redirect would hand the keys to wherever it points.
    redirect: 'manual',
    signal,
    ...(body && { body: JSON.stringify(body) }),
  });
  return read(response);
}

async function read(response: Response): Promise<UpstreamAnswer> {
  const { status, headers } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    await response.body?.cancel();
    throw new Problem('server', { reason: 'Atrium answered with a redirect.' });
  }
  const text = await readText(response.body, MAX_ANSWER_BYTES);
  if (text === undefined) {
    throw new Problem('server', { reason: 'Atrium answered with more than 8 MiB.' });
  }
  return {
    status,
    text,
    requestId: header(headers, 'x-request-id', /^[\w.-]{1,128}$/),
    retryAfter: header(headers, 'retry-after', /^(\d{1,6}|\w{3}, [\w: ]{1,40})$/),
  };
}

function header(headers: Headers, name: string, pattern: RegExp): string | undefined {
  const value = headers.get(name);
  return value !== null && pattern.test(value) ? value : undefined;
}

/** Node names the cause (`ECONNREFUSED`); the message itself may quote the address. */
function networkCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return /^[A-Z_]{1,40}$/.test(code) ? ` (${code})` : '';
}
