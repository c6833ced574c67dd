import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { propsTables } from '../../.storybook/props-tables.ts';

const FOLDER = resolve(import.meta.dirname, '../../src');

/** Every component that a folder is named for. */
const FILES = readdirSync(resolve(FOLDER, 'components'))
  .map((name) => `components/${name}/${name}.tsx`)
  .filter((file) => existsSync(resolve(FOLDER, file)));

interface Table {
  readonly description: string;
  readonly props: Readonly<Record<string, { readonly tsType: object; readonly required: boolean }>>;
}

/** What the documentation says of the component in a file. */
function tableOf(file: string): Table {
  const path = resolve(FOLDER, file);
  const transform: unknown = propsTables().transform;
  const { handler } = transform as { handler: (code: string, id: string) => { code: string } };
  const { code } = handler(readFileSync(path, 'utf8'), path);
  return JSON.parse(/\.__docgenInfo = (.*);$/.exec(code)?.[1] ?? '');
}

describe('the table of props', () => {
  it.each([
    ...FILES,
    'widget/connect-widget.tsx',
    'widget/member-connection.tsx',
    'widget/member-manager.tsx',
    'widget/atrium-provider.tsx',
  ])('of %s says what the component is, and has every prop with its type', (file) => {
    const { description, props } = tableOf(file);
    expect(description).toMatch(/Renders (an?|no) /);
    expect(Object.keys(props)).not.toEqual([]);
    for (const [name, prop] of Object.entries(props)) {
      expect(prop, name).toMatchObject({ tsType: expect.any(Object) });
    }
  });

  it('has the callbacks that the widget inherits, and what a style sheet can select by', () => {
    const { description, props } = tableOf('widget/connect-widget.tsx');
    expect(props).toMatchObject({
      institutionCode: { required: false },
      onSuccess: { required: false },
    });
    expect(description).toContain('Selector: `[data-step]`');
  });

  it('of a row has what can be done with it, which a file of its own says', () => {
    expect(tableOf('components/member-row/member-row.tsx').props).toMatchObject({
      member: { required: true },
      onRefresh: { required: false },
    });
  });
});
