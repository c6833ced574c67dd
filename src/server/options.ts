import type { AuditProxy } from './audit.ts';
import type { Dialect } from './dialects/dialect.ts';
import type { PlatformVersion } from './dialects/platform.ts';
import type { KeyRing } from './keys.ts';
import type { CheckedLimits, LimitOptions } from './limits.ts';
import type { ObserveProxy } from './observe.ts';
import type { ProxyUser } from './proxy-user.ts';
import type { AtriumStore } from './store.ts';
import type { CheckedStreamOptions, StreamOptions } from './streams/options.ts';

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

/** A key of MX, or a function that returns it, so that keys can rotate without a restart. */
export type AtriumKey =
  string | (() => string | undefined | Promise<string | undefined>) | undefined;

/**
 * What it takes to speak to MX as its client. Keep all of it on the server. The keys may be
 * read from the environment as they are: one that is missing is refused by name.
 */
export type AtriumAccess = AtriumHost &
  AtriumApi & {
    /**
     * The API key. It can read every user's data, so it must never reach a browser.
     *
     * A function is called before the first call to MX, and again when MX answers 401. If the
     * keys then differ, the call is sent once more with the new ones.
     */
    readonly apiKey: AtriumKey;
    /** The client id, or a function that returns it, as with `apiKey`. */
    readonly clientId: AtriumKey;
    /** @default globalThis.fetch */
    readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
    /**
     * How long all calls to MX for one request may take, in milliseconds. Looking up the user,
     * retries, and second reads are included. For `ensureUser`, it limits the whole search.
     *
     * @default 30_000
     */
    readonly timeoutMs?: number;
  };

/** The host's own limit: the user has sent too many requests, and can send another after this long. */
export interface RefusedUser {
  readonly retryAfterSeconds: number;
}

/** What stays shut unless the host opens it. */
export interface ProxyAllow {
  /** Opens `account_numbers`, the only route that returns whole numbers. */
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
   * Return `{ retryAfterSeconds }` to refuse a request with 429 and `Retry-After`.
   * If it throws, the answer is 500, so report your own failures inside it.
   *
   * For an open stream of events it is called again every minute, with the request that opened
   * the stream: read the session anew each time. If it returns anything but the same user, or
   * throws, the stream ends.
   */
  readonly resolveUser: (
    request: Request,
  ) => ProxyUser | RefusedUser | null | Promise<ProxyUser | RefusedUser | null>;
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
  /** What one user can ask of MX. */
  readonly limits?: LimitOptions | undefined;
  /** Called once a request, and once more when a stream of events ends, for logs and metrics. */
  readonly observe?: ObserveProxy;
  /**
   * Called once for each request that changes something at MX or reads account numbers or owners,
   * whatever came of it. Keep the events as your audit log. Its errors are ignored.
   */
  readonly audit?: AuditProxy | undefined;
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
  readonly keys: KeyRing;
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
  readonly limits: CheckedLimits;
  readonly observe: ObserveProxy | undefined;
  readonly audit: AuditProxy | undefined;
  readonly now: () => number;
}
