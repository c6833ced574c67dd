import { randomBytes } from 'node:crypto';
import { createSandbox, magicPasswords, testUsernames } from 'react-atrium-connect/sandbox';
import type { Hint, Hints } from './hints.ts';
import { listen } from './listen.ts';
import type { MxAccess, MxApi, WebhookSettings } from './settings.ts';

/** A sandbox takes any key that is not empty. */
const KEYS = { apiKey: 'any', clientId: 'any' };

/** Starts the sandbox on a port of its own: it is another origin, as MX and the banks are. */
export async function startSandbox(
  api: MxApi,
  port: number,
  allowedHosts: readonly string[],
): Promise<MxAccess> {
  const { url: baseUrl } = await listen(createSandbox({ allowedHosts }).fetch, {
    port,
    variable: 'SANDBOX_PORT',
    allowedHosts,
  });
  return { ...KEYS, api, baseUrl };
}

/** For this run alone: nobody but the sandbox has to know them. */
export const newCredentials = (): WebhookSettings => ({
  username: 'sandbox',
  password: randomBytes(32).toString('base64url'),
});

/** Tells the sandbox where to send its webhooks, as MX's dashboard is told. */
export async function sendWebhooks(
  sandbox: string,
  url: string,
  credentials: WebhookSettings,
): Promise<void> {
  await fetch(`${sandbox}/_sandbox/webhooks`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url, ...credentials }),
  });
}

const passwords: readonly Hint[] = magicPasswords.map(({ password, effect }) => ({
  text: password,
  effect,
}));

const isForError = ({ text }: Hint): boolean => text.startsWith('error:');

export const sandboxHints = (api: MxApi): Hints => ({
  institutions: [
    { text: 'MX Bank', effect: 'Asks for a username and a password.' },
    { text: 'MX Bank (OAuth)', effect: 'Signs you in on a page of its own.' },
    { text: 'Juniper', effect: 'Does so too, and its popup looks closed to this page.' },
  ],
  usernames: testUsernames,
  passwords: passwords.filter((hint) => !isForError(hint)),
  // Atrium has no errors to tell.
  errors: api === 'platform' ? passwords.filter(isForError) : [],
  answers: [
    { text: 'correct', effect: 'Right, whatever the question.' },
    { text: 'challenge', effect: 'Right, and another question follows.' },
    { text: 'wrong', effect: 'Wrong, like any other word.' },
  ],
});
