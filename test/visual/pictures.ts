/** What there is to look at in the built Storybook, and where its pictures are. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = (path: string): string => resolve(import.meta.dirname, '../..', path);

/** What `npm run storybook:build` has built. */
export const SITE: string = root('storybook-static');

/** The baselines, as Playwright takes and compares them: only while they are compared. */
export const UNPACKED: string = root('test-results/baselines');

/** Where Playwright leaves what it found to be different. */
export const DIFFERENCES: string = root('test-results/visual');

/** Arabic is written from right to left. */
export const LOCALES = ['en', 'ar'] as const;

const LOOKS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced-colours': { colorScheme: 'light', forcedColors: 'active' },
} as const;

const WIDTHS = [320, 768] as const;

/** One look at a gallery. */
export interface Picture {
  /** Without the ending. */
  readonly name: string;
  readonly width: number;
  readonly media: (typeof LOOKS)[keyof typeof LOOKS];
}

interface Entry {
  readonly id: string;
  readonly tags: readonly string[];
}

function idsOf(tag: string): readonly string[] {
  const { entries } = JSON.parse(readFileSync(resolve(SITE, 'index.json'), 'utf8')) as {
    readonly entries: Readonly<Record<string, Entry>>;
  };
  return Object.values(entries).flatMap(({ id, tags }) => (tags.includes(tag) ? id : []));
}

/** The stories that are galleries. */
export const galleries = (): readonly string[] => idsOf('gallery');

/** The pages that are written by hand. */
export const writtenPages = (): readonly string[] => idsOf('unattached-mdx');

export const picturesOf = (gallery: string, locale: string): readonly Picture[] =>
  Object.entries(LOOKS).flatMap(([look, media]) =>
    WIDTHS.map((width) => ({
      name: `${gallery.replace('galleries-', '').replace('--', '-')}-${look}-${locale}-${width}`,
      width,
      media,
    })),
  );
