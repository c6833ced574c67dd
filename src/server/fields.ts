import { isGuid } from '../domain/guid.ts';
import { isJsonObject } from './json.ts';
import type { JsonObject } from './json.ts';
import { Problem } from './problem.ts';

/** What a field may need to know about the request it came with. */
export interface FieldContext {
  /** Origins that a bank may send the person back to. */
  readonly redirectOrigins: ReadonlySet<string>;
}

/**
 * Accepts one value from the browser and returns what goes upstream.
 *
 * @throws a `Problem` naming the field by `path`, never by the value.
 */
export type Field = (value: unknown, path: string, context: FieldContext) => unknown;

const refuse = (path: string, rule: string): Problem =>
  new Problem('invalid', { message: `\`${path}\` must be ${rule}.` });

export const text =
  (maxLength: number): Field =>
  (value, path) => {
    if (typeof value === 'string' && value.length <= maxLength) return value;
    throw refuse(path, `a string of at most ${maxLength} characters`);
  };

export const matching =
  (pattern: RegExp, rule: string): Field =>
  (value, path) => {
    if (typeof value === 'string' && pattern.test(value)) return value;
    throw refuse(path, rule);
  };

export const guid: Field = (value, path) => {
  if (isGuid(value)) return value;
  throw refuse(path, 'an MX guid');
};

export const oneOf =
  (...allowed: readonly string[]): Field =>
  (value, path) => {
    if (typeof value === 'string' && allowed.includes(value)) return value;
    throw refuse(path, `one of ${allowed.join(', ')}`);
  };

export const amount: Field = (value, path) => {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw refuse(path, 'a number');
};

export const flag: Field = (value, path) => {
  if (typeof value === 'boolean') return value;
  throw refuse(path, 'true or false');
};

/** A list with at least one item. */
export const listOf =
  (item: Field, maxItems: number): Field =>
  (value, path, context) => {
    if (!Array.isArray(value) || value.length === 0 || value.length > maxItems) {
      throw refuse(path, `a list of 1 to ${maxItems} items`);
    }
    return value.map((each, index) => item(each, `${path}[${index}]`, context));
  };

/**
 * An object of which only the named fields are read. The others are dropped rather than
 * refused, so that a newer page goes on working against an older server.
 */
export const object =
  (fields: Readonly<Record<string, Field>>, required: readonly string[] = []): Field =>
  (value, path, context) => {
    if (!isJsonObject(value)) throw refuse(path, 'an object');
    const present = Object.entries(fields).filter(([name]) => Object.hasOwn(value, name));
    const missing = required.find((name) => !Object.hasOwn(value, name));
    if (missing !== undefined) throw refuse(`${path}.${missing}`, 'given');
    if (present.length === 0) throw refuse(path, 'an object with at least one known field');
    return Object.fromEntries(
      present.map(([name, field]) => [name, field(value[name], `${path}.${name}`, context)]),
    );
  };

/** A page to come back to: absolute, http or https, on an origin that the host owns or lists. */
export const redirectUrl: Field = (value, path, { redirectOrigins }) => {
  const url = typeof value === 'string' && value.length <= 2_048 ? parseUrl(value) : undefined;
  if (url && url.username === '' && url.password === '' && redirectOrigins.has(url.origin)) {
    return url.href;
  }
  throw refuse(path, "an address on this site's own origin or on one that the server lists");
};

function parseUrl(value: string): URL | undefined {
  return URL.canParse(value) ? new URL(value) : undefined;
}

/** The named parameters that the browser sent, checked; any other parameter is dropped. */
export function shapeQuery(
  fields: Readonly<Record<string, Field>>,
  sent: URLSearchParams,
  context: FieldContext,
): URLSearchParams {
  const shaped = new URLSearchParams();
  for (const [name, field] of Object.entries(fields)) {
    const value = sent.get(name);
    if (value !== null) shaped.set(name, String(field(value, name, context)));
  }
  return shaped;
}

/** What a body holds under its one name, such as `{ member: … }`. */
export interface Root {
  readonly name: 'member' | 'account';
  readonly field: Field;
}

/** A body of that form, with only the fields that its root names. */
export function shapeBody({ name, field }: Root, body: unknown, context: FieldContext): JsonObject {
  if (!isJsonObject(body)) throw refuse('body', 'a JSON object');
  return { [name]: field(body[name], name, context) };
}
