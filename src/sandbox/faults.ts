/** Which requests go wrong. Absent: every request, except to the sandbox's own controls. */
export interface FaultMatch {
  readonly method?: string;
  /** A regular expression, or a whole path in which `*` stands for any one segment. */
  readonly path?: RegExp | string;
}

/** What goes wrong. */
export type FaultKind =
  /** The answer comes late, `latencyMs` late, and is right. */
  | { readonly kind: 'latency' }
  /** The request is refused without being looked at. Default body: an error of MX's shape. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: unknown;
      /** Sent as `Retry-After`: seconds, or an HTTP date. */
      readonly retryAfter?: number | string;
    }
  /** The connection breaks before the request is looked at. */
  | { readonly kind: 'drop' }
  /** The request is carried out, and the connection breaks before the answer. */
  | { readonly kind: 'lost-answer' }
  /** The answer is cut off in the middle of its JSON. */
  | { readonly kind: 'malformed' }
  /** A gateway's error page: 502 and HTML. */
  | { readonly kind: 'html' }
  /** The answer is right, and its body is missing. */
  | { readonly kind: 'empty' }
  /** Every connection status is a word that no client knows. Default: `QUARANTINED`. */
  | { readonly kind: 'unknown-status'; readonly connectionStatus?: string }
  /** 503 and the right answer by turns, 503 first. */
  | { readonly kind: 'flap' };

/** A rule for things to go wrong. The first rule that matches a request decides. */
export type Fault = FaultKind & {
  readonly match?: FaultMatch;
  /** After how many requests the rule is spent. Default: never. */
  readonly times?: number;
  /** How long to wait before anything else, in milliseconds. Default: 0. */
  readonly latencyMs?: number;
};

/** The rules in force. */
export interface Faults {
  /** Adds a rule, behind those that are there. Calling what it returns takes the rule away. */
  add(fault: Fault): () => void;
  /** Takes every rule away. */
  clear(): void;
}

/** The rules, and the hand that applies them. */
export interface FaultBox extends Faults {
  readonly count: () => number;
  /** Answers a request with `answer`, unless a rule says otherwise. */
  apply(request: Request, answer: () => Promise<Response>): Promise<Response>;
}

interface Rule {
  readonly fault: Fault;
  hits: number;
}

/** A box with these rules in it. */
export function createFaults(initial: readonly Fault[] = []): FaultBox {
  const rules: Rule[] = initial.map((fault) => ({ fault, hits: 0 }));
  const isSpent = ({ fault, hits }: Rule) => hits >= (fault.times ?? Infinity);
  return {
    count: () => rules.filter((rule) => !isSpent(rule)).length,
    add(fault) {
      const rule: Rule = { fault, hits: 0 };
      rules.push(rule);
      return () => void (rules.includes(rule) && rules.splice(rules.indexOf(rule), 1));
    },
    clear: () => void rules.splice(0),
    async apply(request, answer) {
      const rule = rules.find((each) => !isSpent(each) && matches(each.fault.match, request));
      if (rule === undefined) {
        return answer();
      }
      rule.hits += 1;
      if (rule.fault.latencyMs !== undefined) {
        await wait(rule.fault.latencyMs, request.signal);
      }
      return spoil(rule, answer);
    },
  };
}

function matches({ method, path }: FaultMatch = {}, request: Request): boolean {
  const { pathname } = new URL(request.url);
  const isMethod = method === undefined || method.toUpperCase() === request.method;
  return isMethod && (path === undefined || pattern(path).test(pathname));
}

function pattern(path: RegExp | string): RegExp {
  if (typeof path !== 'string') {
    // A copy, because an expression with a `g` flag remembers where it was.
    return new RegExp(path);
  }
  const escaped = path.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '[^/]*')}$`);
}

async function spoil({ fault, hits }: Rule, answer: () => Promise<Response>): Promise<Response> {
  switch (fault.kind) {
    case 'latency':
      return answer();
    case 'status':
      return refusal(fault.status, fault.body, fault.retryAfter);
    case 'drop':
      return brokenConnection();
    case 'lost-answer':
      await answer();
      return brokenConnection();
    case 'malformed':
      return rewritten(await answer(), (body) => body.slice(0, Math.ceil(body.length / 2)));
    case 'html':
      return new Response('<!doctype html><title>502</title><h1>Bad Gateway</h1>', {
        status: 502,
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
      });
    case 'empty':
      return rewritten(await answer(), () => '');
    case 'unknown-status':
      return rewritten(await answer(), (body) =>
        body.replaceAll(
          /"connection_status":(?:null|"[A-Z]*")/g,
          `"connection_status":${JSON.stringify(fault.connectionStatus ?? 'QUARANTINED')}`,
        ),
      );
    case 'flap':
      return hits % 2 === 1 ? refusal(503) : answer();
    default:
      return fault satisfies never;
  }
}

/** Statuses that may not have a body. */
const BODILESS: readonly number[] = [204, 205, 304];

function refusal(status: number, body?: unknown, retryAfter?: number | string): Response {
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'Retry-After': `${retryAfter}` };
  return BODILESS.includes(status)
    ? new Response(null, { status, headers })
    : Response.json(body ?? { error: { message: `The sandbox was told to answer ${status}.` } }, {
        status,
        headers,
      });
}

/** What `fetch` does when the connection breaks. */
function brokenConnection(): never {
  throw new TypeError('fetch failed: the sandbox was told to break this connection.');
}

async function rewritten(response: Response, change: (body: string) => string): Promise<Response> {
  const body = await response.text();
  const headers = new Headers(response.headers);
  headers.delete('Content-Length');
  return new Response(body === '' ? null : change(body), { status: response.status, headers });
}

/** Waits, and gives up as `fetch` does when the caller gives up. */
function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
