import { useOauthReturn } from 'react-atrium-connect';
import { OwnConnect } from './own-interface.tsx';

/** The page at /banks/return, in an interface of one’s own. */
export function OwnReturnPage() {
  const arrival = useOauthReturn();
  switch (arrival.kind) {
    case 'checking':
      return <p>One moment …</p>;
    case 'told':
      return <p>You can close this tab.</p>;
    case 'none':
      return <OwnConnect />;
    case 'resume':
      return <OwnConnect oauthReturn={arrival.outcome} />;
    default:
      return arrival satisfies never;
  }
}
