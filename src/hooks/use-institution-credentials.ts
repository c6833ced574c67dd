'use client';

import { useQuery } from '@tanstack/react-query';
import type { Credential } from '../domain/credential.ts';
import type { Resource } from '../domain/step.ts';
import { institutionCredentialsOptions } from '../queries/institutions.ts';
import { useAtrium } from './atrium-context.tsx';
import { toResource } from './resource.ts';

/** The fields that a new member of the institution needs, in the order to show them. */
export function useInstitutionCredentials(code: string): Resource<readonly Credential[]> {
  const { client, queryClient } = useAtrium();
  return toResource(useQuery(institutionCredentialsOptions(client, code), queryClient));
}
