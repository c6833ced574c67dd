/** Signing in at the institution’s own page, and all that can go wrong there. */
export const oauth = {
  'oauth.heading': 'Sign in at {institution}',
  'oauth.heading-away': 'Waiting for {institution}',
  'oauth.step-go': 'The page of {institution} opens. Sign in there and choose what to share.',
  'oauth.step-return': 'Come back to this page. It goes on by itself.',
  'oauth.step-back': 'You are brought back here afterwards, and it goes on by itself.',
  'oauth.privacy': 'Your sign-in details stay with {institution}. This app never sees them.',
  'oauth.leaving':
    'You are leaving this app. The page that opens next belongs to {institution} and is at {address}.',
  'oauth.open': 'Continue to {institution}',
  'oauth.preparing': 'Preparing …',
  'oauth.away': 'Finish at {institution}. This page goes on by itself.',
  'oauth.confirming': 'Thank you. It goes on here as soon as {institution} confirms.',
  'oauth.again': 'Open {institution} again',
  'oauth.cancel': 'Cancel',
  'oauth.CANCELLED': 'Please try again: you left {institution} before finishing.',
  'oauth.DENIED':
    'Please try again: {institution} did not accept your details, or access was not allowed.',
  'oauth.IMPEDED': 'Sign in on the website of {institution}, do what it asks for, then try again.',
  'oauth.PROVIDER_ERROR': 'Please try again in a little while: {institution} had a problem.',
  'oauth.SERVER_ERROR': 'Please try again in a little while: the connection service had a problem.',
  'oauth.SESSION_ERROR': 'Please try again: the session with {institution} ended too soon.',
  'oauth.BLOCKED': 'Please try again: your browser stopped the new window.',
  'oauth.CLOSED':
    'The window seems to be closed. If you finished there, please wait a moment. If it is still open, go on there. If not, open it again.',
  'oauth.EXPIRED': 'Please start again: signing in was not finished within an hour.',
  'oauth.UNSAVED': 'Please try again: this app could not save your work, so you are still here.',
  'oauth.UNKNOWN': 'Please try again: {institution} did not say what went wrong.',
} as const;
