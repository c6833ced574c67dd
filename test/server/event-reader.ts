import { browser, settle } from './support.ts';

/** The text of a response, as far as it has come and has been asked for. */
export class EventReader {
  readonly response: Response;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly #decoder = new TextDecoder();
  #text = '';
  #end: 'open' | 'closed' | 'broken' = 'open';

  constructor(response: Response) {
    this.response = response;
    this.#reader = response.body?.getReader();
  }

  /** All that comes from now on, until nothing more is ready. */
  async all(): Promise<string> {
    void this.#drain();
    await settle();
    const text = this.#text;
    this.#text = '';
    return text;
  }

  /** Waits, in real time, until the text holds this. */
  async until(part: string): Promise<string> {
    void this.#drain();
    const deadline = performance.now() + 20_000;
    while (!this.#text.includes(part)) {
      if (performance.now() > deadline) throw new Error(`Never came: ${part}\n${this.#text}`);
      if (this.#end !== 'open') throw new Error(`The stream is ${this.#end}.\n${this.#text}`);
      await settle();
    }
    const text = this.#text;
    this.#text = '';
    return text;
  }

  get end(): 'open' | 'closed' | 'broken' {
    return this.#end;
  }

  async cancel(): Promise<void> {
    await this.#reader?.cancel();
  }

  #draining: Promise<void> | undefined;

  /** Takes one piece and no more: whoever does not read on is a slow reader. */
  async one(): Promise<string> {
    const { value } = (await this.#reader?.read()) ?? {};
    return this.#decoder.decode(value);
  }

  #drain(): Promise<void> {
    this.#draining ??= (async () => {
      try {
        for (;;) {
          const { done, value } = (await this.#reader?.read()) ?? { done: true };
          if (done) break;
          this.#text += this.#decoder.decode(value, { stream: true });
        }
        this.#end = 'closed';
      } catch {
        this.#end = 'broken';
      }
    })();
    return this.#draining;
  }
}

export interface Opening {
  readonly lastEventId?: string;
  readonly signal?: AbortSignal;
}

/** Opens a stream as the page does. */
export async function openEvents(
  proxy: (request: Request) => Promise<Response>,
  { lastEventId, signal }: Opening = {},
): Promise<EventReader> {
  const headers = { accept: 'text/event-stream', 'last-event-id': lastEventId ?? null };
  return new EventReader(
    await proxy(browser('GET', '/events', { headers, ...(signal && { signal }) })),
  );
}

/** The id of the last event in a text. */
export function lastIdIn(text: string): string {
  return /^id: (.+)$/m.exec(text.slice(text.lastIndexOf('id: ')))?.[1] ?? '';
}
