import '@fontsource-variable/inter';
import '@fontsource-variable/noto-sans-arabic';
import type { Decorator } from '@storybook/react-vite';
import type { CSSProperties, ReactNode } from 'react';
import { CONNECTION_STATUSES, statusRow, type ReportedStatus } from '../../src/domain/status.ts';
import { Gallery } from '../components/frame.tsx';

/** Fonts that the development dependencies bring: a system's own differ from machine to machine. */
const steady: CSSProperties = { fontFamily: "'Inter Variable', 'Noto Sans Arabic Variable'" };

export const inSteadyFont: Decorator = (Story) => (
  <div style={steady}>
    <Story />
  </div>
);

interface EachProps<Item> {
  readonly of: readonly Item[];
  readonly children: (item: Item) => ReactNode;
}

/** Shows a component once for each item of a table. */
export function Each<Item>({ of, children }: EachProps<Item>): ReactNode {
  return (
    <Gallery>
      {of.map((item, index) => (
        <div key={index}>{children(item)}</div>
      ))}
    </Gallery>
  );
}

/** What looks alike once, such as what differs only in words. */
export const onceEach = <Item,>(
  items: readonly Item[],
  look: (item: Item) => string,
): readonly Item[] => {
  const looks = items.map(look);
  return items.filter((_, index) => looks.indexOf(looks[index] ?? '') === index);
};

/** A status of each look: the others differ from one of these in their words. */
export const statusesByLook: readonly ReportedStatus[] = onceEach(
  [...CONNECTION_STATUSES, null, 'UNKNOWN'],
  (status) => {
    const { tone, remedies } = statusRow(status);
    return `${tone} ${remedies.length}`;
  },
);

/** A picture without letters, which every machine draws alike. */
export function drawing(background: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = 200;
  canvas.height = 80;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('A story needs a browser that draws.');
  context.fillStyle = background;
  context.fillRect(0, 0, 200, 80);
  context.fillStyle = '#1f2937';
  context.fillRect(80, 20, 40, 40);
  return canvas.toDataURL('image/png');
}
