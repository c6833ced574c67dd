import { holds, isJsonObject } from './json.ts';
import { isMemberGuid } from './member-status.ts';
import { Problem } from './problem.ts';
import type { Route, UpstreamRoute } from './routes.ts';
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
 * MX's success, reduced to the fields that the contract has for the route.
 *
 * @throws Problem `server` if the resource that the route promises is missing.
 */
export function shapeAnswer(
  { answer }: UpstreamRoute,
  { status, body }: UpstreamAnswer,
): BrowserAnswer {
  if (status === 204) return { status, body: null };
  const shaped = answer.shape(body);
  if (!holds(shaped, answer.name)) {
    throw new Problem('server', { reason: `MX answered without a readable \`${answer.name}\`.` });
  }
  return { status, body: JSON.stringify(shaped) };
}

/** MX's refusal, in our own words. Only the status decides: MX says that its texts change. */
export function refusal(route: Route, answer: UpstreamAnswer): Problem {
  const isCreate = route.method === 'POST' && route.path === '/members';
  const isResume = route.path === '/members/:member/resume';
  switch (answer.status) {
    case 400:
      return new Problem('invalid');
    case 401:
      return new Problem('server', {
        reason: 'MX refused the API key or client id.',
        isHostMistake: true,
      });
    case 403:
      return route.needs === undefined
        ? new Problem('server', {
            reason: "MX refused this server: its IP address may not be on MX's allow-list.",
            isHostMistake: true,
          })
        : new Problem('forbidden', {
            reason: 'This product is not enabled for the client at MX.',
            isHostMistake: true,
          });
    case 404:
      return new Problem('not-found');
    case 405:
      if (isCreate) return new Problem('member-limit');
      return isResume ? new Problem('conflict') : unexpected(answer);
    case 406:
      return new Problem('server', {
        reason: 'MX no longer answers in this version of its API. Upgrade, or set `apiVersion`.',
        isHostMistake: true,
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
