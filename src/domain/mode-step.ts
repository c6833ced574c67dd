import type { Account } from './account.ts';
import type { ConnectionFacts, ConnectionStep } from './connection-facts.ts';
import type { AtriumError } from './errors.ts';
import { isOffered, type ConnectionMode, type PremiumMode } from './mode.ts';
import { paceOf } from './polling.ts';
import { statusRow, type StatusRow } from './status.ts';

/** Where a connected member stands in a premium mode. */
export function resultStep(
  facts: ConnectionFacts,
  mode: PremiumMode,
  status: StatusRow,
): ConnectionStep {
  const { action, job, consent, institution, accounts } = facts;
  if (action.kind === 'failed') {
    return job.progress === 'started'
      ? { kind: 'failure', during: 'result', error: action.error }
      : jobFailureStep(mode, action.error);
  }
  if (job.progress === 'unasked') {
    const isKnownLacking = institution?.kind === 'ready' && !isOffered(institution.value, mode);
    if (isKnownLacking) {
      return { kind: 'unavailable', mode, reason: 'institution' };
    }
    return consent === 'wanted' ? { kind: 'consent' } : { kind: 'offer', mode, action };
  }
  if (accounts?.kind === 'failed') {
    return { kind: 'failure', during: 'result', error: accounts.error };
  }
  if (job.progress === 'wanted') {
    return waitingStep(facts);
  }
  const fetching = {
    kind: 'connecting',
    status,
    stage: 'fetching-accounts',
    pace: 'usual',
  } as const;
  if (accounts?.kind !== 'ready') {
    return fetching;
  }
  const choice = choiceOf(facts, mode);
  switch (choice.kind) {
    case 'loading':
      return fetching;
    case 'failed':
      return { kind: 'failure', during: 'result', error: choice.error };
    case 'none':
      return { kind: 'unavailable', mode, reason: 'accounts' };
    case 'open':
      return { kind: 'choose-account', accounts: choice.accounts };
    case 'made':
      return job.progress === 'told'
        ? { kind: 'connected', status, isArriving: false, accounts, mode, account: choice.account }
        : fetching;
    default:
      return choice satisfies never;
  }
}

/** Nothing of the job is there yet: what the member reports is of another one, which may still run. */
const waitingStep = ({ watch, policy }: ConnectionFacts): ConnectionStep => ({
  kind: 'connecting',
  status: statusRow('CREATED'),
  stage: 'signing-in',
  pace: watch === null ? 'usual' : paceOf(watch, policy),
});

/** Which account the result is for: `null` where the mode is for all of them. */
export type ResultChoice =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: AtriumError }
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly accounts: readonly Account[] }
  | { readonly kind: 'made'; readonly account: Account | null };

/** One account alone needs no choice. */
export function choiceOf({ verifiable, job }: ConnectionFacts, mode: PremiumMode): ResultChoice {
  if (mode === 'identification') {
    return { kind: 'made', account: null };
  }
  if (verifiable?.kind === 'failed') {
    return verifiable;
  }
  if (verifiable?.kind !== 'ready') {
    return { kind: 'loading' };
  }
  const accounts = verifiable.value;
  const [only, another] = accounts;
  if (only === undefined) {
    return { kind: 'none' };
  }
  const account = accounts.find(({ guid }) => guid === job.account) ?? (another ? null : only);
  return account === null ? { kind: 'open', accounts } : { kind: 'made', account };
}

/**
 * Why a job could not be started. The institution may lack the product, and the client, or the
 * host's server, may not have been given it: trying again changes neither.
 */
export function jobFailureStep(mode: ConnectionMode, error: AtriumError): ConnectionStep {
  if (mode !== 'aggregation') {
    if (error.kind === 'invalid') {
      return { kind: 'unavailable', mode, reason: 'institution' };
    }
    if (error.kind === 'forbidden' || error.kind === 'not-found') {
      return { kind: 'unavailable', mode, reason: 'app' };
    }
  }
  return { kind: 'failure', during: 'job', error };
}
