/** Where webhooks go, and what they carry as HTTP Basic. */
export interface SandboxWebhooks {
  /** An http or https address, without a name or a password in it. */
  readonly url: string;
  readonly username?: string;
  readonly password?: string;
}

/** What is wrong with a target, in a sentence that quotes nothing of it; `null` if nothing is. */
export function targetProblem({ url, username, password }: SandboxWebhooks): string | null {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    return 'The address for webhooks must be an http or https one.';
  }
  if (new URL(url).username !== '' || new URL(url).password !== '') {
    return 'The address for webhooks must have no name and no password in it; give them apart.';
  }
  if ((username === undefined) !== (password === undefined)) {
    return 'The username and the password for webhooks belong together: give both, or neither.';
  }
  return username?.includes(':') === true
    ? 'The username for webhooks may have no colon: HTTP Basic ends it there.'
    : null;
}

/** The request that carries a webhook there. */
export function requestTo(
  { url, username, password }: SandboxWebhooks,
  body: unknown,
  signal: AbortSignal,
): Request {
  const headers = new Headers({
    'Content-Type': 'application/json; charset=utf-8',
    Accept: 'application/json',
  });
  if (username !== undefined) {
    const bytes = new TextEncoder().encode(`${username}:${password}`);
    headers.set('Authorization', `Basic ${btoa(String.fromCharCode(...bytes))}`);
  }
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(body), signal });
}
