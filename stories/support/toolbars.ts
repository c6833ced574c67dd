import type { Preview } from '@storybook/react-vite';
import { themes } from '../theming/themes.ts';
import { catalogs, nameOf } from './locales.ts';

type Toolbars = NonNullable<Preview['globalTypes']>;
type Toolbar = Toolbars[string];
type Icon = Required<Extract<Toolbar['toolbar'], { icon?: unknown }>>['icon'];

interface Choice {
  readonly value: string;
  readonly title: string;
}

const toolbar = (description: string, icon: Icon, items: readonly Choice[]): Toolbar => ({
  description,
  toolbar: { icon, title: description, dynamicTitle: true, items: [...items] },
});

/** Everything about a host's page that a story can be seen with. */
export const toolbars: Toolbars = {
  brand: toolbar('The brand of the host', 'paintbrush', [
    { value: 'none', title: 'No brand' },
    ...themes.map(({ id, name }) => ({ value: id, title: name })),
  ]),
  colorScheme: toolbar('The colour scheme of the page', 'contrast', [
    { value: 'light', title: 'Light' },
    { value: 'dark', title: 'Dark' },
    { value: 'auto', title: 'Auto: as the system is' },
  ]),
  locale: toolbar(
    'The language',
    'globe',
    Object.keys(catalogs).map((tag) => ({ value: tag, title: nameOf(tag) })),
  ),
  direction: toolbar('The writing direction', 'paragraph', [
    { value: 'auto', title: 'Auto direction' },
    { value: 'ltr', title: 'Left to right' },
    { value: 'rtl', title: 'Right to left' },
  ]),
  width: toolbar('The width that the host gives', 'grow', [
    { value: '320px', title: '320 px' },
    { value: '480px', title: '480 px' },
    { value: '768px', title: '768 px' },
    { value: 'full', title: 'Full width' },
  ]),
  emulation: toolbar('What only a browser can emulate', 'accessibility', [
    { value: 'none', title: 'Emulate …' },
    { value: 'forced-colors', title: 'Forced colours: how' },
    { value: 'reduced-motion', title: 'Reduced motion: how' },
  ]),
  strictMode: toolbar('React’s StrictMode', 'lock', [
    { value: 'on', title: 'StrictMode' },
    { value: 'off', title: 'No StrictMode' },
  ]),
};

/** What every story is tested with, unless it says otherwise. */
export const initialGlobals: NonNullable<Preview['initialGlobals']> = {
  brand: 'none',
  colorScheme: 'light',
  locale: 'en',
  direction: 'auto',
  width: 'full',
  emulation: 'none',
  strictMode: 'on',
};
