/** Session-replay tools leave out what carries these: one attribute or class for each of them. */
export const PRIVATE_INPUT = {
  className: 'atrium-input ph-no-capture fs-exclude rr-block sentry-mask lr-hide',
  'data-private': 'true',
  'data-sentry-mask': '',
  'data-dd-privacy': 'mask',
  'data-hj-suppress': '',
  'data-clarity-mask': 'true',
} as const;
