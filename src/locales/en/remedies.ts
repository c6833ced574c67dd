/** The buttons that a status offers. */
export const remedies = {
  'remedy.enter-credentials': 'Enter sign-in details',
  'remedy.answer': 'Answer',
  'remedy.authorize': 'Continue to {institution}',
  'remedy.try-again': 'Try again',
  'remedy.confirm-resolved': 'I have resolved it',
  'remedy.visit-institution': 'Go to {institution}',
  'remedy.choose-another': 'Choose another institution',
  'remedy.connect-again': 'Connect again',
  'remedy.add-manually': 'Add accounts by hand',
  'remedy.contact-support': 'Contact support',
  'remedy.finish': 'Done',
  'remedy.leave': 'Carry on in the background',
  'remedy.cancel': 'Cancel',
  'remedy.close': 'Close',
  'status.throttled':
    'Your data was asked for a short while ago, so nothing new was started. Please try again in a few hours.',
} as const;
