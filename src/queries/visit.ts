import type { QueryClient } from '@tanstack/react-query';
import type { AtriumClient } from '../api/client.ts';

/**
 * Which members need not be aggregated any more because the person is there: this visit has asked
 * for it, or has made or changed them itself and so decided when.
 */
const visits = new WeakMap<QueryClient, Map<string, 'asking' | 'asked'>>();

/** What this visit knows of one member. */
export interface VisitedMember {
  readonly state: () => 'asking' | 'asked' | undefined;
  /** `undefined`: as if nobody had asked. */
  readonly set: (state: 'asking' | 'asked' | undefined) => void;
}

export function visitedMember(
  queryClient: QueryClient,
  { scope }: AtriumClient,
  guid: string,
): VisitedMember {
  const visit = visits.get(queryClient) ?? new Map<string, 'asking' | 'asked'>();
  visits.set(queryClient, visit);
  const key = `${scope} ${guid}`;
  return {
    state: () => visit.get(key),
    set: (state) => void (state === undefined ? visit.delete(key) : visit.set(key, state)),
  };
}
