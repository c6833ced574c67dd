/** One event of a stream of server-sent events. */
export interface ServerEvent {
  /** What the server calls it. */
  readonly name: string;
  readonly data: string;
  /** The id of it, or else of the last event before it that had one. */
  readonly lastEventId: string | undefined;
}

/** Reads server-sent events from bytes, wherever the network has cut them. */
export interface EventParser {
  /** The events that these bytes complete. */
  readonly read: (bytes: Uint8Array) => readonly ServerEvent[];
  /** How the next stream is to be opened, by what was read so far. */
  readonly resumption: () => {
    readonly lastEventId: string | undefined;
    /** How long the server asks us to wait before, in milliseconds. */
    readonly retryMs: number | undefined;
  };
}

/** In characters. No event of ours is near as long; a longer one is let go by. */
const LONGEST = 4_096;

/** An id goes back in a header, which does not take every character. */
const SENDABLE = /^[\x21-\x7e]{1,256}$/;

/** What has been read of an event that is not complete. */
interface Block {
  readonly name: string;
  /** Absent until a line of data has come. */
  readonly data?: string;
  readonly id?: string | undefined;
}

const NOTHING: Block = { name: '' };

export function createEventParser(): EventParser {
  // Takes a byte order mark away, and replaces what is not UTF-8.
  const decoder = new TextDecoder();
  let block = NOTHING;
  let line = '';
  let isAfterReturn = false;
  let isTooLong = false;
  let lastEventId: string | undefined;
  let retryMs: number | undefined;

  const takeLine = () => {
    const [, field, value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
    if (field === 'event') {
      block = { ...block, name: value };
    } else if (field === 'data') {
      block = { ...block, data: block.data === undefined ? value : `${block.data}\n${value}` };
    } else if (field === 'id' && SENDABLE.test(value)) {
      block = { ...block, id: value };
    } else if (field === 'retry' && /^\d{1,9}$/.test(value)) {
      retryMs = Number(value);
    }
  };

  const endBlock = (): readonly ServerEvent[] => {
    const { name, data, id } = isTooLong ? NOTHING : block;
    lastEventId = id ?? lastEventId;
    block = NOTHING;
    isTooLong = false;
    return data === undefined ? [] : [{ name, data, lastEventId }];
  };

  /** A piece of a line. What is too long is as good as a comment. */
  const take = (piece: string) => {
    isTooLong ||= line.length + piece.length + (block.data?.length ?? 0) > LONGEST;
    line += piece;
    if (isTooLong && line !== '') {
      line = ':';
    }
  };

  const endLine = (): readonly ServerEvent[] => {
    const isBlank = line === '';
    takeLine();
    line = '';
    return isBlank ? endBlock() : [];
  };

  return {
    read(bytes) {
      const decoded = decoder.decode(bytes, { stream: true });
      // The two characters that end a line may come apart.
      const text = isAfterReturn ? decoded.replace(/^\n/, '') : decoded;
      isAfterReturn = decoded === '' ? isAfterReturn : decoded.endsWith('\r');
      return text.split(/\r\n|\r|\n/).flatMap((piece, index) => {
        const events = index === 0 ? [] : endLine();
        take(piece);
        return events;
      });
    },
    resumption: () => ({ lastEventId, retryMs }),
  };
}
