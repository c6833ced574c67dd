/** Signing in to an institution. */
export const credentials = {
  'credentials.heading': 'Sign in to {institution}',
  'credentials.heading-update': 'Update your sign-in details',
  'credentials.intro': 'Use the same details as on the website of {institution}.',
  'credentials.privacy':
    'Your details go to {institution} through MX. This app does not keep them.',
  'credentials.submit': 'Connect',
  'credentials.submit-update': 'Save and connect',
  'credentials.submitting': 'Connecting …',
  'credentials.back': 'Back',
  'credentials.visit': 'Trouble signing in? Go to {institution}',
  'credentials.show': 'Show',
  'credentials.hide': 'Hide',
  'credentials.show-label': 'Show {label}',
  'credentials.hide-label': 'Hide {label}',
  'credentials.caps-lock': 'Caps Lock is on.',
  'credentials.stray-space': 'There is a space at the beginning or end.',
} as const;
