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
 * Keeps what the user types or chooses on the page. `form` keeps a control out of every `<form>`:
 * a native submit would put its value into the URL. The library renders no `<form>`, but the host
 * may have one around it. `autoComplete` keeps the value out of the session history, which browsers
 * write to disk and restore by position, a shown password into another field.
 */
export const ON_PAGE_ONLY = { form: '', autoComplete: 'off' } as const;

/** The attributes of every control that the user types into. */
export const PRIVATE_INPUT = {
  ...PRIVATE,
  ...ON_PAGE_ONLY,
  className: `atrium-input ${CLASSES}`,
} as const;
