import { isSet } from './check.ts';
import type { Dialect, Keys } from './dialects/dialect.ts';
import { createFlights } from './flights.ts';
import type { AtriumAccess, AtriumKey } from './options.ts';
import { hostFailure } from './problem.ts';

/** Headers that carry the keys. */
export type KeyHeaders = ReturnType<Dialect['headers']>;

/** The host's keys, as headers of a call. */
export interface KeyRing {
  /** The latest keys, or `undefined` until the host's functions have been called. */
  known(): KeyHeaders | undefined;
  /** Calls the host's functions. Concurrent calls share their result. */
  load(signal: AbortSignal): Promise<KeyHeaders>;
  /** What to use instead of headers that MX refused, or `undefined` if the keys are the same. */
  renew(refused: KeyHeaders, signal: AbortSignal): Promise<KeyHeaders | undefined>;
}

const PATTERNS: Readonly<Record<keyof Keys, RegExp>> = {
  apiKey: /^[\x21-\x7e]+$/,
  /** Without a colon: it ends the client id in the one header that the Platform API has. */
  clientId: /^[\x21-\x39\x3b-\x7e]+$/,
};

/** @throws TypeError when a key is neither a function nor a usable string. */
export function createKeyRing(
  { apiKey, clientId }: Pick<AtriumAccess, 'apiKey' | 'clientId'>,
  dialect: Dialect,
): KeyRing {
  checkKey('apiKey', apiKey);
  checkKey('clientId', clientId);
  if (typeof apiKey === 'string' && typeof clientId === 'string') {
    const headers = dialect.headers({ apiKey, clientId });
    return { known: () => headers, load: async () => headers, renew: async () => undefined };
  }

  let latest: KeyHeaders | undefined;
  const flights = createFlights<KeyHeaders>((_, headers) => {
    // Equal headers stay the same object, which `renew` compares.
    if (!latest || !areEqual(latest, headers)) latest = headers;
  });
  const ask = async (): Promise<KeyHeaders> => {
    const [api, client] = await Promise.all([
      resolveKey('apiKey', apiKey),
      resolveKey('clientId', clientId),
    ]);
    return dialect.headers({ apiKey: api, clientId: client });
  };
  const load = async (signal: AbortSignal): Promise<KeyHeaders> =>
    (await flights.board('keys', ask, signal)).answer;

  return {
    known: () => latest,
    load,
    async renew(refused, signal) {
      // Another request may have renewed them already.
      if (latest === refused) await load(signal);
      return latest === refused ? undefined : latest;
    },
  };
}

function checkKey(name: keyof Keys, key: AtriumKey): void {
  if (typeof key === 'function' || isKey(name, key)) return;
  throw new TypeError(
    `\`${name}\` is missing, or holds a space or a character that a header cannot carry. MX answers nothing without it: copy it from the MX dashboard into the server's environment, or pass a function that returns it.`,
  );
}

const isKey = (name: keyof Keys, value: unknown): value is string =>
  isSet(value) && PATTERNS[name].test(value);

async function resolveKey(name: keyof Keys, key: AtriumKey): Promise<string> {
  const value = typeof key === 'function' ? await callHost(name, key) : key;
  if (isKey(name, value)) return value;
  throw hostFailure(
    `\`${name}\` returned nothing, or a value with a space or a character that a header cannot carry.`,
  );
}

async function callHost(name: keyof Keys, key: () => unknown): Promise<unknown> {
  try {
    return await key();
  } catch (error) {
    const kind = error instanceof Error ? error.name : typeof error;
    throw hostFailure(`\`${name}\` threw (${kind}). Report its failures inside it.`);
  }
}

function areEqual(some: KeyHeaders, others: KeyHeaders): boolean {
  return Object.entries(some).every(([name, value]) => others[name] === value);
}
