import { orAbort } from './abort.ts';
import { readText } from './json.ts';

const MAX_BODY_BYTES = 64 * 1_024;

/** What came of reading a request's body. `incomplete`: not all of it in time, or it broke off. */
export type RequestBody =
  | { readonly kind: 'whole'; readonly text: string }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'incomplete' };

/** Reads a body of 64 KiB at most. Whoever sends slowly is not waited for longer than `timeoutMs`. */
export async function readRequestBody(
  body: ReadableStream<Uint8Array> | null,
  timeoutMs: number,
): Promise<RequestBody> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeoutMs);
  try {
    const text = await orAbort(readText(body, MAX_BODY_BYTES), deadline.signal);
    return text === undefined ? { kind: 'too-large' } : { kind: 'whole', text };
  } catch {
    return { kind: 'incomplete' };
  } finally {
    clearTimeout(timer);
  }
}
