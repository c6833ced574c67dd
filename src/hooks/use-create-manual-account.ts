'use client';

import type { Account } from '../domain/account.ts';
import type { NewManualAccount } from '../domain/manual-account.ts';
import { createManualAccount } from '../queries/manual-accounts.ts';
import { useAtrium } from './atrium-context.tsx';
import { useSealedMutation, type SealedMutation } from './use-sealed-mutation.ts';

/** Keeps an account by hand. What was typed goes into one request and leaves no trace in any cache. */
export function useCreateManualAccount(): SealedMutation<NewManualAccount, Account> {
  const atrium = useAtrium();
  return useSealedMutation((account) => createManualAccount(atrium, account));
}
