import { StartError, errorCode } from './start-error.ts';

const PATIENCE_MS = 15_000;

export interface AtriumKey {
  readonly apiKey: string;
  readonly clientId: string;
  readonly baseUrl: string;
}

/**
 * Asks Atrium for the shortest thing that needs the key.
 *
 * @throws StartError when Atrium refuses it, or cannot be reached.
 */
export async function checkKey({ apiKey, clientId, baseUrl }: AtriumKey): Promise<void> {
  const status = await fetch(`${baseUrl.replace(/\/+$/, '')}/users?records_per_page=10`, {
    headers: {
      'MX-API-Key': apiKey,
      'MX-Client-ID': clientId,
      Accept: 'application/vnd.mx.atrium.v1+json',
    },
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
  if (status !== 200) throw new StartError(`${baseUrl} ${sentence(status)}`);
}

function reasonOf(error: unknown): string {
  const isTimeout = error instanceof Error && error.name === 'TimeoutError';
  return isTimeout
    ? `no answer in ${PATIENCE_MS / 1_000} seconds`
    : (errorCode(error) ?? 'no reason given');
}

function sentence(status: number): string {
  switch (status) {
    case 401:
      return 'does not know this key (401): copy ATRIUM_API_KEY and ATRIUM_CLIENT_ID from the MX dashboard, both of the same environment.';
    case 403:
      return 'refuses this machine (403): add its address to the list of allowed addresses in the MX dashboard.';
    default:
      return `answered ${status} instead of a list of users: check that ATRIUM_BASE_URL is an Atrium, or try again later.`;
  }
}
