import type { ConnectionMode } from 'react-atrium-connect';
import { useChoice } from './use-choice.ts';
import type { Chosen } from './use-choice.ts';

/** What the app connects banks for. */
export const useMode = (): Chosen<ConnectionMode> =>
  useChoice('mode', ['aggregation', 'verification', 'identification']);
