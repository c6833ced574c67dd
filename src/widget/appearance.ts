'use client';

import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  type Context,
  type RefObject,
} from 'react';
import type { AppearanceVariable } from './appearance-properties.ts';

/**
 * How widgets look, where a host would rather say it in JavaScript than in CSS. It sets the same
 * properties, by script and never as a `style` attribute in the markup, which a strict content
 * security policy would refuse.
 */
export interface Appearance {
  /**
   * What the widget stands on: `auto` follows the system. Default: the page's own
   * `color-scheme`, which is the better place to say it.
   */
  readonly colorScheme?: 'light' | 'dark' | 'auto' | undefined;
  /** Values by the names that they have in CSS: `{ '--atrium-color-accent': '#1f5c46' }`. */
  readonly variables?:
    Readonly<Partial<Record<AppearanceVariable, string | undefined>>> | undefined;
}

/** The appearance that a provider gives to the widgets below it. */
export const AppearanceContext: Context<Appearance | undefined> = createContext<
  Appearance | undefined
>(undefined);

/** On a server there is no layout, and React 18 warns of an effect that waits for it. */
const useBrowserEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** Sets on an element what the provider says, and over it what `own` says. */
export function useAppearance(root: RefObject<HTMLElement | null>, own?: Appearance): void {
  const inherited = useContext(AppearanceContext);
  const declarations = JSON.stringify({ ...declare(inherited), ...declare(own) });

  // Compared by what they say: a host writes the object anew for every render.
  useBrowserEffect(() => {
    const style = root.current?.style;
    const values = JSON.parse(declarations) as Record<string, string>;
    for (const name in values) style?.setProperty(name, values[name] ?? '');
    return () => {
      for (const name in values) style?.removeProperty(name);
    };
  }, [root, declarations]);
}

function declare({ colorScheme, variables }: Appearance = {}): Record<string, string | undefined> {
  const scheme = colorScheme === 'auto' ? 'light dark' : colorScheme;
  return { ...(scheme && { 'color-scheme': scheme }), ...variables };
}
