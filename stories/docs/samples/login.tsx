import { useAggregateOnLogin } from 'react-atrium-connect';

/** What is shown to a person who is signed in. */
export function SignedIn({ children }: { children: React.ReactNode }) {
  useAggregateOnLogin();
  return children;
}
