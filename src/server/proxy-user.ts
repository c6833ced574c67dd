/** The user of a request, from the host's own session. */
export type ProxyUser =
  /** The MX user's guid (`USR-…`), if the host stores it. */
  | { readonly userGuid: string }
  /** The host's own user id. The MX user with it is found, or created on the first visit. */
  | { readonly identifier: string };

/** A name for the user of a session. An identifier never looks like a guid. */
export const userKey = (user: ProxyUser): string =>
  'userGuid' in user ? user.userGuid : user.identifier;

/** Whether `named` is the user who is `user` in the session and `userGuid` at MX. */
export function isSameUser(named: ProxyUser, user: ProxyUser, userGuid: string): boolean {
  if ('userGuid' in named) return named.userGuid === userGuid;
  return 'identifier' in user && named.identifier === user.identifier;
}
