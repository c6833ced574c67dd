'use client';

import { useQuery } from '@tanstack/react-query';
import type { Member } from '../domain/member.ts';
import type { Resource } from '../domain/step.ts';
import { membersOptions } from '../queries/members.ts';
import { useAtrium } from './atrium-context.tsx';
import { toResource } from './resource.ts';

/** All members of the user. */
export function useMembers(): Resource<readonly Member[]> {
  const { client, queryClient } = useAtrium();
  return toResource(useQuery(membersOptions(client), queryClient));
}
