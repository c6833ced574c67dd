'use client';

import type { ChallengeRound } from '../../domain/challenge.ts';
import { challenge } from '../../locales/en/challenge.ts';
import { useStatusMessage } from '../parts/status-words.ts';
import { useWords } from '../words.tsx';

/** What a round of questions begins with: no more is said of the answers before than is known. */
export function useChallengeOpening(): (
  round: ChallengeRound,
  institution: string | null,
) => string | null {
  const t = useWords(challenge);
  const message = useStatusMessage();
  return (round, institution) => {
    switch (round) {
      case 'new':
        return message('CHALLENGED', institution);
      case 'repeated':
      case 'replaced':
        return t(`challenge.${round}`);
      case 'rejected':
        return message('REJECTED', institution);
      default:
        return round satisfies never;
    }
  };
}
