/**
 * Where the proxy is mounted, without a trailing slash.
 *
 * @throws Error when it is missing, is no URL, or is MX's own.
 */
export function baseUrlOf(raw: string): string {
  if (!raw) {
    throw new Error('createAtriumClient needs `baseUrl`: the path of your proxy.');
  }
  const base = 'https://relative.invalid';
  if (!URL.canParse(raw, base)) {
    throw new Error('`baseUrl` is not a URL. It may be a path.');
  }
  if (/(^|\.)mx\.com\.?$/.test(new URL(raw, base).hostname)) {
    throw new Error(
      '`baseUrl` points at MX itself, where a key in the browser could read every user. Give the path of your proxy.',
    );
  }
  return raw.replace(/\/+$/, '');
}
