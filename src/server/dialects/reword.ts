import { isJsonObject } from '../json.ts';
import type { JsonObject } from '../json.ts';

/** The same thing in other words. */
export type Reword = (thing: JsonObject) => JsonObject;

/** Rewords the resources of a body, one or a list of them, by the key they stand under. */
export function rewordAll(body: JsonObject, words: ReadonlyMap<string, Reword>): JsonObject {
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => {
      const reword = words.get(key);
      return [key, reword === undefined ? value : rewordEach(value, reword)];
    }),
  );
}

function rewordEach(value: unknown, reword: Reword): unknown {
  const rewordOne = (one: unknown): unknown => (isJsonObject(one) ? reword(one) : one);
  return Array.isArray(value) ? value.map(rewordOne) : rewordOne(value);
}

/** Renames one key, if it is there. */
export const renaming =
  (from: string, to: string): Reword =>
  (thing) => {
    if (!Object.hasOwn(thing, from)) return thing;
    const { [from]: value, ...rest } = thing;
    return { ...rest, [to]: value };
  };

/** Leaves the named keys out. */
export function without(thing: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(thing).filter(([name]) => !names.includes(name)));
}

/** The named keys, as far as they are there. */
export function only(thing: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(thing).filter(([name]) => names.includes(name)));
}
