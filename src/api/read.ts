/** Reads JSON that nothing is known about. None of these throws. */
import type { Resource, RESOURCES } from '../contract/resources.ts';
import { MAX_ANSWERS } from '../domain/credential.ts';
import { isGuid } from '../domain/guid.ts';
import { visibleText } from '../domain/visible-text.ts';

/** An object as it came: any field may be missing, `null` or of another type. */
export type Wire = Readonly<Record<string, unknown>>;

/** A resource as it came. Only the fields that the contract lets pass can be read. */
export type WireOf<R extends Resource> = {
  readonly [Name in keyof (typeof RESOURCES)[R]]?: unknown;
};

/** Parses a `WireOf` one resource; `null` if it can't. A parser of any `Wire` does not compile. */
export type Parse<T> = (wire: object) => T | null;

export function isWire(raw: unknown): raw is Wire {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

/**
 * A string or number exactly as it arrived, or `null` if it is empty: for what is sent back. Numbers
 * count, because the value of an option may be one.
 */
export function verbatim(raw: unknown): string | null {
  return (typeof raw === 'string' || typeof raw === 'number' ? `${raw}` : '') || null;
}

/** Text to show, without the invisible characters that could disguise it. `null` if none is left. */
export const text = (raw: unknown): string | null => verbatim(visibleText(verbatim(raw) ?? ''));

/** Returns an MX guid, or `null`. Anything else could not be sent back to the proxy. */
export const guidOf = (raw: unknown): string | null => (isGuid(raw) ? raw : null);

export function amount(raw: unknown): number | null {
  return Number.isFinite(raw) ? (raw as number) : null;
}

const INSTANT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?:Z|([+-]\d\d):?(\d\d))?$/;

/** A moment in ISO 8601 with any offset (none: UTC), as ISO 8601 in UTC. */
export function instant(raw: unknown): string | null {
  const parts = INSTANT.exec(text(raw) ?? '');
  if (parts === null) {
    return null;
  }
  const [, local, hours = '+00', minutes = '00'] = parts;
  const time = Date.parse(`${local}${hours}:${minutes}`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** The objects of a list in their `display_order`, those without one last, as far as they parse. */
export function listOf<T>(raw: unknown, parse: Parse<T>): readonly T[] {
  const wires = Array.isArray(raw) ? raw.filter(isWire) : [];
  return wires
    .toSorted((one, other) => orderOf(one) - orderOf(other))
    .map((wire) => parse(wire))
    .filter((item) => item !== null);
}

/**
 * Like `listOf`, but `null` if any item does not parse or there are too many. For what the user
 * must fill in: a form without one of its fields, or with too many, would only be refused.
 */
export function wholeListOf<T>(raw: unknown, parse: Parse<T>): readonly T[] | null {
  const items = listOf(raw, parse);
  const isWhole = !Array.isArray(raw) || items.length === raw.length;
  return isWhole && items.length <= MAX_ANSWERS ? items : null;
}

/** The items without those that have the same guid as one before them. */
export function uniqueByGuid<T extends object>(items: readonly T[]): readonly T[] {
  const guids = new Set<unknown>();
  return items.filter(
    (item) => !('guid' in item) || (!guids.has(item.guid) && guids.add(item.guid)),
  );
}

const orderOf = ({ display_order: order }: WireOf<'credential'>) =>
  amount(order) ?? Number.MAX_VALUE;
