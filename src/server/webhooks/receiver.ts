import { checkDuration, checkFunctions, checkNames, checkStore } from '../check.ts';
import type { Names } from '../check.ts';
import { parseJson } from '../json.ts';
import { createMistakeLog, OBSERVE_FAILED } from '../mistake-log.ts';
import { notify } from '../observe.ts';
import { readRequestBody } from '../request-body.ts';
import { SAFE_HEADERS } from '../respond.ts';
import type { AtriumStore } from '../store.ts';
import { createCredentialCheck } from './credentials.ts';
import type { WebhookCredentials } from './credentials.ts';
import { noticesOf, typeOf } from './notices.ts';
import type { WebhookType } from './notices.ts';

/** What became of a webhook, and the status that MX was given. */
const STATUSES = {
  told: 204,
  /** It names no member, or no user. */
  ignored: 204,
  /** Not JSON. MX asks for no error then. */
  unreadable: 204,
  /** The store could not tell. Nothing is lost for good: pages look by themselves, later. */
  failed: 204,
  unauthorized: 401,
  'wrong-method': 405,
  /** The body did not arrive in time, or not whole. MX sends it again. */
  incomplete: 408,
  'too-large': 413,
} as const;

export type WebhookOutcome = keyof typeof STATUSES;

/** One finished webhook, the telling included. Holds nothing that MX sent but what is a known word. */
export interface WebhookEvent {
  /** `OTHER` for one that this build does not know; `null` when none was read. */
  readonly type: WebhookType | 'OTHER' | null;
  readonly outcome: WebhookOutcome;
  readonly status: number;
  readonly durationMs: number;
}

export interface WebhookReceiverOptions {
  /** The one that the proxy was given, or one on the same Redis. */
  readonly store: AtriumStore;
  /**
   * The username and password that MX sends as HTTP Basic. With `'none'`, anyone can post here.
   * Their notices are never trusted, but each one makes a page ask MX. Use `'none'` only if
   * something in front of your server checks the sender.
   */
  readonly credentials: WebhookCredentials | 'none';
  /** Called once a webhook, for logs and metrics. */
  readonly observe?: ((event: WebhookEvent) => void) | undefined;
  /**
   * How long a body may take to arrive, in milliseconds.
   *
   * @default 10_000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * The clock, in milliseconds.
   *
   * @default Date.now
   */
  readonly now?: (() => number) | undefined;
}

/** What a runtime offers that stops a handler's work once it has answered, such as a Worker. */
export interface WebhookContext {
  readonly waitUntil?: (work: Promise<unknown>) => void;
}

/** Answers one of MX's webhooks. The promise never rejects. */
export type WebhookReceiver = (request: Request, context?: WebhookContext) => Promise<Response>;

/**
 * A handler for MX's webhooks: it tells every page that follows the member to look again, and
 * believes nothing else of what they say. MX is answered 204 before anybody is told.
 *
 * Mount it where MX can reach it, beside the proxy and not below it, and name that address in the
 * MX dashboard.
 *
 * @example
 * const webhooks = createWebhookReceiver({
 *   store,
 *   credentials: { username: 'mx', password: process.env.WEBHOOK_PASSWORD },
 * });
 * app.post('/webhooks/mx', (c) => webhooks(c.req.raw)); // Hono
 * app.use('/webhooks/mx', toNodeListener(webhooks)); // Express, before any body parser
 * export default { fetch: (request, env, context) => webhooks(request, context) }; // a Worker
 *
 * @throws TypeError when an option is missing or wrong.
 */
export function createWebhookReceiver(options: WebhookReceiverOptions): WebhookReceiver {
  const reading = checkOptions(options);
  const logMistake = createMistakeLog();
  const { store, observe, now = () => Date.now() } = options;
  return async (request, context) => {
    const startedAt = now();
    const { outcome, body } = await readWebhook(reading, request);
    if (outcome === 'unauthorized') logMistake(WRONG_CREDENTIALS);
    const work = tell(store, outcome, body).then((became) =>
      notify(
        observe,
        {
          type: typeOf(body),
          outcome: became,
          status: STATUSES[became],
          durationMs: now() - startedAt,
        },
        () => logMistake(OBSERVE_FAILED),
      ),
    );
    context?.waitUntil?.(work);
    return new Response(null, {
      status: STATUSES[outcome],
      headers: { ...SAFE_HEADERS, ...headersOf(outcome) },
    });
  };
}

const WRONG_CREDENTIALS =
  'A webhook got 401, because its credentials are not those of `createWebhookReceiver`. If MX sent it, set the same ones in the MX dashboard.';

interface Reading {
  readonly isSender: (authorization: string | null) => Promise<boolean>;
  readonly timeoutMs: number;
}

const NAMES = {
  store: true,
  credentials: true,
  observe: true,
  timeoutMs: true,
  now: true,
} satisfies Names<WebhookReceiverOptions>;

function checkOptions(options: WebhookReceiverOptions): Reading {
  checkNames('createWebhookReceiver', options, NAMES);
  const { store, credentials, observe, timeoutMs = 10_000, now } = options;
  checkStore(store);
  checkFunctions({ observe, now });
  return {
    isSender: credentials === 'none' ? async () => true : createCredentialCheck(credentials),
    timeoutMs: checkDuration('timeoutMs', timeoutMs),
  };
}

interface ReadWebhook {
  readonly outcome: WebhookOutcome;
  readonly body?: unknown;
}

async function readWebhook(
  { isSender, timeoutMs }: Reading,
  { method, headers, body: stream }: Request,
): Promise<ReadWebhook> {
  if (method !== 'POST') return { outcome: 'wrong-method' };
  if (!(await isSender(headers.get('authorization')))) return { outcome: 'unauthorized' };
  const read = await readRequestBody(stream, timeoutMs);
  if (read.kind !== 'whole') return { outcome: read.kind };
  const body = parseJson(read.text);
  return { outcome: body === undefined ? 'unreadable' : 'told', body };
}

/** Tells of what was read, if it says anything, and how that went. */
async function tell(
  store: AtriumStore,
  outcome: WebhookOutcome,
  body: unknown,
): Promise<WebhookOutcome> {
  if (outcome !== 'told') return outcome;
  const notices = noticesOf(body);
  if (notices.length === 0) return 'ignored';
  try {
    await Promise.all(notices.map((notice) => store.publish(notice)));
    return 'told';
  } catch {
    return 'failed';
  }
}

function headersOf(outcome: WebhookOutcome): Record<string, string> {
  switch (outcome) {
    case 'unauthorized':
      return { 'www-authenticate': 'Basic realm="webhooks"' };
    case 'wrong-method':
      return { allow: 'POST' };
    default:
      return {};
  }
}
