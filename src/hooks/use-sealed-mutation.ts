'use client';

import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { AtriumError } from '../domain/errors.ts';
import { unset } from '../queries/query.ts';
import { seal, type Sealed } from '../queries/sealed.ts';
import { endSessionInAction } from '../queries/session-end.ts';
import { useAtrium } from './atrium-context.tsx';

/** A mutation whose input may be secret. Its `mutate` takes the input; its cache never holds it. */
export type SealedMutation<Input, Result> = Omit<
  UseMutationResult<Result, AtriumError, Sealed<Input>>,
  'mutate' | 'mutateAsync' | 'variables'
> & {
  readonly mutate: (input: Input) => void;
  readonly mutateAsync: (input: Input) => Promise<Result>;
};

/** Sends once: no retry, and no waiting for the network to come back. */
export function useSealedMutation<Input, Result>(
  send: (input: Input) => Promise<Result>,
): SealedMutation<Input, Result> {
  const atrium = useAtrium();
  const mutation = useMutation<Result, AtriumError, Sealed<Input>>(
    {
      ...unset,
      mutationFn: (sealed) => send(sealed.open()),
      onError: (error) => endSessionInAction(atrium, error),
      retry: false,
      networkMode: 'always',
      gcTime: 0,
    },
    atrium.queryClient,
  );
  const { variables: _, ...result } = mutation;
  return {
    ...result,
    mutate: (input) => mutation.mutate(seal(input)),
    mutateAsync: (input) => mutation.mutateAsync(seal(input)),
  };
}
