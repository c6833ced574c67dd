import { createAtriumProxy, type AtriumProxy } from 'react-atrium-connect/server';
import { userOf } from './session.ts';

interface Env {
  readonly ATRIUM_API_KEY: string;
  readonly ATRIUM_CLIENT_ID: string;
}

let atrium: AtriumProxy | undefined;

export default {
  fetch(request: Request, env: Env): Promise<Response> {
    atrium ??= createAtriumProxy({
      apiKey: env.ATRIUM_API_KEY,
      clientId: env.ATRIUM_CLIENT_ID,
      environment: 'development',
      resolveUser: async (visit) => {
        const user = await userOf(visit);
        return user === null ? null : { identifier: user };
      },
    });
    return atrium(request);
  },
};
