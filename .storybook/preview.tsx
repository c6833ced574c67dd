import type { Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import { onHostPage } from '../stories/support/on-host-page.tsx';
import { initialGlobals, toolbars } from '../stories/support/toolbars.ts';
import '../src/styles.css';

// A busy machine may take its time; a story that is right is never slower for it.
configure({ asyncUtilTimeout: 10_000 });

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true, sort: 'requiredFirst' },
    options: {
      storySort: {
        order: [
          'Start',
          ['Getting started', '*'],
          'Components',
          'Widget',
          ['ConnectWidget', '*'],
          'Theming',
          'Languages',
          'Galleries',
          'Docs',
          [
            'Theming',
            'Words and languages',
            'Modes and results',
            'Events',
            'Managing members',
            'OAuth',
            'Polling',
            'Headless use',
            'Server',
            'Operations',
            'Sandbox and testing',
            'Security and CSP',
            'OWASP ASVS',
            'Accessibility',
            'Migrating from MX Connect',
          ],
        ],
      },
    },
  },
  globalTypes: toolbars,
  initialGlobals,
  decorators: [onHostPage],
};

export default preview;
