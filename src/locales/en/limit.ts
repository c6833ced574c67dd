/** No room for another connection. */
export const limit = {
  'limit.heading': 'No room for another connection',
  'limit.message.one': 'There can be {count} connection at most.',
  'limit.message.other':
    'First remove a connection that you no longer need. There can be {count} at most.',
  'limit.manage': 'Manage connections',
  'limit.close': 'Close',
} as const;
