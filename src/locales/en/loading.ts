/** Where something is on its way. */
export const loading = {
  'loading.label': 'One moment …',
} as const;
