import { json } from './support.ts';
import type { Script } from './support.ts';
import type { AtriumApi } from '../../src/server.ts';

/** The guid of the user with that number. */
export const userGuid = (index: number): string =>
  `USR-00000000-0000-0000-0000-${String(index).padStart(12, '0')}`;

export const ATRIUM: AtriumApi = { api: 'atrium' };
export const PLATFORM: AtriumApi = { api: 'platform' };

/**
 * An API with users numbered from 0, identified as `person-0` and so on. The Platform API calls
 * that their `id`, and finds one by it.
 */
export function directory(
  size: number,
  { api }: AtriumApi = ATRIUM,
): { script: Script; remove: (identifier: string) => void } {
  const wire = ({ guid, identifier }: { guid: string; identifier: string }): object =>
    api === 'platform' ? { guid, id: identifier } : { guid, identifier };
  const users = Array.from({ length: size }, (_, index) => ({
    guid: userGuid(index),
    identifier: `person-${index}`,
  }));
  let made = size;
  const script: Script = ({ method, path, body }) => {
    const url = new URL(path, 'https://x');
    const [, , guid] = url.pathname.split('/');
    if (guid !== undefined) {
      const exists = users.some((user) => user.guid === guid);
      return exists ? json({ members: [] }) : json({}, { status: 404 });
    }
    if (method === 'POST') {
      const { user } = body as { user: { id: string; identifier: string } };
      const identifier = api === 'platform' ? user.id : user.identifier;
      if (users.some((each) => each.identifier === identifier)) return json({}, { status: 409 });
      const created = { guid: userGuid(made++), identifier };
      users.push(created);
      return json({ user: wire(created) });
    }
    const id = api === 'platform' ? url.searchParams.get('id') : null;
    const found = users.filter(({ identifier }) => id === null || identifier === id);
    const page = Number(url.searchParams.get('page'));
    const perPage = Number(url.searchParams.get('records_per_page'));
    return json({
      users: found.slice((page - 1) * perPage, page * perPage).map(wire),
      pagination: { total_pages: Math.max(1, Math.ceil(found.length / perPage)) },
    });
  };
  const remove = (identifier: string): void => {
    users.splice(
      users.findIndex((user) => user.identifier === identifier),
      1,
    );
  };
  return { script, remove };
}
