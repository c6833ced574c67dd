import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An answer that refuses. The Atrium API documentation lists the codes; the words are ours. */
export function refuse(status: ContentfulStatusCode, message: string): never {
  throw new HTTPException(status, { message });
}

/** The body of a refusal. */
export function errorBody(message: string): { error: { message: string } } {
  return { error: { message } };
}
