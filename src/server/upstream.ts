import { parseJson, readText } from './json.ts';
import type { JsonObject } from './json.ts';
import type { KeyHeaders } from './keys.ts';
import type { CheckedAccess } from './options.ts';
import { Problem } from './problem.ts';
import { requestIdIn } from './trace-headers.ts';

/** A call, in Atrium's words whichever API is asked. */
export interface UpstreamCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base URL, every part of it checked. */
  readonly path: string;
  readonly query?: URLSearchParams | undefined;
  readonly body?: JsonObject | undefined;
  /** Headers that identify the browser's request in MX's logs. */
  readonly trace?: Readonly<Record<string, string>> | undefined;
}

/** What MX said, whatever its status. Plain JSON, so that it may be kept outside this process. */
export interface UpstreamAnswer {
  /** 204 for any success that came without a body, except to a read. */
  readonly status: number;
  /** In Atrium's words if it is a success. `undefined` without a body, or when it is not JSON. */
  readonly body?: unknown;
  /** How long the body was, in characters. */
  readonly size?: number | undefined;
  readonly requestId?: string | undefined;
  /** In whole seconds. */
  readonly retryAfter?: string | undefined;
}

/**
 * Calls one of MX's APIs, in Atrium's words. The signal is the only time limit.
 *
 * @throws Problem of kind `server` when MX sends no usable response; the signal's reason when it
 *   aborts.
 */
export type Upstream = (call: UpstreamCall, signal: AbortSignal) => Promise<UpstreamAnswer>;

const MAX_ANSWER_BYTES = 8 * 1_024 * 1_024;

/** Answers that come from something in front of MX rather than from MX. */
const WORTH_RETRYING: ReadonlySet<number> = new Set([502, 503, 504]);

export const isSuccess = ({ status }: Pick<UpstreamAnswer, 'status'>): boolean =>
  status >= 200 && status < 300;

export function createUpstream(access: CheckedAccess): Upstream {
  const { request, answer } = access.dialect;
  return async (call, signal) => {
    try {
      const said = await send(access, request(call), signal);
      return isSuccess(said) ? { ...said, body: answer(said.body) } : said;
    } catch (error) {
      if (error instanceof Problem || signal.aborted) throw error;
      throw new Problem('server', { reason: `MX could not be reached${networkCode(error)}.` });
    }
  };
}

/** MX carries out nothing that it answers with 401, so a write can be sent with other keys too. */
async function send(
  access: CheckedAccess,
  call: UpstreamCall,
  signal: AbortSignal,
): Promise<UpstreamAnswer> {
  const keys = access.keys.known() ?? (await access.keys.load(signal));
  const answer = await sendWith(keys, access, call, signal);
  if (answer.status !== 401) return answer;
  const others = await access.keys.renew(keys, signal);
  return others ? sendWith(others, access, call, signal) : answer;
}

/** A read is tried twice. A write never: the first may have been done though its answer was lost. */
async function sendWith(
  keys: KeyHeaders,
  access: CheckedAccess,
  call: UpstreamCall,
  signal: AbortSignal,
): Promise<UpstreamAnswer> {
  if (call.method !== 'GET') return sendOnce(keys, access, call, signal);
  const first = await sendOnce(keys, access, call, signal).catch((error: unknown) => {
    if (error instanceof Problem || signal.aborted) throw error;
    return undefined;
  });
  return first && !WORTH_RETRYING.has(first.status) ? first : sendOnce(keys, access, call, signal);
}

async function sendOnce(
  keys: KeyHeaders,
  access: CheckedAccess,
  { method, path, query, body, trace }: UpstreamCall,
  signal: AbortSignal,
): Promise<UpstreamAnswer> {
  // A `fetch` that ignores its signal must not lead to another call.
  signal.throwIfAborted();
  const search = query?.toString() ?? '';
  const response = await access.fetch(`${access.baseUrl}${path}${search && `?${search}`}`, {
    method,
    headers: { ...keys, ...trace, ...(body && { 'Content-Type': 'application/json' }) },
    // Following a redirect would hand the keys to wherever it points.
    redirect: 'manual',
    signal,
    ...(body && { body: JSON.stringify(body) }),
  });
  return read(method, response);
}

async function read(method: UpstreamCall['method'], response: Response): Promise<UpstreamAnswer> {
  const { status, headers } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    await response.body?.cancel();
    throw new Problem('server', { reason: 'MX answered with a redirect.' });
  }
  const text = await readText(response.body, MAX_ANSWER_BYTES);
  if (text === undefined) {
    throw new Problem('server', { reason: 'MX answered with more than 8 MiB.' });
  }
  const isDone = isSuccess({ status }) && text === '' && method !== 'GET';
  return {
    status: isDone ? 204 : status,
    body: parseJson(text),
    size: text.length,
    requestId: requestIdIn(headers),
    retryAfter: retryAfterIn(headers),
  };
}

/** In whole seconds. A date counts from the `Date` of the response, since no two clocks agree. */
function retryAfterIn(headers: Headers): string | undefined {
  const value = headers.get('retry-after') ?? '';
  if (/^\d{1,6}$/.test(value)) return value;
  const now = Date.parse(headers.get('date') ?? '') || Date.now();
  const waitMs = Date.parse(value) - now;
  return Number.isNaN(waitMs) ? undefined : String(Math.ceil(Math.max(waitMs, 0) / 1_000));
}

/** Node names the cause (`ECONNREFUSED`); the message itself may quote the address. */
function networkCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return /^[A-Z_]{1,40}$/.test(code) ? ` (${code})` : '';
}
