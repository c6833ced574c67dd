/**
 * Every property of the styling contract, once: the documentation shows this table, the type of
 * `appearance` is made of its names, and a test holds it to the stylesheet.
 */

/** A custom property that the stylesheet reads. A host can set it on any ancestor of a widget. */
export type AppearanceVariable =
  | '--atrium-color-accent'
  | '--atrium-color-accent-text'
  | '--atrium-color-accent-fill'
  | '--atrium-color-accent-hover'
  | '--atrium-color-on-accent'
  | '--atrium-color-text'
  | '--atrium-color-muted'
  | '--atrium-color-border'
  | '--atrium-color-surface'
  | '--atrium-color-field'
  | '--atrium-color-field-border'
  | '--atrium-color-focus'
  | '--atrium-color-neutral'
  | '--atrium-color-danger'
  | '--atrium-color-attention'
  | '--atrium-color-success'
  | '--atrium-tint'
  | '--atrium-font-family'
  | '--atrium-font-size'
  | '--atrium-font-size-small'
  | '--atrium-font-family-heading'
  | '--atrium-font-size-heading'
  | '--atrium-font-weight-heading'
  | '--atrium-font-weight-strong'
  | '--atrium-line-height'
  | '--atrium-space'
  | '--atrium-gap'
  | '--atrium-control-height'
  | '--atrium-mark-size'
  | '--atrium-radius'
  | '--atrium-radius-surface'
  | '--atrium-border-width'
  | '--atrium-width'
  | '--atrium-duration';

export interface AppearanceProperty {
  readonly group: 'Colour' | 'Type' | 'Shape' | 'Motion';
  /** What it sets, for a host's designer. */
  readonly sets: string;
  /** What it is when nobody sets it: a value, or in words. */
  readonly initial: { readonly css: string } | { readonly as: string };
  /** The properties that it follows while it is not set itself. */
  readonly follows: readonly AppearanceVariable[];
  /** A value that a host might give it. */
  readonly example: string;
}

