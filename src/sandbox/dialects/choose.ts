import { atrium } from './atrium.ts';
import type { Dialect } from './dialect.ts';
import { MEDIA_TYPE_20111101, platform20111101, VERSION_20111101 } from './platform-20111101.ts';
import { platform20250224, VERSION_20250224 } from './platform-20250224.ts';

/** Every API that the sandbox speaks. */
export const dialects: readonly Dialect[] = [atrium, platform20111101, platform20250224];

const versions: ReadonlyMap<string, Dialect> = new Map([
  [VERSION_20111101, platform20111101],
  [VERSION_20250224, platform20250224],
]);

/**
 * Which API a request is meant for, told by its headers alone. `null`: for the Platform API, without
 * a version that it has.
 */
export function dialectOf(headers: Headers): Dialect | null {
  const version = headers.get('Accept-Version')?.trim();
  const accept = headers.get('Accept') ?? '';
  if (headers.has('MX-API-Key') || headers.has('MX-Client-ID')) {
    return atrium;
  }
  if (version !== undefined) {
    return versions.get(version) ?? null;
  }
  if (accept.includes(MEDIA_TYPE_20111101)) {
    return platform20111101;
  }
  return headers.has('Authorization') ? null : atrium;
}
