import type { Page } from './client.ts';
import { amount, isWire, listOf, type Parse, type wholeListOf, type WireOf } from './read.ts';

/** Reads the body of an answer; `null` when it is not what was asked for. */
export type Reader<T> = (body: unknown) => T | null;

type ReadList = typeof wholeListOf;

/** One thing under its key. */
export const oneIn =
  <T>(key: string, parse: Parse<T>): Reader<T> =>
  (body) =>
    isWire(body) && isWire(body[key]) ? parse(body[key]) : null;

/** One member. A response about another one than `guid` is not what was asked for. */
export const memberIn = <T extends { readonly guid: string }>(
  guid: string,
  parse: Parse<T>,
): Reader<T> =>
  oneIn('member', (wire) => {
    const found = parse(wire);
    return found?.guid === guid ? found : null;
  });

/** One page of a list. Without a word about pages it is the only one; no content is an empty one. */
export const pageIn =
  <T>(key: string, parse: Parse<T>, read: ReadList = listOf): Reader<Page<T>> =>
  (body) => {
    const items = itemsIn(body, key, (raw) => read(raw, parse));
    const pagination: WireOf<'pagination'> =
      isWire(body) && isWire(body['pagination']) ? body['pagination'] : {};
    return (
      items && {
        items,
        page: amount(pagination['current_page']) ?? 1,
        totalPages: amount(pagination['total_pages']) ?? 1,
        totalItems: amount(pagination['total_entries']) ?? items.length,
      }
    );
  };

function itemsIn<T>(
  body: unknown,
  key: string,
  read: (raw: unknown) => readonly T[] | null,
): readonly T[] | null {
  if (body === undefined) {
    return [];
  }
  return isWire(body) && Array.isArray(body[key]) ? read(body[key]) : null;
}
