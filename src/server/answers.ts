import { holds, isJsonObject } from './json.ts';
import { isMemberGuid } from './member-status.ts';
import { Problem } from './problem.ts';
import type { Route } from './routes.ts';
import type { StreamEnd } from './streams/event-stream.ts';
import type { UpstreamAnswer } from './upstream.ts';

/** What the browser gets: `null` is an answer without a body. */
export interface BrowserAnswer {
  readonly status: number;
  readonly body: string | ReadableStream<Uint8Array> | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of a stream: why it is over, once it is. */
  readonly ended?: Promise<StreamEnd>;
}

/**
 * MX's success, cut down to what the route lets pass.
 *
 * @throws Problem `server` when it is not the JSON that the route promises.
 */
export function shapeAnswer(
  route: Route,
  { status, body }: UpstreamAnswer,
  showNumbers: boolean,
): BrowserAnswer {
  if (status === 204) return { status, body: null };
  const [main = ''] = route.answer;
  if (!holds(body, main)) {
    throw new Problem('server', { reason: `MX answered without a readable \`${main}\`.` });
  }
  const passed = route.answer.filter((key) => Object.hasOwn(body, key));
  return {
    status,
    body: JSON.stringify(Object.fromEntries(passed.map((key) => [key, body[key]])), (key, value) =>
      redact(key, value, showNumbers),
    ),
  };
}

/** What a browser never learns, at any depth: whose it is at MX, and which job ran last. */
const HIDDEN = /^(user_guid|user_id|most_recent_job_.*)$/;
/** The Platform API repeats some of them as the feed had them, as `feed_…`. */
const NUMBER = /^(feed_)?(account|routing)_number$/;

function redact(key: string, value: unknown, showNumbers: boolean): unknown {
  if (HIDDEN.test(key)) return undefined;
  return NUMBER.test(key) && !showNumbers ? lastFour(value) : value;
}

function lastFour(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(-4) : null;
}

/** MX's refusal, in our own words. Only the status decides: MX says that its texts change. */
export function refusal(route: Route, answer: UpstreamAnswer): Problem {
  const isCreate = route.method === 'POST' && route.path === '/members';
  const isResume = route.path === '/members/:member/resume';
  switch (answer.status) {
    case 400:
      return new Problem('invalid');
    case 401:
      return new Problem('server', { reason: 'MX refused the API key or client id.' });
    case 403:
      return route.needs === undefined
        ? new Problem('server', {
            reason: "MX refused this server: its IP address may not be on MX's allow-list.",
          })
        : new Problem('forbidden', { reason: 'This product is not enabled for the client at MX.' });
    case 404:
      return new Problem('not-found');
    case 405:
      if (isCreate) return new Problem('member-limit');
      return isResume ? new Problem('conflict') : unexpected(answer);
    case 406:
      return new Problem('server', {
        reason: 'MX no longer answers in this version of its API. Upgrade, or set `apiVersion`.',
      });
    case 409:
      return new Problem('conflict', isCreate ? existingMember(answer) : {});
    case 422:
      return new Problem('invalid', { status: 422 });
    case 429: {
      const { retryAfter } = answer;
      return new Problem('throttled', retryAfter === undefined ? {} : { retryAfter });
    }
    default:
      return unexpected(answer);
  }
}

function unexpected({ status }: UpstreamAnswer): Problem {
  return new Problem('server', { reason: `MX answered ${status}.` });
}

/** MX may name the member that is there already, so that the page can carry on with it. */
function existingMember({ body }: UpstreamAnswer): { memberGuid?: string } {
  if (!isJsonObject(body)) return {};
  const guid = [body, body['member'], body['error']]
    .filter(isJsonObject)
    .map((each) => each['guid'])
    .find(isMemberGuid);
  return guid === undefined ? {} : { memberGuid: guid };
}
