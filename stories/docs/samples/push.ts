import { createAtriumProxy, createWebhookReceiver } from 'react-atrium-connect/server';
import { userOf } from './session.ts';
import { store } from './store.ts';

export const atrium = createAtriumProxy({
  apiKey: process.env['ATRIUM_API_KEY'],
  clientId: process.env['ATRIUM_CLIENT_ID'],
  environment: 'development',
  store,
  resolveUser: async (request) => {
    const user = await userOf(request);
    return user === null ? null : { identifier: user };
  },
});

/** Mount it for POST where MX can reach it, with the name and password that MX was given. */
export const webhooks = createWebhookReceiver({
  store,
  credentials: { username: 'mx', password: process.env['WEBHOOK_PASSWORD'] },
});
