import { createSandbox, magicPasswords, testUsernames } from 'react-atrium-connect/sandbox';
import type { Hints } from './hints.ts';
import { listen } from './listen.ts';
import type { MxAccess, MxApi } from './settings.ts';

/** A sandbox takes any key that is not empty. */
const KEYS = { apiKey: 'any', clientId: 'any' };

/** Starts the sandbox on a port of its own: it is another origin, as MX and the banks are. */
export async function startSandbox(api: MxApi, port: number): Promise<MxAccess> {
  const baseUrl = await listen(createSandbox().fetch, port, 'SANDBOX_PORT');
  return { ...KEYS, api, baseUrl };
}

export const sandboxHints: Hints = {
  institutions: [
    { text: 'MX Bank', effect: 'Asks for a username and a password.' },
    { text: 'MX Bank (OAuth)', effect: 'Signs you in on a page of its own.' },
    { text: 'Juniper', effect: 'Does so too, and its popup looks closed to this page.' },
  ],
  usernames: testUsernames,
  passwords: magicPasswords.map(({ password, effect }) => ({ text: password, effect })),
  answers: [
    { text: 'correct', effect: 'Right, whatever the question.' },
    { text: 'challenge', effect: 'Right, and another question follows.' },
    { text: 'wrong', effect: 'Wrong, like any other word.' },
  ],
};
