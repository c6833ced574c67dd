'use client';

import { useQuery } from '@tanstack/react-query';
import type { Institution } from '../domain/institution.ts';
import type { Resource } from '../domain/step.ts';
import { institutionOptions } from '../queries/institutions.ts';
import { useAtrium } from './atrium-context.tsx';
import { toResource } from './resource.ts';

/** One institution by its code; `loading` without a request for as long as there is no code. */
export function useInstitution(code: string | null): Resource<Institution> {
  const { client, queryClient } = useAtrium();
  return toResource(
    useQuery({ ...institutionOptions(client, code ?? ''), enabled: code !== null }, queryClient),
  );
}
