/** What was found. Types of account are spelt as the API does. */
export const connected = {
  'connected.heading': 'You are connected',
  'connected.found.one': '{count} account found',
  'connected.found.other': '{count} accounts found',
  'connected.none':
    'No accounts were found. If you have just opened one, it may take a day to appear.',
  'connected.loading': 'Getting your accounts …',
  'connected.failed':
    'The connection works, but the list of accounts did not load. You will find it in the app.',
  'connected.arriving': 'Transactions are still coming in. There is no need to wait for them.',
  'connected.done': 'Done',
  'connected.another': 'Connect another institution',
  'connected.number': 'ending in {digits}',
  'connected.closed': 'Closed',
  'account.CHECKING': 'Checking',
  'account.SAVINGS': 'Savings',
  'account.CREDIT_CARD': 'Credit card',
  'account.LOAN': 'Loan',
  'account.MORTGAGE': 'Mortgage',
  'account.INVESTMENT': 'Investment',
  'account.LINE_OF_CREDIT': 'Line of credit',
  'account.CHECKING_LINE_OF_CREDIT': 'Checking with line of credit',
  'account.PROPERTY': 'Property',
  'account.CASH': 'Cash',
  'account.INSURANCE': 'Insurance',
  'account.PREPAID': 'Prepaid',
  'account.other': 'Account',
} as const;
