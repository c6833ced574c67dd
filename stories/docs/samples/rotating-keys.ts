import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAtriumProxy } from 'react-atrium-connect/server';
import { userOf } from './session.ts';

const secret = async (name: string): Promise<string> => {
  const directory = process.env['SECRETS_DIRECTORY'] ?? '/run/secrets';
  return (await readFile(join(directory, name), 'utf8')).trim();
};

export const atrium = createAtriumProxy({
  apiKey: () => secret('atrium-api-key'),
  clientId: () => secret('atrium-client-id'),
  environment: 'production',
  resolveUser: async (request) => {
    const user = await userOf(request);
    return user === null ? null : { identifier: user };
  },
});
