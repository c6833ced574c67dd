import { isSet } from '../check.ts';

/**
 * What MX sends with every webhook, as its dashboard was told. They may be read from the
 * environment as they are: one that is missing is refused.
 */
export interface WebhookCredentials {
  readonly username: string | undefined;
  readonly password: string | undefined;
}

/**
 * Whether a request carries the credentials, as HTTP Basic. Digests are compared, byte for byte
 * and to the end, so the time that it takes tells neither how much was right nor how long the
 * right ones are.
 *
 * @throws TypeError when the credentials cannot be sent.
 */
export function createCredentialCheck(
  credentials: WebhookCredentials,
): (authorization: string | null) => Promise<boolean> {
  const token = tokenOf(credentials);
  let expected: Promise<Uint8Array> | undefined;
  return async (authorization) => {
    const sent = /^basic +(.*)$/i.exec(authorization ?? '')?.[1] ?? '';
    // Not sooner: where a Worker loads its modules, nothing may be under way.
    expected ??= digest(token);
    return isSame(await expected, await digest(sent));
  };
}

/** @param credentials - As a host without types may pass them: possibly undefined. */
function tokenOf(credentials: Partial<WebhookCredentials> | undefined): string {
  const { username, password } = credentials ?? {};
  if (!isSet(username) || !isSet(password) || username.includes(':')) {
    throw new TypeError(
      "`credentials` must hold a `username` without a colon and a `password`, as set in the MX dashboard. Is an environment variable missing? Without credentials anyone can post here: pass `'none'` only if something in front of your server checks the sender.",
    );
  }
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return btoa(String.fromCharCode(...bytes));
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length;
  one.forEach((byte, index) => {
    difference |= byte ^ (other[index] ?? 0);
  });
  return difference === 0;
}
