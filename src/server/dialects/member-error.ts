import { isJsonObject, parseJson } from '../json.ts';
import type { JsonObject } from '../json.ts';

/**
 * A member whose `error`, if it has the key, can be relied on: a code, the words for the person
 * and the language of those words, or `null`. MX sends an object or the same as JSON in a string,
 * and `{}` when there is none.
 */
export function withReadableError(member: JsonObject): JsonObject {
  return Object.hasOwn(member, 'error') ? { ...member, error: readable(member['error']) } : member;
}

function readable(raw: unknown): JsonObject | null {
  const error = typeof raw === 'string' ? parseJson(raw) : raw;
  if (!isJsonObject(error) || !Number.isSafeInteger(error['error_code'])) return null;
  return {
    error_code: error['error_code'],
    user_message: words(error['user_message']),
    locale: words(error['locale']),
  };
}

function words(raw: unknown): string | null {
  return typeof raw === 'string' && raw !== '' ? raw : null;
}
