import { browser, settle } from './support.ts';

const PATIENCE_MS = 20_000;

/** Reads a stream of events as a page does: its text, as far as it has come. */
export class EventReader {
  readonly response: Response;
  end: 'open' | 'closed' | 'broken' = 'open';
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly #decoder = new TextDecoder();
  #text = '';
  #isDraining = false;
  #onNews: () => void = () => {};

  constructor(response: Response) {
    this.response = response;
    this.#reader = response.body?.getReader();
  }

  /** Takes one piece and no more: whoever does not read on is a slow reader. */
  async one(): Promise<string> {
    const { value } = (await this.#reader?.read()) ?? {};
    return this.#decoder.decode(value);
  }

  /** All that has come since the last time, once nothing more is ready. */
  async all(): Promise<string> {
    void this.#drain();
    await settle();
    return this.#take();
  }

  /** The same, once it holds `part`, for which it waits in real time. */
  async until(part: string): Promise<string> {
    void this.#drain();
    const deadline = performance.now() + PATIENCE_MS;
    while (!this.#text.includes(part)) {
      const leftMs = deadline - performance.now();
      if (this.end !== 'open' || leftMs <= 0) {
        throw new Error(`"${part}" never came; the stream is ${this.end}:\n${this.#text}`);
      }
      await this.#news(leftMs);
    }
    return this.#take();
  }

  async cancel(): Promise<void> {
    await this.#reader?.cancel();
  }

  #take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }

  #news(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, withinMs);
      this.#onNews = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #drain(): Promise<void> {
    if (this.#isDraining) return;
    this.#isDraining = true;
    try {
      for (;;) {
        const { done, value } = (await this.#reader?.read()) ?? { done: true };
        if (done) break;
        this.#text += this.#decoder.decode(value, { stream: true });
        this.#onNews();
      }
      this.end = 'closed';
    } catch {
      this.end = 'broken';
    }
    this.#onNews();
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
  return [...text.matchAll(/^id: (.+)$/gm)].at(-1)?.[1] ?? '';
}
