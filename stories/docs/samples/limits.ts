import { createAtriumProxy } from 'react-atrium-connect/server';
import { secondsToWait, userOf } from './session.ts';

export const atrium = createAtriumProxy({
  apiKey: process.env['ATRIUM_API_KEY'],
  clientId: process.env['ATRIUM_CLIENT_ID'],
  environment: 'production',
  resolveUser: async (request) => {
    const user = await userOf(request);
    if (user === null) return null;
    const retryAfterSeconds = await secondsToWait(user);
    return retryAfterSeconds > 0 ? { retryAfterSeconds } : { identifier: user };
  },
  limits: {
    attempts: { max: 40, windowMs: 3_600_000 },
    concurrency: { max: 32 },
  },
});
