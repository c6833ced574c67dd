/** A request that failed: the way out first, then the reason. */
export const failure = {
  'failure.offline.title': 'You seem to be offline',
  'failure.offline.message': 'Check your connection to the internet, then try again.',
  'failure.timeout.title': 'No answer in time',
  'failure.timeout.message': 'Please try again. The server took too long to answer.',
  'failure.unauthorized.title': 'Please sign in to this app again',
  'failure.unauthorized.message':
    'Sign in again, then come back here: your session in this app has ended.',
  'failure.forbidden.title': 'Not allowed',
  'failure.forbidden.message':
    'Please contact the support of this app: it does not allow you to do this.',
  'failure.not-found.title': 'No longer there',
  'failure.not-found.message':
    'Go back and start again: what you were looking for has been removed.',
  'failure.member-limit.title': 'No room for another connection',
  'failure.member-limit.message': 'First remove a connection that you no longer need.',
  'failure.conflict.title': 'Already connected',
  'failure.conflict.message':
    'There is nothing more to do here: you already have a connection with these sign-in details.',
  'failure.throttled.title': 'Too many requests',
  'failure.throttled.message': 'Please try again {when}.',
  'failure.throttled.soon': 'in a little while',
  'failure.invalid.title': 'That was not accepted',
  'failure.invalid.message': 'Check what you have entered, then try again.',
  'failure.server.title': 'Something went wrong on our side',
  'failure.server.message':
    'Please try again in a little while. Our server could not do this just now.',
  'failure.unreadable.title': 'Something went wrong on our side',
  'failure.unreadable.message':
    'Please try again in a little while. The answer of our server made no sense.',
  'failure.retry': 'Try again',
  'failure.back': 'Back',
  'failure.close': 'Close',
} as const;
