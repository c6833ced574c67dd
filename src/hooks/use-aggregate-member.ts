'use client';

import { aggregateMember, type Aggregation } from '../queries/jobs.ts';
import { useAtrium } from './atrium-context.tsx';
import { useSealedMutation, type SealedMutation } from './use-sealed-mutation.ts';

/**
 * Starts an aggregation of the member with that guid. Tells whether one runs now: inside the
 * throttle window (3 hours as a rule) the API accepts the request and starts nothing.
 */
export function useAggregateMember(): SealedMutation<string, Aggregation> {
  const atrium = useAtrium();
  return useSealedMutation((guid) => aggregateMember(atrium, guid));
}
