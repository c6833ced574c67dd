import type { ReactNode } from 'react';
import type { Tone } from '../../domain/status.ts';

// One path a drawing, each on its own, so that a page carries only those that it shows.
export const BANK = 'M4 10h16L12 4 4 10Zm2 0v7m4-7v7m4-7v7m4-7v7M4 20h16';
export const CHECK = 'm7.5 12.3 3 3 6-6.3';
export const CHEVRON = 'm9.5 6 6 6-6 6';
export const EXTERNAL = 'M10 5H5v14h14v-5M14 4h6v6m0-6-9 9';
export const LOCK = 'M6 11h12v9H6v-9Zm2.5 0V8a3.5 3.5 0 0 1 7 0v3';
export const SEARCH = 'm20 20-4.6-4.6M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z';

const CIRCLE = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z';

/** The drawing that goes with a tone, so that it is never carried by colour alone. */
export const TONE_PATHS: Readonly<Record<Tone, string>> = {
  neutral: `M12 11.5V17m0-9.4v-.1${CIRCLE}`,
  progress: `M12 7v5l3 2${CIRCLE}`,
  attention: `M12 7.5v5.5m0 3.4v.1${CIRCLE}`,
  success: `m8 12.3 2.8 2.8L16.2 9${CIRCLE}`,
  danger: `m9 9 6 6m0-6-6 6${CIRCLE}`,
};

/** A drawing in the colour of the text around it. Says nothing to a screen reader. Renders an `<svg>`. */
export function Icon({ path }: { readonly path: string }): ReactNode {
  return (
    <svg className="atrium-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
