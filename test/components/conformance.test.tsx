// @vitest-environment jsdom
import { cleanup, fireEvent, render } from '@testing-library/react';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import * as entry from '../../src/index.ts';
import { PRIVATE_INPUT } from '../../src/components/parts/private-input.ts';
import { parts } from '../../stories/theming/parts.ts';
import { conforms } from './conformance.ts';
import { everyComponent } from './every-component.tsx';

afterEach(cleanup);

const isComponent = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && '$$typeof' in value;

describe('the components', () => {
  it('are all held to the same promise', () => {
    const exported = Object.entries(entry).filter(([, value]) => isComponent(value));
    expect(Object.keys(everyComponent)).toEqual(exported.map(([name]) => name).toSorted());
  });
});

describe.each(Object.entries(everyComponent))('%s', (_name, { className, tag, element }) => {
  conforms({ className, tag, element, part: parts[className] ?? { is: '' } });
});

/** `atrium-notice`, and what is seen of it: `atrium-notice[data-tone=danger]`. */
function marksOf(element: Element): string[] {
  const classes = [...element.classList].filter((name) => name.startsWith('atrium-'));
  const data = [...element.attributes].filter(
    ({ name }) => name.startsWith('data-') && !(name in PRIVATE_INPUT),
  );
  return [
    ...classes,
    ...data.map(({ name, value }) => `${ownerOf(classes, name)}[${name}=${value}]`),
  ];
}

/** The class that a state belongs to, of the several that an element may have. */
const ownerOf = (classes: readonly string[], name: string): string =>
  classes.find((one) => name in (parts[one]?.data ?? {})) ?? classes.join('.');

function shown(): Set<string> {
  const seen = new Set<string>();
  for (const { element, states } of Object.values(everyComponent)) {
    const { container, unmount } = render(
      <>
        {element({})}
        {states}
      </>,
    );
    container
      .querySelectorAll('.atrium-form [data-kind=primary]')
      .forEach((button) => fireEvent.click(button));
    container
      .querySelectorAll('*')
      .forEach((one) => marksOf(one).forEach((mark) => seen.add(mark)));
    unmount();
  }
  return seen;
}

/** The steps of the whole widget are reached by going through them, which other tests do. */
const isOfTheWidget = (mark: string): boolean => mark.startsWith('atrium-connect-widget[');

const promised = Object.entries(parts).flatMap(([name, { data = {} }]) => [
  name,
  ...Object.entries(data).flatMap(([attribute, values]) =>
    (values.length === 0 ? [''] : values).map((value) => `${name}[${attribute}=${value}]`),
  ),
]);

describe('the classes and data-* that are promised', () => {
  const seen = shown();

  it('are all shown by some component in some state', () => {
    expect(promised.filter((mark) => !seen.has(mark) && !isOfTheWidget(mark))).toEqual([]);
  });

  it('are all that is shown', () => {
    expect([...seen].filter((mark) => !promised.includes(mark))).toEqual([]);
  });

  it('are all that the stylesheet knows', () => {
    const folder = resolve(import.meta.dirname, '../../src/components');
    const css = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.css'))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n');
    const classes = [...css.matchAll(/\.(atrium-[a-z-]+)/g)].map(([, name]) => name);
    expect(classes.filter((name) => !promised.includes(name ?? ''))).toEqual([]);
    const states = [...css.matchAll(/\[(data-[a-z-]+)(?:='([a-z-]+)')?\]/g)];
    const isPromised = ([, name, value = '']: RegExpMatchArray): boolean =>
      promised.some((mark) => mark.endsWith(`[${name}=${value}]`));
    expect(states.filter((state) => !isPromised(state)).map(([state]) => state)).toEqual([
      // A tone, whichever it is.
      '[data-tone]',
    ]);
  });
});
