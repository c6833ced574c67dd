/** What a page with the widget can be served with. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; '),
  // Only with `oauth={{ mode: 'popup' }}`: lets this page see when the bank's window closes.
  'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
};
