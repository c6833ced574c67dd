import { isLoopback } from '../domain/loopback.ts';
import { atrium } from './dialects/atrium.ts';
import type { Dialect } from './dialects/dialect.ts';
import { isPlatformVersion, platform } from './dialects/platform.ts';
import type { PlatformVersion } from './dialects/platform.ts';
import { createMemoryStore } from './memory-store.ts';
import type { ObserveProxy } from './observe.ts';
import type { AtriumStore } from './store.ts';
import { checkStreamOptions } from './streams/options.ts';
import type { CheckedStreamOptions, StreamOptions } from './streams/options.ts';

const LATEST: PlatformVersion = 'v20250224';

export type AtriumEnvironment = 'development' | 'production';

/** Which of MX's APIs to speak. The browser is answered in Atrium's words from either. */
export type AtriumApi =
  | {
      /** @default 'atrium' */
      readonly api?: 'atrium' | undefined;
      readonly apiVersion?: undefined;
    }
  | {
      readonly api: 'platform';
      /** @default 'v20250224' */
      readonly apiVersion?: PlatformVersion | undefined;
    };

/** Where MX is: one of its own hosts, or any other address that behaves like it. */
export type AtriumHost =
  | { readonly environment: AtriumEnvironment; readonly baseUrl?: undefined }
  | {
      /** An `https:` address; `http:` is accepted on the loopback interface only. */
      readonly baseUrl: string;
      readonly environment?: undefined;
    };

/**
 * What it takes to speak to MX as its client. Keep all of it on the server. The keys may be
 * read from the environment as they are: one that is missing is refused by name.
 */
export type AtriumAccess = AtriumHost &
  AtriumApi & {
    /** Reads every user's data: it must never reach a browser. */
    readonly apiKey: string | undefined;
    readonly clientId: string | undefined;
    /** @default globalThis.fetch */
    readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
    /**
     * How long MX may take to answer, a retry included, in milliseconds.
     *
     * @default 30_000
     */
    readonly timeoutMs?: number;
  };

/** Whom a request is for, as the host's own session says. */
export type ProxyUser =
  /** The MX user's guid (`USR-…`), if the host keeps it. */
  | { readonly userGuid: string }
  /** The host's own user id; the MX user that carries it is found, or created on the first visit. */
  | { readonly identifier: string };

/** What stays shut unless the host opens it. */
export interface ProxyAllow {
  /** Opens `account_numbers`, and lets numbers pass whole rather than as their last four characters. */
  readonly accountNumbers?: boolean;
  /** Opens `account_owners`: names, addresses, email. */
  readonly accountOwners?: boolean;
  /** Opens `verify`, a premium job. */
  readonly verification?: boolean;
  /** Opens `identify`, a premium job. */
  readonly identification?: boolean;
  /** Opens `POST /accounts`, an account kept by hand. The Platform API alone has them. */
  readonly manualAccounts?: boolean;
  /** Origins, besides the page's own, that `client_redirect_url` may name. */
  readonly redirectOrigins?: readonly string[];
}

export type Permission = Exclude<keyof ProxyAllow, 'redirectOrigins'>;

export type AtriumProxyOptions = AtriumAccess & {
  /**
   * Says who is signed in, from the session that the host keeps (a cookie, a token), or `null`
   * when nobody is: the answer is then 401. Never take the user from the URL or the body.
   * If it throws, the answer is 500, so report your own failures inside it.
   */
  readonly resolveUser: (request: Request) => ProxyUser | null | Promise<ProxyUser | null>;
  /**
   * Where the proxy is mounted; routes are matched below it.
   *
   * @default '/api/atrium'
   */
  readonly basePath?: string;
  /**
   * The origins at which browsers see this site, such as `https://app.example.com`. Set it when
   * something in front ends TLS or renames the host, so that `request.url` shows another origin.
   * `X-Forwarded-Host` is not read: anyone can send it.
   *
   * @default the origin of `request.url`
   */
  readonly publicOrigins?: readonly string[];
  readonly allow?: ProxyAllow;
  /**
   * What this proxy has in common with other processes and with the receiver of MX's webhooks:
   * `createMemoryStore` or `createRedisStore`. With it, `GET /events` tells a page when to look
   * again. It takes a server that stays up between requests.
   *
   * @default status reads shared in the memory of this process, and no events
   */
  readonly store?: AtriumStore | undefined;
  /** How many streams of events there may be, and for how long. They take a `store`. */
  readonly streams?: StreamOptions | undefined;
  /**
   * How long a request's body may take to arrive, in milliseconds. Beyond it the answer is 408.
   *
   * @default 10_000
   */
  readonly bodyTimeoutMs?: number;
  /** Called once a request, and once more when a stream of events ends, for logs and metrics. */
  readonly observe?: ObserveProxy;
  /**
   * The clock, in milliseconds.
   *
   * @default Date.now
   */
  readonly now?: () => number;
};

