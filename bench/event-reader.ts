import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** What a stream has told of what was sent, by the guids of members that are used once each. */
export interface EventReader {
  readonly expect: (member: string) => void;
  readonly tally: () => { sent: number; delivered: number; toldMissed: number; lost: number };
  readonly has: (member: string) => boolean;
  readonly stop: () => void;
}

/** Reads a stream as a browser does: it comes back with the last id whenever the stream ends. */
export function readEvents(port: number, cookie: string): EventReader {
  const sent = new Set<string>();
  const delivered = new Set<string>();
  const toldMissed = new Set<string>();
  let lastEventId: string | undefined;
  let stream: IncomingMessage | undefined;
  const stopped = new AbortController();

  const take = (block: string): void => {
    lastEventId = /^id: (.*)$/m.exec(block)?.[1] ?? lastEventId;
    const member = /"member_guid":"([^"]+)"/.exec(block)?.[1];
    if (member !== undefined) delivered.add(member);
    // Whatever has not come by now is read anew.
    if (/^event: missed$/m.test(block)) sent.forEach((guid) => toldMissed.add(guid));
  };

  const readOnce = async (): Promise<void> => {
    const headers = { cookie, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) };
    const request = get({
      agent: false,
      host: 'localhost',
      port,
      path: '/api/atrium/events',
      headers,
    });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    stream = response;
    let rest = '';
    for await (const chunk of response.setEncoding('utf8')) {
      const blocks = (rest + String(chunk)).split('\n\n');
      rest = blocks.pop() ?? '';
      blocks.forEach(take);
    }
  };

  const keepReading = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await readOnce().catch(() => {});
      await wait(1_000);
    }
  };
  void keepReading();

  return {
    expect: (member) => void sent.add(member),
    has: (member) => delivered.has(member),
    tally: () => {
      const missing = [...sent].filter((member) => !delivered.has(member));
      const told = missing.filter((member) => toldMissed.has(member));
      return {
        sent: sent.size,
        delivered: sent.size - missing.length,
        toldMissed: told.length,
        lost: missing.length - told.length,
      };
    },
    stop: () => {
      stopped.abort();
      stream?.destroy();
    },
  };
}
