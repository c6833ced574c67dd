import { isLoopback } from '../domain/loopback.ts';
import {
  checkDuration,
  checkFlags,
  checkFunctions,
  checkNames,
  checkOrigins,
  checkStore,
} from './check.ts';
import type { Names } from './check.ts';
import { atrium } from './dialects/atrium.ts';
import type { Dialect } from './dialects/dialect.ts';
import { isPlatformVersion, platform } from './dialects/platform.ts';
import type { PlatformVersion } from './dialects/platform.ts';
import { createKeyRing } from './keys.ts';
import { checkLimits } from './limits.ts';
import { createMemoryStore } from './memory-store.ts';
import type {
  AtriumAccess,
  AtriumApi,
  AtriumHost,
  AtriumProxyOptions,
  CheckedAccess,
  CheckedOptions,
  ProxyAllow,
} from './options.ts';
import { checkStreamOptions } from './streams/options.ts';

const LATEST: PlatformVersion = 'v20250224';

/** Every name that `AtriumAccess` has. */
export const ACCESS_NAMES = {
  api: true,
  apiVersion: true,
  environment: true,
  baseUrl: true,
  apiKey: true,
  clientId: true,
  fetch: true,
  timeoutMs: true,
} satisfies Names<AtriumAccess>;

const PROXY_NAMES = {
  ...ACCESS_NAMES,
  resolveUser: true,
  basePath: true,
  publicOrigins: true,
  allow: true,
  store: true,
  streams: true,
  bodyTimeoutMs: true,
  limits: true,
  observe: true,
  audit: true,
  now: true,
} satisfies Names<AtriumProxyOptions>;

const ALLOW_NAMES = {
  accountNumbers: true,
  accountOwners: true,
  verification: true,
  identification: true,
  manualAccounts: true,
  redirectOrigins: true,
} satisfies Names<ProxyAllow>;

/** @throws TypeError naming the option that is wrong and what it must be, never its value. */
export function checkAccess(access: AtriumAccess): CheckedAccess {
  const { timeoutMs = 30_000 } = access;
  checkFunctions({ fetch: access.fetch });
  const dialect = dialectOf(access);
  return {
    dialect,
    baseUrl: baseUrlOf(access, dialect),
    keys: createKeyRing(access, dialect),
    fetch: access.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    timeoutMs: checkDuration('timeoutMs', timeoutMs),
  };
}

/** @throws TypeError naming the option that is wrong and what it must be, never its value. */
export function checkOptions(options: AtriumProxyOptions): CheckedOptions {
  checkNames('createAtriumProxy', options, PROXY_NAMES);
  const { allow = {}, basePath = '/api/atrium', bodyTimeoutMs = 10_000 } = options;
  const { resolveUser, observe, audit, now = () => Date.now() } = options;
  if (typeof resolveUser !== 'function') {
    throw new TypeError(
      '`resolveUser` must be a function that says who is signed in. Without it, everyone would share one user.',
    );
  }
  checkFunctions({ observe, audit, now });
  const access = checkAccess(options);
  checkAllow(allow, access.dialect);
  if (options.streams !== undefined && options.store === undefined) {
    throw new TypeError('`streams` needs a `store`: it is where the events come from.');
  }
  return {
    ...access,
    resolveUser,
    basePath: basePathOf(basePath),
    publicOrigins: publicOriginsOf(options),
    allow,
    store:
      options.store === undefined
        ? createMemoryStore({ now: options.now })
        : checkStore(options.store),
    streams: options.store && checkStreamOptions(options.streams),
    bodyTimeoutMs: checkDuration('bodyTimeoutMs', bodyTimeoutMs),
    limits: checkLimits(options.limits),
    observe,
    audit,
    now,
  };
}

/** Left out, the request itself decides. A list that came out empty must not do the same. */
function publicOriginsOf(options: Pick<AtriumProxyOptions, 'publicOrigins'>): readonly string[] {
  if (!Object.hasOwn(options, 'publicOrigins')) return [];
  const publicOrigins = options.publicOrigins ?? [];
  if (publicOrigins.length > 0) return checkOrigins('publicOrigins', publicOrigins);
  throw new TypeError(
    '`publicOrigins` is undefined or empty, so the `Host` header of a request would decide. Is an environment variable missing? Leave the option out if `request.url` shows the public origin.',
  );
}

function checkAllow(allow: ProxyAllow, { manualAccounts }: Dialect): void {
  checkNames('allow', allow, ALLOW_NAMES);
  const { redirectOrigins = [], ...permissions } = allow;
  checkFlags(
    Object.fromEntries(Object.entries(permissions).map(([name, is]) => [`allow.${name}`, is])),
  );
  checkOrigins('allow.redirectOrigins', redirectOrigins);
  if (allow.manualAccounts === true && !manualAccounts) {
    throw new TypeError(
      "`allow.manualAccounts` needs `api: 'platform'`: Atrium cannot keep an account by hand.",
    );
  }
}

function dialectOf({ api = 'atrium', apiVersion }: AtriumApi): Dialect {
  if (api === 'atrium' && apiVersion === undefined) return atrium;
  if (api === 'platform' && isPlatformVersion(apiVersion ?? LATEST)) {
    return platform(apiVersion ?? LATEST);
  }
  throw new TypeError(
    api === 'atrium' || api === 'platform'
      ? "`apiVersion` must be 'v20250224' or 'v20111101', and goes with `api: 'platform'` alone: Atrium has one version."
      : "`api` must be 'atrium' or 'platform': they are reached and spoken to differently.",
  );
}

function baseUrlOf({ environment, baseUrl }: AtriumHost, { hosts }: Dialect): string {
  if ((environment === undefined) === (baseUrl === undefined)) {
    throw new TypeError('Give either `environment` or `baseUrl`: they both say where MX is.');
  }
  if (environment !== undefined) {
    if (Object.hasOwn(hosts, environment)) return hosts[environment];
    throw new TypeError("`environment` must be 'development' or 'production'.");
  }
  return checkBaseUrl(baseUrl);
}

function checkBaseUrl(baseUrl: string | undefined): string {
  const url = URL.canParse(baseUrl ?? '') ? new URL(baseUrl ?? '') : undefined;
  const secure =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!url || !secure || url.username || url.password || url.search || url.hash) {
    throw new TypeError(
      '`baseUrl` must be an https: address without a user, query or hash; http: is for localhost only. Keys and bank passwords travel over it.',
    );
  }
  return url.href.replace(/\/+$/, '');
}

function basePathOf(basePath: string): string {
  if (basePath === '/' || /^(\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9_.~-]+)+\/?$/.test(basePath)) {
    return basePath.replace(/\/$/, '');
  }
  throw new TypeError(
    "`basePath` must be a path such as '/api/atrium', or '/' for all of the host.",
  );
}
