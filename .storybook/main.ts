import type { StorybookConfig } from '@storybook/react-vite';

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  // The toolbars of this site do what these would do, as a host's page would.
  features: { backgrounds: false, viewport: false, measure: false, outline: false },
  typescript: { reactDocgen: 'react-docgen' },
  // The first versions with light-dark(): for older ones a build rewrites it, and a page that sets
  // color-scheme by itself is no longer asked.
  viteFinal: ({ build, ...config }) => ({
    ...config,
    build: { ...build, cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
  }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
};

export default config;
