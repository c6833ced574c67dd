/** The page at the end of a visit to the institution, where another page has gone on already. */
export const oauthReturn = {
  'oauth-return.heading': 'You can close this tab',
  'oauth-return.message': 'The page that you came from goes on by itself.',
  'oauth-return.continue': 'Continue here instead',
} as const;
