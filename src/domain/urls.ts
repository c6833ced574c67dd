/**
 * URLs from the API are checked before they become links: `javascript:` and the like never pass.
 */

/** The address of a web page, normalised, or `null` if it is anything but `http:` or `https:`. */
export function safeWebUrl(raw: unknown): string | null {
  const url = parseWithScheme(raw);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}

/**
 * The address of an institution's sign-in page, or `null` if a person must not be sent there.
 * Passes `https:`, the schemes that the host lists (`'mybank:'`), and `http:` on this very
 * machine, which is where a sandbox runs.
 */
export function safeOauthUri(raw: unknown, schemes: readonly string[] = []): string | null {
  const url = parseWithScheme(raw);
  if (url === null) {
    return null;
  }
  const passes =
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && LOOPBACK.test(url.hostname)) ||
    (!NEVER.test(url.protocol) && schemes.includes(url.protocol));
  return passes ? url.href : null;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
const NEVER = /^(javascript|data|vbscript|blob|file):$/;

const lacksScheme = (raw: string) => /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/|$)/i.test(raw);

/** Some of MX's records lack the scheme: `https:` is meant. */
const parseWithScheme = (raw: unknown) =>
  parse(raw) ?? parse(typeof raw === 'string' && lacksScheme(raw) && `https://${raw}`);

function parse(raw: unknown): URL | null {
  try {
    return typeof raw === 'string' ? new URL(raw) : null;
  } catch {
    return null;
  }
}

/** The origin of an address; of one with a custom scheme, the scheme. */
export function originOf(url: string): string {
  const { origin, protocol } = new URL(url);
  return origin === 'null' ? protocol : origin;
}