/** What each property sets, and what it is when nobody sets it. */
export const appearanceProperties: Readonly<Record<AppearanceVariable, AppearanceProperty>> = {
  '--atrium-color-accent': {
    group: 'Colour',
    sets: 'The colour of the brand. Everything accented follows from it.',
    initial: { as: 'a blue' },
    follows: [],
    example: '#1f5c46',
  },
  '--atrium-color-accent-text': {
    group: 'Colour',
    sets: 'Links, initials, what is chosen, what is under way.',
    initial: {
      as: 'the accent, darkened on a light ground and lightened on a dark one until it is legible',
    },
    follows: ['--atrium-color-accent'],
    example: 'light-dark(#1f5c46, #8fd0b2)',
  },
  '--atrium-color-accent-fill': {
    group: 'Colour',
    sets: 'The ground of the primary button.',
    initial: {
      as: 'the accent itself on a light ground, lightened where it would drown in a dark one',
    },
    follows: ['--atrium-color-accent'],
    example: '#1f5c46',
  },
  '--atrium-color-accent-hover': {
    group: 'Colour',
    sets: 'The ground of the primary button under the pointer. Pressed, it goes a step further.',
    initial: { as: 'the fill, a step away from the colour on it' },
    follows: ['--atrium-color-accent-fill', '--atrium-color-on-accent'],
    example: '#174534',
  },
  '--atrium-color-on-accent': {
    group: 'Colour',
    sets: 'The text of the primary button.',
    initial: { as: 'black or white, whichever is the more legible on the fill' },
    follows: ['--atrium-color-accent-fill'],
    example: '#fff',
  },
  '--atrium-color-text': {
    group: 'Colour',
    sets: 'All other text. The greys below are mixed from it.',
    initial: { css: 'inherit' },
    follows: [],
    example: '#1c1917',
  },
  '--atrium-color-muted': {
    group: 'Colour',
    sets: 'Hints, addresses of sites, kinds of accounts.',
    initial: { as: '70 % of the text' },
    follows: [],
    example: '#57534e',
  },
  '--atrium-color-border': {
    group: 'Colour',
    sets: 'Lines around and between things that are not controls; skeletons.',
    initial: { as: '16 % of the text' },
    follows: [],
    example: '#e7e5e4',
  },
  '--atrium-color-surface': {
    group: 'Colour',
    sets: 'What is under the pointer, and the numbers of a list of steps.',
    initial: { as: '5 % of the text' },
    follows: [],
    example: '#f5f5f4',
  },
  '--atrium-color-field': {
    group: 'Colour',
    sets: 'The ground of fields and of choices.',
    initial: { css: 'transparent' },
    follows: [],
    example: '#fff',
  },
  '--atrium-color-field-border': {
    group: 'Colour',
    sets: 'The outline of fields, choices and secondary buttons: at least 3:1.',
    initial: { as: '54 % of the text' },
    follows: [],
    example: '#78716c',
  },
  '--atrium-color-focus': {
    group: 'Colour',
    sets: 'The ring around what has the focus: at least 3:1.',
    initial: { as: 'as accented text' },
    follows: ['--atrium-color-accent-text'],
    example: '#1d4ed8',
  },
  '--atrium-color-neutral': {
    group: 'Colour',
    sets: 'The tone of a remark.',
    initial: { as: 'a slate' },
    follows: [],
    example: '#57606a',
  },
  '--atrium-color-danger': {
    group: 'Colour',
    sets: 'The tone of what failed, and of fields with an error.',
    initial: { as: 'a red' },
    follows: [],
    example: '#a40e26',
  },
  '--atrium-color-attention': {
    group: 'Colour',
    sets: 'The tone of what waits for the person.',
    initial: { as: 'an amber' },
    follows: [],
    example: '#8a4b00',
  },
  '--atrium-color-success': {
    group: 'Colour',
    sets: 'The tone of what is done.',
    initial: { as: 'a green' },
    follows: [],
    example: '#116329',
  },
  '--atrium-tint': {
    group: 'Colour',
    sets: 'How much of its colour goes into a tinted surface.',
    initial: { css: '8%' },
    follows: [],
    example: '12%',
  },
  '--atrium-font-family': {
    group: 'Type',
    sets: 'The font.',
    initial: { css: 'inherit' },
    follows: [],
    example: "'Source Sans 3', sans-serif",
  },
  '--atrium-font-size': {
    group: 'Type',
    sets: 'The size of text; all other sizes are relative to it.',
    initial: { css: 'inherit' },
    follows: [],
    example: '0.875rem',
  },
  '--atrium-font-size-small': {
    group: 'Type',
    sets: 'The size of hints and labels of lists.',
    initial: { css: '0.875em' },
    follows: [],
    example: '0.9375em',
  },
  '--atrium-font-family-heading': {
    group: 'Type',
    sets: 'The font of headings.',
    initial: { css: 'inherit' },
    follows: [],
    example: 'Georgia, serif',
  },
  '--atrium-font-size-heading': {
    group: 'Type',
    sets: 'The size of headings.',
    initial: { css: '1.375em' },
    follows: [],
    example: '1.75em',
  },
  '--atrium-font-weight-heading': {
    group: 'Type',
    sets: 'The weight of headings.',
    initial: { css: '650' },
    follows: [],
    example: '400',
  },
  '--atrium-font-weight-strong': {
    group: 'Type',
    sets: 'The weight of labels, names and buttons.',
    initial: { css: '600' },
    follows: [],
    example: '500',
  },
  '--atrium-line-height': {
    group: 'Type',
    sets: 'The height of a line.',
    initial: { css: '1.5' },
    follows: [],
    example: '1.4',
  },
  '--atrium-space': {
    group: 'Shape',
    sets: 'The unit of the grid: every distance is a multiple of it.',
    initial: { css: '0.25rem' },
    follows: [],
    example: '0.2rem',
  },
  '--atrium-gap': {
    group: 'Shape',
    sets: 'The distance between the parts of a step.',
    initial: { as: 'five spaces' },
    follows: ['--atrium-space'],
    example: '1rem',
  },
  '--atrium-control-height': {
    group: 'Shape',
    sets: 'The height of buttons and fields: at least 24px for a finger.',
    initial: { as: 'eleven spaces' },
    follows: ['--atrium-space'],
    example: '3rem',
  },
  '--atrium-mark-size': {
    group: 'Shape',
    sets: 'The side of a logo or of the initials in its place.',
    initial: { as: 'ten spaces' },
    follows: ['--atrium-space'],
    example: '2rem',
  },
  '--atrium-radius': {
    group: 'Shape',
    sets: 'The corners of buttons, fields and logos.',
    initial: { css: '0.5rem' },
    follows: [],
    example: '1.5rem',
  },
  '--atrium-radius-surface': {
    group: 'Shape',
    sets: 'The corners of lists, and the most that notices and choices have.',
    initial: { as: 'half as much again as controls have, up to 1.25rem' },
    follows: ['--atrium-radius'],
    example: '1rem',
  },
  '--atrium-border-width': {
    group: 'Shape',
    sets: 'The width of lines: at least 1px.',
    initial: { css: '1px' },
    follows: [],
    example: '2px',
  },
  '--atrium-width': {
    group: 'Shape',
    sets: 'How wide a widget grows.',
    initial: { css: '26rem' },
    follows: [],
    example: '32rem',
  },
  '--atrium-duration': {
    group: 'Motion',
    sets: 'How long a change of step takes. Nothing moves where people ask for less motion.',
    initial: { css: '0.2s' },
    follows: [],
    example: '0s',
  },
};
