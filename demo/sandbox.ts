import { createSandbox, magicPasswords, testUsernames } from 'react-atrium-connect/sandbox';
import type { AtriumAccess } from 'react-atrium-connect/server';
import type { Hints } from './hints.ts';
import { listen } from './listen.ts';

/** A sandbox takes any key that is not empty. */
const KEYS = { apiKey: 'any', clientId: 'any' };

/** Starts the sandbox on a port of its own: it is another origin, as MX and the banks are. */
export async function startSandbox(port: number): Promise<AtriumAccess & { baseUrl: string }> {
  const baseUrl = await listen(createSandbox().fetch, port, 'SANDBOX_PORT');
  return { ...KEYS, baseUrl };
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
