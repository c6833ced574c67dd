import { contrastRatio, type Rgb } from '../domain/contrast.ts';
import type { AppearanceVariable } from './appearance-properties.ts';
import { contrastPairs, type ContrastPair, type Sample } from './contrast-pairs.ts';

/** Two colours that are too much alike for some people to tell apart. */
export interface ContrastProblem {
  /** What it is about, in words: `the primary button`. */
  readonly pair: string;
  /** From 1 to 21, rounded down to two digits. */
  readonly ratio: number;
  /** What WCAG 2.2 AA asks for. */
  readonly need: 4.5 | 3;
  /** The property that most likely mends it. */
  readonly property: AppearanceVariable;
  /** All of this in a sentence. */
  readonly message: string;
}

/** Options of {@link checkAppearance}. */
export interface CheckAppearanceOptions {
  /** Told every problem as a sentence. Default: `console.warn`. */
  readonly warn?: ((message: string) => void) | undefined;
}

/**
 * Finds the colours of a theme that meet in a widget and do not contrast enough, by what the
 * browser makes of the host's CSS. For development and for a host's own browser tests; what does
 * not call it does not carry it. It sees colours only: a picture or a gradient behind the widget,
 * and `opacity`, are left to the eye.
 *
 * @param element - A widget, or any element around one. Nothing in it is changed for good.
 * @throws {Error} where nothing can be drawn, as in jsdom: there are no colours to look at.
 */
export function checkAppearance(
  element: Element,
  // oxlint-disable-next-line no-console -- The host asked for it, and can have it otherwise.
  { warn = console.warn }: CheckAppearanceOptions = {},
): ContrastProblem[] {
  const paint = painter();
  const ground = groundsOf(element);
  const root = sample({ className: 'atrium-root', attributes: { hidden: '' } });
  element.append(root);
  try {
    const problems = contrastPairs.flatMap((pair) => {
      const ratio = measure(root, pair, (layers) => paint([...ground, ...layers]));
      return ratio < pair.need ? [problem(pair, ratio)] : [];
    });
    problems.forEach(({ message }) => warn(message));
    return problems;
  } finally {
    root.remove();
  }
}

function problem({ name, need, property }: ContrastPair, exact: number): ContrastProblem {
  const ratio = Math.floor(exact * 100) / 100;
  return {
    pair: name,
    ratio,
    need,
    property,
    message:
      `Contrast of ${name}: ${ratio}:1, and some people need ${need}:1 to see it (WCAG 2.2 AA). ` +
      `Change ${property}, or what it stands on.`,
  };
}

type Paint = (layers: readonly string[]) => Rgb;

function measure(root: Element, { samples, isBorder }: ContrastPair, paint: Paint): number {
  const chain = [root];
  for (const one of samples) {
    const child = sample(one);
    chain.at(-1)?.append(child);
    chain.push(child);
  }
  const styles = chain.map((one) => getComputedStyle(one));
  const last = styles.at(-1);
  const grounds = (isBorder ? styles.slice(0, -1) : styles).map((style) => style.backgroundColor);
  const ink = (isBorder ? last?.borderTopColor : last?.color) ?? '';
  return contrastRatio(paint(grounds), paint([...grounds, ink]));
}

function sample({ tag = 'span', className = '', attributes = {}, style }: Sample): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  Object.assign(element.style, style);
  return element;
}

/** The colours behind an element, the furthest first: that one is the browser's own, and opaque. */
function groundsOf(element: Element): string[] {
  const grounds: string[] = [];
  for (let one: Element | null = element; one !== null; one = one.parentElement) {
    grounds.unshift(getComputedStyle(one).backgroundColor);
  }
  const page = sample({ style: { backgroundColor: 'Canvas' } });
  document.documentElement.append(page);
  grounds.unshift(getComputedStyle(page).backgroundColor);
  page.remove();
  return grounds;
}

/** Lays colours over each other as the browser does, in whatever notation it gives them. */
function painter(): Paint {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (context === null) {
    throw new Error(
      'checkAppearance found no canvas to draw on, and so no colour to look at: call it in a browser.',
    );
  }
  return (layers) => {
    for (const layer of layers) {
      context.fillStyle = layer;
      context.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
}
