import { UNNAMED_INSTITUTION } from '../../domain/status-message.ts';

/** Words that any component may need. */
export const common = {
  'institution.unnamed': UNNAMED_INSTITUTION,
  'link.new-tab': '(opens in a new tab)',
  'loading.label': 'One moment …',
} as const;
