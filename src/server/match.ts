import { ROUTES } from './routes.ts';
import type { Route } from './routes.ts';

export interface RouteMatch {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Paths are compared as they arrived, undecoded, and no pattern admits a percent sign:
 * an encoded slash or dot can therefore never become part of an upstream address. Plain `.` and
 * `..` are gone by then: a URL resolves them.
 */
const PARAMS: Readonly<Record<string, string>> = {
  ':code': '(?<code>[A-Za-z0-9_.-]{1,100})',
  ':member': '(?<member>MBR-[0-9a-f-]{36})',
};

const TABLE = ROUTES.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace(/:[a-z]+/g, (name) => PARAMS[name] ?? name)}$`),
}));

/** The allowed route that a request names, if there is one. */
export function matchRoute(
  method: string,
  path: string,
  offers: Readonly<Partial<Record<NonNullable<Route['needs']>, boolean>>>,
): RouteMatch | undefined {
  for (const { route, pattern } of TABLE) {
    const found = route.method === method ? pattern.exec(path) : null;
    if (found && (route.needs === undefined || offers[route.needs])) {
      return { route, params: { ...found.groups } };
    }
  }
  return undefined;
}

/** An upstream path, its `:names` filled in with values that have been checked already. */
export function upstreamPath(pattern: string, params: Readonly<Record<string, string>>): string {
  return pattern.replace(/:([a-z]+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`No value for :${name} in ${pattern}.`);
    return value;
  });
}
