/** Agreeing to what the host wants the data for. The terms themselves are the host's. */
export const consent = {
  'consent.heading': 'Share your data from {institution}?',
  'consent.data': 'What is shared',
  'consent.purpose': 'What for',
  'consent.duration': 'For how long',
  'consent.accept': 'Agree and continue',
  'consent.decline': 'Not now',
} as const;
