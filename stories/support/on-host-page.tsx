import type { Decorator } from '@storybook/react-vite';
import { Fragment, StrictMode } from 'react';
import { WordsProvider } from '../../src/components/words.tsx';
import { brandStyle } from './brands.ts';
import { EmulationNote } from './emulation-note.tsx';
import { localeOf } from './locales.ts';

/**
 * Stands for the host's page, as chosen in the toolbars: components inherit its font, colour
 * scheme, writing direction and language, and the properties of its brand.
 */
export const onHostPage: Decorator = (Story, { globals, viewMode }) => {
  const { tag, direction, messages } = localeOf(globals['locale']);
  const scheme = globals['colorScheme'];
  const dir = globals['direction'] === 'auto' ? direction : String(globals['direction']);
  const style = {
    colorScheme: scheme === 'auto' ? 'light dark' : String(scheme),
    background: 'Canvas',
    color: 'CanvasText',
    font: '1rem/1.5 system-ui, sans-serif',
  };
  // A documentation page shows several stories and keeps its own looks.
  if (viewMode !== 'docs') {
    Object.assign(document.documentElement, { lang: tag, dir });
    Object.assign(document.documentElement.style, style);
    document.body.style.font = 'inherit';
  }
  const Mode = globals['strictMode'] === 'off' ? Fragment : StrictMode;
  const width = globals['width'] === 'full' ? {} : { inlineSize: String(globals['width']) };
  return (
    <Mode>
      <EmulationNote of={globals['emulation']} />
      <WordsProvider locale={tag} messages={messages}>
        <div
          lang={tag}
          dir={dir}
          style={{ ...(viewMode === 'docs' && style), ...brandStyle(globals['brand']), ...width }}
        >
          <Story />
        </div>
      </WordsProvider>
    </Mode>
  );
};
