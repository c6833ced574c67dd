/** What every form of questions says about what is typed into it. */
export const form = {
  'form.missing': 'Please fill this in.',
  'form.missing-choice': 'Please choose one.',
  'form.choose': 'Choose one',
  'form.summary.one': 'One answer is missing',
  'form.summary.other': '{count} answers are missing',
} as const;
