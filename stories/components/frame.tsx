import type { Decorator } from '@storybook/react-vite';
import type { CSSProperties, ReactNode } from 'react';

const stillStyle = { '--atrium-duration': '0s' } as CSSProperties;

/** Stands still, so that contrast is measured on what stays and not on what is fading in. */
export const still: Decorator = (Story) => (
  <div style={stillStyle}>
    <Story />
  </div>
);

const galleryStyle: CSSProperties = {
  display: 'grid',
  gap: '3rem',
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(18rem, 100%), 1fr))',
};

/** Shows a component in many states at once. */
export const Gallery = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div style={galleryStyle}>{children}</div>
);

/** A gallery repeats on purpose what a page shows once. */
export const repeated = {
  a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } },
} as const;
