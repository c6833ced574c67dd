import type { ObserveProxy } from './observe.ts';

/** MX's two Atrium hosts. */
const HOSTS = {
  development: 'https://vestibule.mx.com',
  production: 'https://atrium.mx.com',
} as const;

export type AtriumEnvironment = keyof typeof HOSTS;

/** Which Atrium to talk to: one of MX's own, or any other address that behaves like it. */
export type AtriumHost =
  | { readonly environment: AtriumEnvironment; readonly baseUrl?: undefined }
  | {
      /** An `https:` address; `http:` is accepted on the loopback interface only. */
      readonly baseUrl: string;
      readonly environment?: undefined;
    };

/**
 * What it takes to speak to Atrium as its client. Keep all of it on the server. The keys may be
 * read from the environment as they are: one that is missing is refused by name.
 */
export type AtriumAccess = AtriumHost & {
  /** Sent as `MX-API-Key`. Reads every user's data: it must never reach a browser. */
  readonly apiKey: string | undefined;
  /** Sent as `MX-Client-ID`. */
  readonly clientId: string | undefined;
  /** @default globalThis.fetch */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /**
   * How long Atrium may take to answer, a retry included, in milliseconds.
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
  /** Called once a request, for logs and metrics. */
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
  readonly observe: ObserveProxy | undefined;
  readonly now: () => number;
}

/** @throws TypeError naming the option that is wrong and what it must be, never its value. */
export function checkAccess(access: AtriumAccess): CheckedAccess {
  const { timeoutMs = 30_000 } = access;
  if (!(Number.isFinite(timeoutMs) && timeoutMs > 0)) {
    throw new TypeError('`timeoutMs` must be a number of milliseconds above 0.');
  }
  return {
    baseUrl: baseUrlOf(access),
    headers: {
      'MX-API-Key': headerValue('apiKey', access.apiKey),
      'MX-Client-ID': headerValue('clientId', access.clientId),
      Accept: 'application/vnd.mx.atrium.v1+json',
    },
    fetch: access.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    timeoutMs,
  };
}

/** @throws TypeError naming the option that is wrong and what it must be, never its value. */
export function checkOptions(options: AtriumProxyOptions): CheckedOptions {
  const { allow = {}, publicOrigins = [], resolveUser } = options;
  if (typeof resolveUser !== 'function') {
    throw new TypeError(
      '`resolveUser` must be a function that says who is signed in. Without it, everyone would share one user.',
    );
  }
  publicOrigins.forEach((each) => checkOrigin('publicOrigins', each));
  allow.redirectOrigins?.forEach((each) => checkOrigin('allow.redirectOrigins', each));
  return {
    ...checkAccess(options),
    resolveUser,
    basePath: basePathOf(options.basePath ?? '/api/atrium'),
    publicOrigins,
    allow,
    observe: options.observe,
    now: options.now ?? (() => Date.now()),
  };
}

function headerValue(option: string, value: unknown): string {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return value;
  throw new TypeError(
    `\`${option}\` is missing, or holds a space or a character that a header cannot carry. Atrium answers nothing without it: copy it from the MX dashboard into the server's environment.`,
  );
}

function baseUrlOf({ environment, baseUrl }: AtriumHost): string {
  if ((environment === undefined) === (baseUrl === undefined)) {
    throw new TypeError(
      'Give either `environment` or `baseUrl`: they both say which Atrium to use.',
    );
  }
  if (environment !== undefined) {
    if (Object.hasOwn(HOSTS, environment)) return HOSTS[environment];
    throw new TypeError("`environment` must be 'development' or 'production'.");
  }
  return checkBaseUrl(baseUrl);
}

function checkBaseUrl(baseUrl: string | undefined): string {
  const url = URL.canParse(baseUrl ?? '') ? new URL(baseUrl ?? '') : undefined;
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url));
  if (!url || !secure || url.username || url.password || url.search || url.hash) {
    throw new TypeError(
      '`baseUrl` must be an https: address without a user, query or hash; http: is for localhost only. Keys and bank passwords travel over it.',
    );
  }
  return url.href.replace(/\/+$/, '');
}

function isLoopback({ hostname }: URL): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
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
