import type { Decorator, Preview } from '@storybook/react-vite';
import '../src/styles.css';

/** Stands for the host: components inherit the colour scheme and direction of the page around them. */
const onHostPage: Decorator = (Story, { globals }) => {
  const page = document.documentElement;
  page.dir = String(globals['direction']);
  Object.assign(page.style, {
    colorScheme: String(globals['colorScheme']),
    background: 'Canvas',
    color: 'CanvasText',
  });
  return <Story />;
};

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    backgrounds: { disabled: true },
  },
  globalTypes: {
    colorScheme: {
      description: "The host page's colour scheme",
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
    direction: {
      description: "The host page's writing direction",
      toolbar: {
        icon: 'paragraph',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
  },
  initialGlobals: { colorScheme: 'light', direction: 'ltr' },
  decorators: [onHostPage],
};

export default preview;
