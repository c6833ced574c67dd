import type { StoreNews } from '../store.ts';

/** What a stream can be told. The others end it. */
export type StreamNews = Exclude<StoreNews, { kind: 'closed' | 'ended' }>;

export const EVENT_STREAM_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store, no-transform',
  // nginx would hold events back until it has a page of them.
  'x-accel-buffering': 'no',
};

const encoder = new TextEncoder();

/** Opens a stream: how long to wait before the next one, in milliseconds. */
export const OPENING: Uint8Array = encoder.encode('retry: 3000\n\n');
/** A comment, so that whatever is in between does not take a quiet stream for a dead one. */
export const HEARTBEAT: Uint8Array = encoder.encode(': heartbeat\n\n');

const encoded = new WeakMap<StreamNews, Uint8Array>();

/** The bytes of one event, made once however many streams it goes to. */
export function encodeNews(news: StreamNews): Uint8Array {
  const bytes = encoded.get(news) ?? encoder.encode(textOf(news));
  encoded.set(news, bytes);
  return bytes;
}

function textOf(news: StreamNews): string {
  const id = news.id === null ? '' : `id: ${news.id}\n`;
  switch (news.kind) {
    case 'position':
      return `${id}\n`;
    case 'missed':
      return `${id}event: missed\ndata: {}\n\n`;
    case 'member': {
      const { memberGuid, change } = news.notice;
      const data = JSON.stringify({ member_guid: memberGuid, change });
      return `${id}event: member\ndata: ${data}\n\n`;
    }
    default:
      return news satisfies never;
  }
}
