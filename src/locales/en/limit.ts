/** No room for another connection. */
export const limit = {
  'limit.heading': 'No room for another connection',
  'limit.message.one': 'You have {count} connection, which is as many as there can be.',
  'limit.message.other':
    'To add this one, first remove a connection that you no longer need. There can be {count} at most.',
  'limit.manage': 'Manage connections',
  'limit.close': 'Close',
} as const;
