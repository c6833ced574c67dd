import { useMemo, type ReactNode } from 'react';
import { AtriumProvider, createAtriumClient } from 'react-atrium-connect';

interface BankProviderProps {
  /** The user's id in your app; `null` while signed out. */
  userId: string | null;
  children: ReactNode;
}

export function BankProvider({ userId, children }: BankProviderProps) {
  const client = useMemo(
    () => createAtriumClient({ baseUrl: '/api/atrium', scope: `user ${userId}` }),
    [userId],
  );
  return <AtriumProvider client={client}>{children}</AtriumProvider>;
}
