'use client';

import { useFailureWords } from '../components/parts/failure-notice.tsx';
import { useWords } from '../components/words.tsx';
import type { ChallengeRound } from '../domain/challenge.ts';
import type { Connection } from '../hooks/use-connection.ts';
import { challenge } from '../locales/en/challenge.ts';
import { connected } from '../locales/en/connected.ts';
import { connecting } from '../locales/en/connecting.ts';
import { limit } from '../locales/en/limit.ts';
import { mode } from '../locales/en/mode.ts';
import { oauth } from '../locales/en/oauth.ts';
import { remedies } from '../locales/en/remedies.ts';
import { statusMessages } from '../locales/en/status-messages.ts';

const slice = {
  ...statusMessages,
  ...challenge,
  ...connecting,
  ...connected,
  ...limit,
  ...oauth,
  ...remedies,
  ...mode,
};

const openings = {
  new: 'status.CHALLENGED',
  repeated: 'challenge.repeated',
  rejected: 'status.REJECTED',
} as const satisfies Record<ChallengeRound, string>;

/**
 * What the live region says of the present step, besides the heading that focus has moved to.
 * The same text on every poll, so that only a change is heard.
 */
export function useAnnouncement(connection: Connection): string {
  const t = useWords(slice);
  const inWords = useFailureWords();
  const institution = connection.institutionName;
  switch (connection.kind) {
    case 'connecting': {
      const { pace, stage } = connection;
      const detail =
        pace === 'usual' ? t(`connecting.${stage}`) : t(`connecting.${pace}`, { institution });
      return `${messageOf()} ${detail}`;
    }
    case 'oauth': {
      const { phase, problem } = connection;
      if (problem !== null) {
        return t(`oauth.${problem}`, { institution });
      }
      return phase === 'away' || phase === 'confirming' ? t(`oauth.${phase}`, { institution }) : '';
    }
    case 'challenge':
      return t(openings[connection.round], { institution });
    case 'connected': {
      const { accounts } = connection;
      return accounts.kind === 'ready' && accounts.value.length > 0
        ? `${messageOf()} ${t('connected.found', { count: accounts.value.length })}`
        : messageOf();
    }
    case 'attention':
      return connection.action.kind === 'throttled'
        ? t('status.throttled', { institution })
        : messageOf();
    case 'credentials':
      return messageOf();
    case 'limit':
      return t('limit.message', { count: connection.limit });
    case 'failure':
      return inWords(connection.error).message;
    case 'offer':
      return t(`offer.${connection.mode}.message`, { institution });
    case 'unavailable':
      return t(`unavailable.${connection.reason}.message`, { institution });
    case 'choose-account':
      return t('choice.message', { institution });
    case 'loading':
    case 'search':
    case 'consent':
      return '';
    default:
      return connection satisfies never;
  }

  function messageOf(): string {
    const name = 'status' in connection ? connection.status?.name : null;
    const key = `status.${name}`;
    return hasMessage(key) ? t(key, { institution }) : '';
  }
}

const hasMessage = (key: string): key is keyof typeof statusMessages =>
  Object.hasOwn(statusMessages, key);
