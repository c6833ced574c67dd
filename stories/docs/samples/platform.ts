import { createAtriumProxy } from 'react-atrium-connect/server';
import { userOf } from './session.ts';

export const atrium = createAtriumProxy({
  api: 'platform',
  apiKey: process.env['MX_API_KEY'],
  clientId: process.env['MX_CLIENT_ID'],
  environment: 'development',
  resolveUser: async (request) => {
    const user = await userOf(request);
    return user === null ? null : { identifier: user };
  },
  // A bank that MX has given up can be kept by hand.
  allow: { manualAccounts: true },
});
