'use client';

import { useQuery } from '@tanstack/react-query';
import type { Member } from '../domain/member.ts';
import type { Resource } from '../domain/step.ts';
import { memberOptions } from '../queries/members.ts';
import { useAtrium } from './atrium-context.tsx';
import { toResource } from './resource.ts';

/** One member. To follow its status, use `useMemberStatus`. */
export function useMember(guid: string): Resource<Member> {
  const { client, queryClient } = useAtrium();
  return toResource(useQuery(memberOptions(client, guid), queryClient));
}
