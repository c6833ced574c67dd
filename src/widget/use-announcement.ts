'use client';

import { useWords } from '../components/words.tsx';
import type { Connection } from '../hooks/use-connection.ts';
import { connecting } from '../locales/en/connecting.ts';
import { oauth } from '../locales/en/oauth.ts';
import { statusMessages } from '../locales/en/status-messages.ts';

const slice = { ...statusMessages, ...connecting, ...oauth };

/**
 * What the live region says of the present step, besides the heading that focus has moved to.
 * The same text on every poll, so that only a change is heard.
 */
export function useAnnouncement(connection: Connection): string {
  const t = useWords(slice);
  const institution = connection.institutionName;
  switch (connection.kind) {
    case 'connecting': {
      const { pace, stage } = connection;
      const detail =
        pace === 'usual' ? t(`connecting.${stage}`) : t(`connecting.${pace}`, { institution });
      return `${messageOf()} ${detail}`;
    }
    case 'oauth':
      return connection.phase === 'away' ? t('oauth.away', { institution }) : '';
    case 'challenge':
    case 'connected':
    case 'attention':
    case 'credentials':
      return messageOf();
    case 'loading':
    case 'search':
    case 'limit':
    case 'failure':
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
