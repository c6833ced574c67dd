/** What is going on while the machine is at work. */
export const connecting = {
  'connecting.stages': 'Progress',
  'connecting.signing-in': 'Signing in',
  'connecting.fetching-accounts': 'Getting your accounts',
  'connecting.fetching-transactions': 'Getting your transactions',
  'connecting.done': 'Done',
  'connecting.current': 'Now',
  'connecting.to-come': 'To come',
  'connecting.usual': 'This goes on by itself.',
  'connecting.slow': 'This is taking longer than usual. Please wait.',
  'connecting.stalled':
    'There is still no result. Check again, or come back later: this goes on without you.',
  'connecting.unreachable':
    'Our server does not answer. Check your internet connection, then check again.',
  'connecting.check-again': 'Check again',
  'connecting.leave': 'Carry on in the background',
  'connecting.cancel': 'Cancel',
} as const;
