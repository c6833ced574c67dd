import type { AtriumProviderProps } from 'react-atrium-connect';

/** Where this app says it in its own way. */
export const words: NonNullable<AtriumProviderProps['messages']> = {
  'members.heading': 'Connected banks',
  'members.empty': 'No banks yet',
  'members.empty-hint':
    'Connect the one you use most, and Larder sorts what you spend. Your password goes to the bank; Larder does not keep it.',
  'members.add': 'Connect a bank',
};
