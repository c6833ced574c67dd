import { createAtriumProxy } from 'react-atrium-connect/server';
import { userOf } from './session.ts';

export const atrium = createAtriumProxy({
  apiKey: process.env['ATRIUM_API_KEY'],
  clientId: process.env['ATRIUM_CLIENT_ID'],
  environment: 'development',
  resolveUser: async (request) => {
    const user = await userOf(request);
    return user === null ? null : { identifier: user };
  },
  // Without `accountNumbers`: this server reads them from MX itself, and no browser holds them.
  allow: { verification: true },
});
