import { UNNAMED_INSTITUTION } from '../../domain/status-message.ts';

/** Words that any component may need. */
export const common: Readonly<Record<'institution.unnamed' | 'link.new-tab', string>> = {
  'institution.unnamed': UNNAMED_INSTITUTION,
  'link.new-tab': '(opens in a new tab)',
};
