import type { Tone } from '../domain/status.ts';
import type { AppearanceVariable } from './appearance-properties.ts';

/** A part as it stands in a widget, from which the browser's own colours are read. */
export interface Sample {
  /** Default: a `span`. */
  readonly tag?: 'span' | 'input';
  readonly className?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Stands for a state that no script can put an element in, or for a colour of one. */
  readonly style?: { readonly color?: string; readonly backgroundColor?: string };
}

/** Two colours that meet in a widget. */
export interface ContrastPair {
  readonly name: string;
  /** WCAG 2.2: 1.4.3 for text, 1.4.11 for what else must be seen. */
  readonly need: 4.5 | 3;
  /** The property that most likely mends it. */
  readonly property: AppearanceVariable;
  /** From the outside in. The colour of the last is looked at, on the grounds of all. */
  readonly samples: readonly Sample[];
  /** Look at the border of the last instead, on the grounds around it. */
  readonly isBorder?: true;
}

const TONES = {
  neutral: '--atrium-color-neutral',
  progress: '--atrium-color-accent-text',
  attention: '--atrium-color-attention',
  success: '--atrium-color-success',
  danger: '--atrium-color-danger',
} as const satisfies Record<Tone, AppearanceVariable>;

const notice = (tone: string): Sample => ({
  className: 'atrium-notice',
  attributes: { 'data-tone': tone },
});

const ofTone = ([tone, property]: [string, AppearanceVariable]): ContrastPair[] => [
  {
    name: `text on the ${tone} tint`,
    need: 4.5,
    property: '--atrium-tint',
    samples: [notice(tone)],
  },
  {
    name: `the icon on the ${tone} tint`,
    need: 3,
    property,
    samples: [notice(tone), { className: 'atrium-icon' }],
  },
  {
    name: `the ${tone} badge`,
    need: 3,
    property,
    samples: [{ className: 'atrium-badge', attributes: { 'data-tone': tone } }],
  },
];

const surface: Sample = { style: { backgroundColor: 'var(--_surface)' } };
const hint: Sample = { className: 'atrium-hint' };
const link: Sample = { className: 'atrium-link' };
const primary: Sample = { className: 'atrium-button', attributes: { 'data-kind': 'primary' } };

/** Every pair of colours that a widget may show. */
export const contrastPairs: readonly ContrastPair[] = [
  { name: 'text on the ground', need: 4.5, property: '--atrium-color-text', samples: [{}] },
  {
    name: 'text on the surface',
    need: 4.5,
    property: '--atrium-color-surface',
    samples: [surface],
  },
  { name: 'muted text', need: 4.5, property: '--atrium-color-muted', samples: [hint] },
  {
    name: 'muted text on the surface',
    need: 4.5,
    property: '--atrium-color-muted',
    samples: [surface, hint],
  },
  { name: 'a link', need: 4.5, property: '--atrium-color-accent-text', samples: [link] },
  {
    name: 'a link on the danger tint',
    need: 4.5,
    property: '--atrium-color-accent-text',
    samples: [notice('danger'), link],
  },
  {
    name: 'the initials of an institution',
    need: 4.5,
    property: '--atrium-color-accent-text',
    samples: [{ className: 'atrium-mark' }],
  },
  {
    name: 'the primary button',
    need: 4.5,
    property: '--atrium-color-on-accent',
    samples: [primary],
  },
  {
    name: 'the primary button under the pointer',
    need: 4.5,
    property: '--atrium-color-accent-hover',
    samples: [{ ...primary, style: { backgroundColor: 'var(--_fill-hover)' } }],
  },
  {
    name: 'text in a field',
    need: 4.5,
    property: '--atrium-color-field',
    samples: [{ tag: 'input', className: 'atrium-input' }],
  },
  {
    name: 'the button in a field',
    need: 4.5,
    property: '--atrium-color-accent-text',
    samples: [{ className: 'atrium-input-group' }, { className: 'atrium-input-toggle' }],
  },
  {
    name: 'the border of a field',
    need: 3,
    property: '--atrium-color-field-border',
    samples: [{ tag: 'input', className: 'atrium-input' }],
    isBorder: true,
  },
  {
    name: 'the border of a field with an error',
    need: 3,
    property: '--atrium-color-danger',
    samples: [{ tag: 'input', className: 'atrium-input', attributes: { 'aria-invalid': 'true' } }],
    isBorder: true,
  },
  {
    name: 'the error of a field',
    need: 4.5,
    property: '--atrium-color-danger',
    samples: [{ className: 'atrium-field-error' }],
  },
  {
    name: 'the border of what is chosen',
    need: 3,
    property: '--atrium-color-accent-text',
    samples: [{ style: { color: 'var(--_accent)' } }],
  },
  {
    name: 'the focus ring',
    need: 3,
    property: '--atrium-color-focus',
    samples: [{ style: { color: 'var(--_focus)' } }],
  },
  ...Object.entries(TONES).flatMap(ofTone),
];
