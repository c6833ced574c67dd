'use client';

import { useQuery } from '@tanstack/react-query';
import { featuresOptions } from '../queries/manual-accounts.ts';
import { useAtrium } from './atrium-context.tsx';

/**
 * Whether the server lets an account be kept by hand; `null` while it is being asked. That is done
 * only where it could be offered.
 */
export function useCanAddManually(isOfUse: boolean): boolean | null {
  const { client, queryClient } = useAtrium();
  const options = { ...featuresOptions(client), enabled: isOfUse };
  const { data, isLoading } = useQuery(options, queryClient);
  return isLoading ? null : isOfUse && data?.manualAccounts === true;
}
