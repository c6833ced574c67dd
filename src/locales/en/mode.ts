/** Verifying an account, and confirming whose the accounts are. */
export const mode = {
  'offer.verification.heading': 'Verify an account at {institution}',
  'offer.verification.message':
    'The numbers of your accounts are read from {institution}. You may be asked for a code.',
  'offer.identification.heading': 'Confirm who owns your accounts at {institution}',
  'offer.identification.message':
    'The names and addresses of the owners are read from {institution}. You may be asked for a code.',
  'offer.start': 'Continue',
  'offer.starting': 'Starting …',
  'offer.cancel': 'Cancel',
  'choice.heading': 'Which account?',
  'choice.message': 'Choose the account at {institution} that you want to use.',
  'choice.label': 'Your accounts',
  'choice.submit': 'Use this account',
  'choice.cancel': 'Cancel',
  'unavailable.institution.heading': 'Not possible with {institution}',
  'unavailable.institution.message':
    'Please choose another institution: this one does not offer what is needed.',
  'unavailable.credentials.heading': 'Can’t connect to {institution}',
  'unavailable.credentials.message':
    'We can’t connect to {institution} this way. Choose another bank.',
  'unavailable.app.heading': 'Not possible in this app',
  'unavailable.app.message': 'Please contact the support of this app: this is not switched on.',
  'unavailable.accounts.heading': 'No account that can be used',
  'unavailable.accounts.message':
    'Please choose another institution: no open checking or savings account was found at {institution}.',
} as const;
