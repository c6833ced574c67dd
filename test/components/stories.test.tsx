// @vitest-environment jsdom
import { cleanup, fireEvent, render } from '@testing-library/react';
import { createElement, type ComponentType } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { CHALLENGE_TYPES } from '../../src/domain/challenge.ts';
import { CREDENTIAL_TYPES } from '../../src/domain/credential.ts';
import { en } from '../../src/locales/en.ts';
import { looseTexts } from '../accessibility/translation.ts';
import { componentParts, type Part } from '../../stories/theming/parts.ts';

// The stories draw their pictures as soon as they are imported, and jsdom cannot draw.
vi.hoisted(() => {
  const drawing = new Proxy({}, { get: () => () => drawing });
  Object.assign(HTMLCanvasElement.prototype, {
    getContext: () => drawing,
    toDataURL: () => 'data:image/png;base64,',
  });
});

type Props = Readonly<Record<string, unknown>>;

interface StoryModule {
  readonly default: { readonly component?: ComponentType<Props>; readonly args?: Props };
  readonly [story: string]: { readonly args?: Props; readonly render?: ComponentType<Props> };
}

const modules = import.meta.glob<StoryModule>('../../stories/components/*.stories.tsx', {
  eager: true,
});

/** Every story of every component, as it is before anything is played. */
const stories = Object.values(modules).flatMap(({ default: meta, ...each }) =>
  Object.values(each).map(({ args, render: own }) => ({
    Show: own ?? meta.component ?? (() => null),
    args: { ...meta.args, ...args },
  })),
);

const shown = new Set<string>();
const said: string[] = [];
const loose: string[] = [];

/** What an element is called where that is not its text. */
const spokenIn = (root: Element): string[] =>
  [...root.querySelectorAll('[aria-label], [alt]')].map(
    (one) => one.getAttribute('aria-label') ?? one.getAttribute('alt') ?? '',
  );

beforeAll(() => {
  URL.createObjectURL = vi.fn<typeof URL.createObjectURL>(() => 'blob:picture');
  for (const { Show, args } of stories) {
    const { container } = render(createElement(Show, args));
    container
      .querySelectorAll('.atrium-form [data-kind=primary]')
      .forEach((button) => fireEvent.click(button));
    for (const element of container.querySelectorAll('[class*="atrium-"]')) {
      for (const { name, value } of element.attributes) {
        element.classList.forEach((one) => shown.add(`${one}[${name}=${value}]`));
      }
      element.classList.forEach((one) => shown.add(one));
    }
    loose.push(...looseTexts(container));
    said.push(container.textContent ?? '', ...spokenIn(container));
    cleanup();
  }
}, 60_000);
afterEach(cleanup);

/** The whole flow has stories of its own, in which its steps are reached by going through it. */
const isOfTheFlow = (name: string): boolean =>
  ['atrium-connect-widget', 'atrium-member-manager'].includes(name);

describe('looseTexts', () => {
  it('finds no text in any story that would fail on a translated page', () => {
    expect(loose).toEqual([]);
  });

  it('finds text beside an element, in a fragment and returned by a component', () => {
    const Text = () => 'returned';
    const { container } = render(
      <div className="atrium-root">
        beside
        <p>alone</p>
        <p>
          <>in a fragment</>
        </p>
        <p>
          <Text />
        </p>
      </div>,
    );
    expect(looseTexts(container)).toEqual([
      '“beside” in atrium-root',
      '“in a fragment” in P',
      '“returned” in P',
    ]);
  });
});

describe('every state that a component shows of itself has a story', () => {
  const parts = Object.entries<Part>(componentParts).filter(([name]) => !isOfTheFlow(name));

  it.each(parts)('%s', (name, { data = {} }) => {
    expect([...shown]).toContain(name);
    const states = Object.entries(data).flatMap(([attribute, values]) =>
      (values.length === 0 ? [''] : values).map((value) => `${name}[${attribute}=${value}]`),
    );
    expect(states.filter((state) => !shown.has(state))).toEqual([]);
  });
});

describe('every kind that a table knows has a story', () => {
  const typesIn = (name: string): unknown[] =>
    stories.flatMap(({ args }) => args[name] ?? []).map((one) => (one as Props)['type']);

  it.each([
    ['questions', 'challenges', [...CHALLENGE_TYPES, 'UNKNOWN']],
    ['credentials', 'credentials', [...CREDENTIAL_TYPES, 'UNKNOWN']],
  ])('of %s', (_what, name, types) => {
    const seen = typesIn(name);
    expect(types.filter((type) => !seen.includes(type))).toEqual([]);
  });

  it.each([
    ['ways to the bank', 'mode', ['link', 'popup', 'redirect']],
    ['notices', 'notice', ['throttled']],
  ])('of %s', (_what, name, values) => {
    const seen = stories.map(({ args }) => args[name]);
    expect(values.filter((value) => !seen.includes(value))).toEqual([]);
  });
});

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Said only once something has been done in a story, or of two moments that differ. */
const ONLY_PLAYED = [
  'credentials.submitting',
  'credentials.hide',
  'credentials.hide-label',
  'credentials.caps-lock',
  'credentials.stray-space',
  'manual.no-amount',
  'members.removed',
  'members.changed',
];

describe('every text of the English catalog has a story', () => {
  it.each(Object.entries(en).filter(([key]) => !ONLY_PLAYED.includes(key)))('%s', (_key, text) => {
    const words = new RegExp(
      text
        .split(/\{\w+\}/)
        .map(literally)
        .join('.+'),
    );
    expect(said.some((story) => words.test(story))).toBe(true);
  });
});
