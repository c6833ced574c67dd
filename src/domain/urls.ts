import { isLoopback } from './loopback.ts';

/** Every check of a URL from the API, before it becomes a link or a place to go. */

/** Returns the normalized URL of a web page, or `null` unless it is `https:` or `http:`. */
export function safeWebUrl(raw: unknown): string | null {
  const url = parse(raw);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** Like {@link safeWebUrl}, for `https:` alone. */
export function secureWebUrl(raw: unknown): string | null {
  const url = parse(raw);
  return url?.protocol === 'https:' ? url.href : null;
}

/**
 * Returns the normalized URL of an institution's sign-in page, or `null` if it isn't safe to open.
 * Accepts `https:`, the `schemes` that the host lists (`'mybank:'`), and, while the page itself is
 * on this machine, `http:` on this machine, where a sandbox runs. A URL with user info
 * (`https://bank.com@evil.example`), a space, a backslash or a control character is never safe.
 *
 * @param pageHost The `hostname` of the page. Defaults to that of this page.
 */
export function safeOauthUri(
  raw: unknown,
  schemes: readonly string[] = [],
  pageHost: string = globalThis.location?.hostname ?? '',
): string | null {
  const url = parse(raw);
  if (url === null) {
    return null;
  }
  const { protocol, hostname, href } = url;
  const passes =
    protocol === 'https:' ||
    (protocol === 'http:' && isLoopback(hostname) && isLoopback(pageHost)) ||
    (!NEVER.test(protocol) && schemes.includes(protocol));
  return passes ? href : null;
}

const NEVER = /^(javascript|data|vbscript|blob|file):$/;

/** Characters that `URL` drops or rewrites, so that a URL reads differently from where it leads. */
const MISLEADING = /[\s\\\p{Cc}]/u;

/** Some of MX's records lack the scheme, which is then `https:`. */
const LACKS_SCHEME = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/|$)/i;

function parse(raw: unknown): URL | null {
  const text = typeof raw === 'string' ? raw.trim() : '';
  if (MISLEADING.test(text)) {
    return null;
  }
  try {
    const url = new URL(LACKS_SCHEME.test(text) ? `https://${text}` : text);
    return url.username || url.password ? null : url;
  } catch {
    return null;
  }
}

/** Returns the origin of a URL. For a custom scheme, returns the scheme. */
export function originOf(url: string): string {
  const { origin, protocol } = new URL(url);
  return origin === 'null' ? protocol : origin;
}

/**
 * Returns the part of a URL that tells the user whose site it is: its host, with names outside of
 * ASCII in Punycode. For a URL without a host, which opens an app, returns the scheme.
 */
export function hostOf(url: string): string {
  const { host, protocol } = new URL(url);
  return host || protocol;
}
