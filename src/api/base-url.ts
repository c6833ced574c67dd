/**
 * Where the proxy is mounted, without a trailing slash.
 *
 * @throws Error when it is missing, is no URL, or is MX's own.
 */
export function baseUrlOf(raw: string): string {
  if (!raw) {
    throw new Error(
      'createAtriumClient needs `baseUrl`: where your server mounts the proxy, such as "/api/atrium".',
    );
  }
  const base = 'https://relative.invalid';
  if (!URL.canParse(raw, base)) {
    throw new Error('The `baseUrl` of createAtriumClient is not a URL. It may be a path.');
  }
  if (/(^|\.)mx\.com\.?$/.test(new URL(raw, base).hostname)) {
    throw new Error(
      'The `baseUrl` of createAtriumClient points at MX itself, which needs your API key, and a key in a browser can read every user. Mount the proxy of react-atrium-connect/server and give its path.',
    );
  }
  return raw.replace(/\/+$/, '');
}
