import type { ReactNode } from 'react';
import type { Tone } from '../../domain/status.ts';

const PATHS = {
  alert: 'M12 7.5v5.5m0 3.4v.1M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  bank: 'M4 10h16L12 4 4 10Zm2 0v7m4-7v7m4-7v7m4-7v7M4 20h16',
  check: 'm7.5 12.3 3 3 6-6.3',
  chevron: 'm9.5 6 6 6-6 6',
  clock: 'M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  external: 'M10 5H5v14h14v-5M14 4h6v6m0-6-9 9',
  info: 'M12 11.5V17m0-9.4v-.1M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  lock: 'M6 11h12v9H6v-9Zm2.5 0V8a3.5 3.5 0 0 1 7 0v3',
  search: 'm20 20-4.6-4.6M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z',
  stop: 'm9 9 6 6m0-6-6 6M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  success: 'm8 12.3 2.8 2.8L16.2 9M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
} as const;

/** The name of an icon. */
export type IconName = keyof typeof PATHS;

/** A drawing in the colour of the text around it. Says nothing to a screen reader. Renders an `<svg>`. */
export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="atrium-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The icon that goes with a tone, so that it is never carried by colour alone. */
export const toneIcons: Readonly<Record<Tone, IconName>> = {
  neutral: 'info',
  progress: 'clock',
  attention: 'alert',
  success: 'success',
  danger: 'stop',
};