/** Access that has been checked. */
export interface CheckedAccess {
  readonly dialect: Dialect;
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly timeoutMs: number;
}

/** Options that have been checked, with their defaults in place. */
export interface CheckedOptions extends CheckedAccess {
  readonly resolveUser: AtriumProxyOptions['resolveUser'];
  readonly basePath: string;
  readonly publicOrigins: readonly string[];
  readonly allow: ProxyAllow;
  readonly store: AtriumStore;
  /** Only where the host gave the store: nobody tells one of our own. */
  readonly streams: CheckedStreamOptions | undefined;
  readonly bodyTimeoutMs: number;
  readonly observe: ObserveProxy | undefined;
  readonly now: () => number;
}

/** @throws TypeError naming the option that is wrong and what it must be, never its value. */
export function checkAccess(access: AtriumAccess): CheckedAccess {
  const timeoutMs = durationOf('timeoutMs', access.timeoutMs ?? 30_000);
  const dialect = dialectOf(access);
  return {
    dialect,
    baseUrl: baseUrlOf(access, dialect),
    headers: dialect.headers({
      apiKey: keyOf('apiKey', access.apiKey, FIT_FOR_A_HEADER),
      clientId: keyOf('clientId', access.clientId, FIT_BEFORE_A_COLON),
    }),
    fetch: access.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    timeoutMs,
  };
}

/** @throws TypeError naming the option that is wrong and what it must be, never its value. */
export function checkOptions(options: AtriumProxyOptions): CheckedOptions {
  const { allow = {}, publicOrigins = [], resolveUser, now = () => Date.now() } = options;
  if (typeof resolveUser !== 'function') {
    throw new TypeError(
      '`resolveUser` must be a function that says who is signed in. Without it, everyone would share one user.',
    );
  }
  publicOrigins.forEach((each) => checkOrigin('publicOrigins', each));
  allow.redirectOrigins?.forEach((each) => checkOrigin('allow.redirectOrigins', each));
  const access = checkAccess(options);
  if (allow.manualAccounts === true && !access.dialect.manualAccounts) {
    throw new TypeError(
      "`allow.manualAccounts` needs `api: 'platform'`: Atrium cannot keep an account by hand.",
    );
  }
  if (options.streams !== undefined && options.store === undefined) {
    throw new TypeError('`streams` needs a `store`: it is where the events come from.');
  }
  return {
    ...access,
    resolveUser,
    basePath: basePathOf(options.basePath ?? '/api/atrium'),
    publicOrigins,
    allow,
    store: options.store ?? createMemoryStore({ now }),
    streams: options.store && checkStreamOptions(options.streams),
    bodyTimeoutMs: durationOf('bodyTimeoutMs', options.bodyTimeoutMs ?? 10_000),
    observe: options.observe,
    now,
  };
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

function durationOf(option: string, value: number): number {
  if (Number.isFinite(value) && value > 0) return value;
  throw new TypeError(`\`${option}\` must be a number of milliseconds above 0.`);
}

const FIT_FOR_A_HEADER = /^[\x21-\x7e]+$/;
/** The Platform API takes both keys in one header, parted by the first colon. */
const FIT_BEFORE_A_COLON = /^[\x21-\x39\x3b-\x7e]+$/;

function keyOf(option: string, value: unknown, fit: RegExp): string {
  if (typeof value === 'string' && fit.test(value)) return value;
  throw new TypeError(
    `\`${option}\` is missing, or holds a space or a character that a header cannot carry. MX answers nothing without it: copy it from the MX dashboard into the server's environment.`,
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
  if (basePath === '/' || /^(\/[A-Za-z0-9_.~-]+)+\/?$/.test(basePath)) {
    return basePath.replace(/\/$/, '');
  }
  throw new TypeError(
    "`basePath` must be a path such as '/api/atrium', or '/' for all of the host.",
  );
}

function checkOrigin(option: string, origin: string): void {
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
    throw new TypeError(
      `\`${option}\` must hold origins such as 'https://app.example.com', in lower case, without a path or a slash at the end.`,
    );
  }
}
