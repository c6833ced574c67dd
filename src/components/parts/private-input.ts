const CLASSES = 'ph-no-capture fs-exclude rr-block sentry-mask lr-hide';

/** Session-replay tools leave out what carries these: one attribute or class for each of them. */
export const PRIVATE = {
  className: CLASSES,
  'data-private': 'true',
  'data-sentry-mask': '',
  'data-dd-privacy': 'mask',
  'data-hj-suppress': '',
  'data-clarity-mask': 'true',
} as const;

/**
 * Keeps a control out of every `<form>`, so that no browser can submit it: a native submit would
 * put what the user typed into the URL. The library renders no `<form>`; the host may have one
 * around it.
 */
export const NO_FORM = { form: '' } as const;

/** The attributes of every control that the user types into. */
export const PRIVATE_INPUT = {
  ...PRIVATE,
  ...NO_FORM,
  className: `atrium-input ${CLASSES}`,
} as const;
