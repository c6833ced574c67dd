import { useChoice } from './use-choice.ts';
import type { Chosen } from './use-choice.ts';

/** How the page learns what is new: the server tells, or the page asks every few seconds. */
export type News = 'live' | 'polling';

export const useNews = (): Chosen<News> => useChoice('news', ['live', 'polling']);
