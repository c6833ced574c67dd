import type { MxAccess, MxApi } from './settings.ts';
import { StartError, errorCode } from './start-error.ts';

const PATIENCE_MS = 15_000;

/**
 * Asks MX for the shortest thing that needs the key.
 *
 * @throws StartError when MX refuses it, or cannot be reached.
 */
export async function checkKey(access: MxAccess): Promise<void> {
  const { api, baseUrl } = access;
  const status = await fetch(`${baseUrl.replace(/\/+$/, '')}/users?records_per_page=10`, {
    headers: headers[api](access),
    // Elsewhere the key is nobody's business.
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).then(
    (response) => response.status,
    (error: unknown) => {
      throw new StartError(
        `${baseUrl} cannot be reached (${reasonOf(error)}): check ATRIUM_BASE_URL and the network.`,
      );
    },
  );
  if (status !== 200) throw new StartError(`${baseUrl} ${sentence(status, api)}`);
}

const headers: Readonly<Record<MxApi, (access: MxAccess) => Record<string, string>>> = {
  atrium: ({ apiKey, clientId }) => ({
    'MX-API-Key': apiKey,
    'MX-Client-ID': clientId,
    Accept: 'application/vnd.mx.atrium.v1+json',
  }),
  platform: ({ apiKey, clientId }) => ({
    Authorization: `Basic ${btoa(`${clientId}:${apiKey}`)}`,
    Accept: 'application/json',
    'Accept-Version': 'v20250224',
  }),
};

function reasonOf(error: unknown): string {
  const isTimeout = error instanceof Error && error.name === 'TimeoutError';
  return isTimeout
    ? `no answer in ${PATIENCE_MS / 1_000} seconds`
    : (errorCode(error) ?? 'no reason given');
}

function sentence(status: number, api: MxApi): string {
  switch (status) {
    case 401:
      return `does not know this key (401): copy ATRIUM_API_KEY and ATRIUM_CLIENT_ID from the MX dashboard, both of the same environment, and set MX_API to the API that they are for (it is ${api} now).`;
    case 403:
      return 'refuses this machine (403): add its address to the list of allowed addresses in the MX dashboard.';
    default:
      return `answered ${status} instead of a list of users: check that MX_API (${api} now) is what is spoken at ATRIUM_BASE_URL, or try again later.`;
  }
}
