import type { Decorator } from '@storybook/react-vite';
import { Fragment, StrictMode } from 'react';
import { WordsProvider } from '../../src/components/words.tsx';
import { themes } from '../theming/themes.ts';
import { EmulationNote } from './emulation-note.tsx';
import { languageOf } from './locales.ts';

/** A page without a brand. */
const PLAIN = {
  background: 'Canvas',
  color: 'CanvasText',
  font: '1rem/1.5 system-ui, sans-serif',
} as const;

/** Takes away what is plain, for a brand to set. */
const BRANDED = { background: '', color: '', font: '' } as const;

/**
 * Stands for the host's page, as chosen in the toolbars: components inherit its font, colour
 * scheme, writing direction and language, and the properties of its brand.
 */
export const onHostPage: Decorator = (Story, { globals, viewMode }) => {
  const { lang, direction, words } = languageOf(globals['locale']);
  const brand = themes.find(({ id }) => id === globals['brand'])?.className ?? '';
  const host = {
    lang,
    dir: globals['direction'] === 'auto' ? direction : String(globals['direction']),
    className: brand,
  };
  const style = {
    colorScheme: globals['colorScheme'] === 'auto' ? 'light dark' : String(globals['colorScheme']),
    ...(brand === '' ? PLAIN : BRANDED),
  };
  // A documentation page shows several stories, and keeps its own looks around them.
  const isAlone = viewMode !== 'docs';
  if (isAlone) {
    Object.assign(document.documentElement, host);
    Object.assign(document.documentElement.style, style);
  }
  const Mode = globals['strictMode'] === 'off' ? Fragment : StrictMode;
  const width = globals['width'] === 'full' ? {} : { inlineSize: String(globals['width']) };
  return (
    <Mode>
      <EmulationNote of={globals['emulation']} />
      <WordsProvider {...words}>
        <div
          {...(!isAlone && host)}
          style={{ ...(!isAlone && { ...style, padding: '1.5rem' }), ...width }}
        >
          <Story />
        </div>
      </WordsProvider>
    </Mode>
  );
};
