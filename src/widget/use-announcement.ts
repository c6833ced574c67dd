'use client';

import { useChallengeOpening } from '../components/challenge-form/challenge-opening.ts';
import { useFailureWords } from '../components/parts/failure-notice.tsx';
import { useStatusMessage } from '../components/parts/status-words.ts';
import { usePlurals, useWords } from '../components/words.tsx';
import type { Connection } from '../hooks/use-connection.ts';
import { connected } from '../locales/en/connected.ts';
import { connecting } from '../locales/en/connecting.ts';
import { limit } from '../locales/en/limit.ts';
import { manualAccount } from '../locales/en/manual-account.ts';
import { mode } from '../locales/en/mode.ts';
import { oauth } from '../locales/en/oauth.ts';
import { remedies } from '../locales/en/remedies.ts';

const slice = {
  ...connecting,
  ...connected,
  ...limit,
  ...oauth,
  ...remedies,
  ...mode,
  ...manualAccount,
};

/**
 * What the live region says of the present step, besides the heading that focus has moved to.
 * The same text on every poll, so that only a change is heard.
 */
export function useAnnouncement(connection: Connection): string {
  const t = useWords(slice);
  const plural = usePlurals(slice);
  const inWords = useFailureWords();
  const statusMessage = useStatusMessage();
  const opening = useChallengeOpening();
  const institution = connection.institutionName;
  switch (connection.kind) {
    case 'connecting': {
      const { pace, stage } = connection;
      const detail =
        pace === 'usual' ? t(`connecting.${stage}`) : t(`connecting.${pace}`, { institution });
      return `${messageOf()} ${detail}`;
    }
    case 'oauth': {
      const { phase, problem, detail } = connection;
      if (problem !== null) {
        return t(`oauth.${problem}`, { institution });
      }
      if (phase === 'away' || phase === 'confirming') {
        return t(`oauth.${phase}`, { institution });
      }
      return detail.error ? messageOf() : '';
    }
    case 'challenge':
      return opening(connection.round, institution) ?? '';
    case 'connected': {
      const { accounts } = connection;
      return accounts.kind === 'ready' && accounts.value.length > 0
        ? `${messageOf()} ${plural('connected.found', { count: accounts.value.length })}`
        : messageOf();
    }
    case 'attention':
      return connection.action.kind === 'throttled'
        ? t('status.throttled', { institution })
        : messageOf();
    case 'credentials':
      return messageOf();
    case 'limit':
      return plural('limit.message', { count: connection.limit });
    case 'failure':
      return inWords(connection.error, connection.during).message;
    case 'offer':
      return t(`offer.${connection.mode}.message`, { institution });
    case 'unavailable':
      return t(`unavailable.${connection.reason}.message`, { institution });
    case 'choose-account':
      return t('choice.message', { institution });
    case 'manual-account': {
      const { account } = connection;
      return account === null
        ? t('manual.intro', { institution })
        : t('manual.added-message', { name: account.name });
    }
    case 'loading':
    case 'search':
    case 'consent':
      return '';
    default:
      return connection satisfies never;
  }

  function messageOf(): string {
    const status = 'status' in connection ? connection.status : null;
    const detail = 'detail' in connection ? connection.detail : undefined;
    return (status && statusMessage(status.name, institution, detail)) ?? '';
  }
}
