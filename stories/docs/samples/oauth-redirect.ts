import { createAtriumClient } from 'react-atrium-connect';

export const client = createAtriumClient({
  baseUrl: '/api/atrium',
  oauth: { referralSource: 'APP', clientRedirectUrl: 'https://app.example.com/banks/return' },
});
