/** No room for another connection. */
export const limit = {
  'limit.heading': 'No room for another connection',
  'limit.message.one': 'There can be only {count} connection.',
  'limit.message.other':
    'First remove a connection that you no longer need. There can be only {count}.',
  'limit.manage': 'Manage connections',
  'limit.close': 'Close',
} as const;
