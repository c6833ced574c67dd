import type { CSSProperties } from 'react';

/** What a host sets on an element around the components, to have them in its own colours. */
type BrandStyle = CSSProperties & Readonly<Record<`--atrium-${string}`, string>>;

interface Brand {
  readonly title: string;
  readonly style: BrandStyle;
}

/** Every brand in the toolbar: custom properties, and what text inherits. */
export const BRANDS = {
  none: { title: 'No brand', style: {} },
  sage: {
    title: 'Sage: sober',
    style: {
      color: 'light-dark(#17211c, #e6ece8)',
      '--atrium-color-accent': 'light-dark(#1f5c46, #8fd0b2)',
      '--atrium-color-on-accent': 'light-dark(#fff, #0c2119)',
      '--atrium-radius': '0.5rem',
    },
  },
  marmalade: {
    title: 'Marmalade: playful',
    style: {
      color: 'light-dark(#33201a, #f7ebe2)',
      '--atrium-color-accent': 'light-dark(#c2410c, #ffb27a)',
      '--atrium-color-on-accent': 'light-dark(#fff, #3a1404)',
      '--atrium-radius': '1.375rem',
      '--atrium-border-width': '2px',
      '--atrium-font-weight-heading': '800',
    },
  },
} as const satisfies Record<string, Brand>;

/** The style of a brand; none for a name that there is not. */
export function brandStyle(name: unknown): BrandStyle {
  const brands: Readonly<Record<string, Brand>> = BRANDS;
  return brands[String(name)]?.style ?? {};
}
