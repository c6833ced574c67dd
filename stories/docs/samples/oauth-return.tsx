import { AtriumProvider, ConnectWidget } from 'react-atrium-connect';
import { client } from './oauth-redirect.ts';

/** https://app.example.com/banks/return?status=success&member_guid=MBR-… */
export function OauthReturnPage({ url }: { url: string }) {
  const memberGuid = new URL(url).searchParams.get('member_guid') ?? undefined;
  return (
    <AtriumProvider client={client}>
      <ConnectWidget memberGuid={memberGuid} />
    </AtriumProvider>
  );
}
