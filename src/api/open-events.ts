import { isMemberGuid } from '../domain/member.ts';
import type { MemberEvent } from '../domain/live.ts';
import type { EventsRequest } from './client.ts';
import { withDeadline } from './deadline.ts';
import { createEventParser, type ServerEvent } from './event-parser.ts';
import { failure } from './failure.ts';
import { isWire, type Wire } from './read.ts';
import { respond, TIMEOUT_MS, type TransportOptions } from './request.ts';

/** A server says something more often than this, if only that it is there. */
const SILENCE_MS = 45_000;

const VERB = 'openEvents';

/** Opens the stream of events, and reads it until it ends or the caller has enough. */
export async function* openEvents(
  transport: TransportOptions,
  { lastEventId, signal }: EventsRequest,
): AsyncGenerator<MemberEvent, void, undefined> {
  const within = <T>(ms: number, work: (deadline: AbortSignal) => Promise<T>) =>
    withDeadline(work, ms, () => failure('timeout', VERB), signal);
  const { timeoutMs = TIMEOUT_MS } = transport;
  const body = await within(timeoutMs, (deadline) => open(transport, lastEventId, deadline));
  const reader = body.getReader();
  const parser = createEventParser();
  try {
    for (;;) {
      const { done, value } = await within(SILENCE_MS, () => reader.read().catch(unreachable));
      if (done) {
        return;
      }
      yield* parser.read(value).flatMap(memberEventIn);
      yield { kind: 'alive', ...parser.resumption() };
    }
  } finally {
    // Ends the connection, unless that has ended by itself.
    reader.cancel().catch(() => {});
  }
}

/** Not by `EventSource`, which sends neither the headers of the host nor, elsewhere, its cookies. */
async function open(
  transport: TransportOptions,
  lastEventId: string | undefined,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const headers = {
    accept: 'text/event-stream',
    ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
  };
  const answer = await respond({ verb: VERB, path: ['events'], headers }, transport, signal);
  const isStream = /^text\/event-stream\b/i.test(answer.headers.get('content-type') ?? '');
  if (!isStream || answer.body === null) {
    throw failure('unreadable', VERB, { status: answer.status });
  }
  return answer.body;
}

const unreachable = () => {
  throw failure('offline', VERB);
};

/** What an event says, if it is one of ours. */
function memberEventIn({ name, data, lastEventId }: ServerEvent): readonly MemberEvent[] {
  if (name === 'missed') {
    return [{ kind: 'missed', lastEventId }];
  }
  const { member_guid: memberGuid, change } = name === 'member' ? wireIn(data) : {};
  return isMemberGuid(memberGuid)
    ? [{ kind: 'member', memberGuid, change: isKnown(change) ? change : 'member', lastEventId }]
    : [];
}

const isKnown = (change: unknown): change is 'status' | 'data' =>
  change === 'status' || change === 'data';

function wireIn(json: string): Wire {
  try {
    const parsed: unknown = JSON.parse(json);
    return isWire(parsed) ? parsed : {};
  } catch {
    return {};
  }
}
