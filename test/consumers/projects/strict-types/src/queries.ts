/** Exported without types of their own: the compiler must find a name for each. */
import { QueryClient, useQuery } from '@tanstack/react-query';
import {
  createAtriumClient,
  featuresOptions,
  institutionCredentialsOptions,
  institutionOptions,
  institutionsOptions,
  memberAccountsOptions,
  memberCredentialsOptions,
  memberOptions,
  memberWatchOptions,
  membersOptions,
  oauthWindowOptions,
  useConnection,
  useCreateMember,
  useInstitutions,
  useMembers,
  useMemberStatus,
  useRefreshMember,
  useResumeMember,
} from 'react-atrium-connect';

export const client = createAtriumClient({ baseUrl: '/api/atrium' });

export const banks = (name: string) => institutionsOptions(client, name);
export const bank = (code: string) => institutionOptions(client, code);
export const bankCredentials = (code: string) => institutionCredentialsOptions(client, code);
export const connections = () => membersOptions(client);
export const connection = (guid: string) => memberOptions(client, guid);
export const connectionCredentials = (guid: string) => memberCredentialsOptions(client, guid);
export const accounts = (guid: string) => memberAccountsOptions(client, guid, '');
export const watch = (guid: string) => memberWatchOptions(client, guid);
export const features = () => featuresOptions(client);

export const factories = { memberAccountsOptions, oauthWindowOptions };

export const useWatch = (guid: string) => useQuery(watch(guid)).data;
export const useBanks = () => useInstitutions('');
export const useConnections = () => useMembers();
export const useFlow = () => useConnection({});
export const useCreation = () => useCreateMember();
export const useFollowed = (guid: string) => useMemberStatus(guid);
export const useRefreshing = (guid: string) => useRefreshMember(guid);
export const useAnswering = () => useResumeMember();

/** The host's own use of a factory knows what it reads. */
export function useConnectionNames() {
  const { data } = useQuery(connections());
  return data?.map(({ name }) => name);
}

export function cachedName(queryClient: QueryClient, guid: string): string | null | undefined {
  return queryClient.getQueryData(connection(guid).queryKey)?.name;
}
