/** Signing in at the institution’s own page, and all that can go wrong there. */
export const oauth = {
  'oauth.heading': 'Sign in at {institution}',
  'oauth.heading-away': 'Waiting for {institution}',
  'oauth.step-go':
    '{institution} opens on a page of its own. Sign in there and choose what to share.',
  'oauth.step-return': 'Come back to this page. It goes on by itself.',
  'oauth.privacy': 'Your sign-in details stay with {institution}. This app never sees them.',
  'oauth.open': 'Continue to {institution}',
  'oauth.preparing': 'Preparing …',
  'oauth.away': 'Finish on the page that has opened. This one goes on by itself when you are done.',
  'oauth.again': 'Open {institution} again',
  'oauth.cancel': 'Cancel',
  'oauth.CANCELLED': 'You left {institution} before finishing. You can go back and try again.',
  'oauth.DENIED':
    'Try again with the details you use at {institution}: it did not accept the last ones, or the access was not allowed.',
  'oauth.IMPEDED':
    'Sign in on the website of {institution} first, do what it asks for there, then try again.',
  'oauth.PROVIDER_ERROR': 'Please try again in a little while: {institution} had a problem.',
  'oauth.SERVER_ERROR': 'Please try again in a little while: the connection service had a problem.',
  'oauth.SESSION_ERROR': 'Please start again: the session with {institution} ended too soon.',
  'oauth.BLOCKED':
    'Your browser stopped the new window. Allow windows for this page, then try again.',
  'oauth.CLOSED':
    'The window was closed. If you did not finish there, open it again. If you did, nothing is lost: please wait a moment.',
  'oauth.EXPIRED': 'Please start again: signing in was not finished within an hour.',
  'oauth.UNKNOWN': 'Please try again: {institution} did not say what went wrong.',
} as const;
