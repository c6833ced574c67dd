import type { Decorator } from '@storybook/react-vite';
import { Fragment, StrictMode } from 'react';
import { WordsProvider } from '../../src/components/words.tsx';
import { brandStyle } from './brands.ts';
import { EmulationNote } from './emulation-note.tsx';
import { localeOf } from './locales.ts';

/**
 * Stands for the host's page, as chosen in the toolbars: components inherit its colour scheme,
 * writing direction and language, and the properties of its brand.
 */
export const onHostPage: Decorator = (Story, { globals }) => {
  const { tag, direction, messages } = localeOf(globals['locale']);
  const scheme = globals['colorScheme'];
  const page = document.documentElement;
  page.lang = tag;
  page.dir = globals['direction'] === 'auto' ? direction : String(globals['direction']);
  Object.assign(page.style, {
    colorScheme: scheme === 'auto' ? 'light dark' : String(scheme),
    background: 'Canvas',
    color: 'CanvasText',
  });
  const Mode = globals['strictMode'] === 'off' ? Fragment : StrictMode;
  const width = globals['width'] === 'full' ? {} : { inlineSize: String(globals['width']) };
  return (
    <Mode>
      <EmulationNote of={globals['emulation']} />
      <WordsProvider locale={tag} messages={messages}>
        <div style={{ ...brandStyle(globals['brand']), ...width }}>
          <Story />
        </div>
      </WordsProvider>
    </Mode>
  );
};
