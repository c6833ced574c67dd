/** An account that is kept by hand. */
export const manualAccount = {
  'manual.heading': 'Add an account by hand',
  'manual.intro': 'It is not connected to {institution}, so it does not update by itself.',
  'manual.name': 'Name of the account',
  'manual.type': 'Kind of account',
  'manual.balance': 'Balance (optional)',
  'manual.no-amount': 'Please enter an amount such as {example}, or leave this empty.',
  'manual.check': 'Please check what you have entered',
  'manual.submit': 'Add account',
  'manual.submitting': 'Adding …',
  'manual.cancel': 'Back',
  'manual.added': 'Account added',
  'manual.added-message': '“{name}” is now kept by hand. It does not update by itself.',
  'manual.another': 'Add another account',
  'manual.done': 'Done',
} as const;
