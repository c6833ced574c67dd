import { createElement } from 'react';
import { addons, types } from 'storybook/manager-api';
import { create } from 'storybook/theming';
import { SandboxPanel } from './sandbox-panel.tsx';

addons.setConfig({
  theme: create({ base: 'light', brandTitle: 'react-atrium-connect', brandUrl: './' }),
});

addons.register('atrium/sandbox', () => {
  addons.add('atrium/sandbox/panel', {
    type: types.PANEL,
    title: 'Sandbox',
    disabled: (parameters) => parameters?.['sandbox'] !== true,
    render: ({ active = false }) => createElement(SandboxPanel, { active }),
  });
});
