import { useChoice } from './use-choice.ts';
import type { Chosen } from './use-choice.ts';

export type Brand = 'sage' | 'marmalade';
export type Scheme = 'auto' | 'light' | 'dark';

/** How every page of the app looks. */
export interface Look {
  readonly brand: Chosen<Brand>;
  readonly scheme: Chosen<Scheme>;
}

export const useLook = (): Look => ({
  brand: useChoice('brand', ['sage', 'marmalade']),
  scheme: useChoice('scheme', ['auto', 'light', 'dark']),
});
