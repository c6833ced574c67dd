import type { Decorator } from '@storybook/react-vite';
import type { CSSProperties } from 'react';

const stillStyle = { '--atrium-duration': '0s' } as CSSProperties;

/** Stands still, so that contrast is measured on what stays and not on what is fading in. */
export const still: Decorator = (Story) => (
  <div style={stillStyle}>
    <Story />
  </div>
);

/** A gallery repeats on purpose what a page shows once. */
export const repeated = {
  a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } },
} as const;
