import type { QueryClient } from '@tanstack/react-query';
import { AtriumError, type AtriumErrorKind } from '../domain/errors.ts';

/** Failures after which the server may have carried out the request. */
const MAYBE_DONE: readonly AtriumErrorKind[] = ['offline', 'timeout', 'server', 'unreadable'];

export const isMaybeDone = (error: unknown): boolean =>
  MAYBE_DONE.includes(AtriumError.from(error).kind);

const requests = new WeakMap<QueryClient, Map<string, ReadonlySet<string>>>();

/**
 * The guids of what there was before each create whose response was lost, so that the next attempt
 * can tell what it made. Nothing that the user typed is kept.
 */
export function unansweredOf(queryClient: QueryClient): Map<string, ReadonlySet<string>> {
  const known = requests.get(queryClient) ?? new Map<string, ReadonlySet<string>>();
  requests.set(queryClient, known);
  return known;
}
