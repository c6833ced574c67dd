import { ensureUser } from 'react-atrium-connect/server';

/** The MX user of one of your own users: keep the guid, and return it from `resolveUser`. */
export async function mxUserOf(identifier: string): Promise<{ userGuid: string }> {
  const userGuid = await ensureUser({
    apiKey: process.env['ATRIUM_API_KEY'],
    clientId: process.env['ATRIUM_CLIENT_ID'],
    environment: 'development',
    identifier,
  });
  return { userGuid };
}
