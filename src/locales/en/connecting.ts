/** What is going on while the machine is at work. */
export const connecting = {
  'connecting.stages': 'How far it is',
  'connecting.signing-in': 'Signing in',
  'connecting.fetching-accounts': 'Getting your accounts',
  'connecting.fetching-transactions': 'Getting your transactions',
  'connecting.done': 'Done',
  'connecting.current': 'Now',
  'connecting.to-come': 'To come',
  'connecting.usual': 'This goes on by itself. There is nothing you need to do.',
  'connecting.slow': 'This is taking longer than usual. We keep asking {institution}.',
  'connecting.stalled':
    'There is still no result. Check again now, or come back later: the work goes on without this page.',
  'connecting.unreachable':
    'We cannot see how far it is, because our server does not answer. Check your connection to the internet, then check again.',
  'connecting.check-again': 'Check again',
  'connecting.leave': 'Carry on in the background',
  'connecting.cancel': 'Cancel',
} as const;
