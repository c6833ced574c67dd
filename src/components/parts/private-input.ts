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

/** The same for what is typed into. */
export const PRIVATE_INPUT = { ...PRIVATE, className: `atrium-input ${CLASSES}` } as const;
