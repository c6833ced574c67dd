/** Answering an institution’s questions. */
export const challenge = {
  'challenge.heading': 'Confirm that it is you',
  'challenge.repeated':
    'You are being asked the same again. What you answered may not have been right, so please check it.',
  'challenge.replaced':
    'The question changed before your answer was sent. Please answer the new one.',
  'challenge.time': 'You have only a few minutes to answer.',
  'challenge.submit': 'Continue',
  'challenge.submitting': 'Sending …',
  'challenge.cancel': 'Cancel',
  'challenge.picture': 'Picture from {institution}',
  'challenge.no-picture': 'The picture cannot be shown.',
  'challenge.option': 'Picture {number}',
} as const;
