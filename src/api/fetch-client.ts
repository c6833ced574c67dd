import { createAsk } from './ask.ts';
import { baseUrlOf } from './base-url.ts';
import type { AtriumClient } from './client.ts';
import { institutionReads } from './institution-reads.ts';
import { memberReads } from './member-reads.ts';
import { memberWrites } from './member-writes.ts';
import type { OauthOptions } from './oauth-options.ts';
import type { TransportOptions } from './request.ts';

/** What a client is made of. */
export interface AtriumClientOptions extends TransportOptions {
  /** Sets one user's cache apart from another's on the same page. Default: the base URL. */
  readonly scope?: string | undefined;
  readonly oauth?: OauthOptions | undefined;
}

/**
 * The client that speaks to the proxy of `react-atrium-connect/server`.
 *
 * @throws Error when `baseUrl` is missing, is no URL, or is MX's own.
 */
export function createAtriumClient(options: AtriumClientOptions): AtriumClient {
  const { oauth = {} } = options;
  const baseUrl = baseUrlOf(options.baseUrl);
  const ask = createAsk({ ...options, baseUrl });
  const reads = memberReads(ask, oauth);
  return {
    scope: options.scope ?? baseUrl,
    ...institutionReads(ask),
    ...reads,
    ...memberWrites(ask, oauth, reads.readMember),
  };
}
