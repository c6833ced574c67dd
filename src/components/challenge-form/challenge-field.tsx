'use client';

import type { ReactNode } from 'react';
import type { Challenge } from '../../domain/challenge.ts';
import { challenge as words } from '../../locales/en/challenge.ts';
import type { FieldState } from '../parts/answer-form.tsx';
import { ChoiceField } from '../parts/choice-field.tsx';
import { Picture } from '../parts/picture.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useWords } from '../words.tsx';

interface ChallengeFieldProps {
  readonly challenge: Challenge;
  readonly field: FieldState;
  readonly institution: string | null;
  /** How many pictures the form may have. */
  readonly pictures: number;
}

/** One question, asked in the way that fits its type. */
export function ChallengeField({
  challenge,
  field,
  institution,
  pictures,
}: ChallengeFieldProps): ReactNode {
  const t = useWords(words);
  const props = { ...field, label: challenge.label };
  switch (challenge.type) {
    case 'TEXT':
    case 'UNKNOWN':
      return <TextField {...props} />;
    case 'TOKEN':
      return <TextField {...props} autoComplete="one-time-code" />;
    case 'OPTIONS':
      return <ChoiceField {...props} options={challenge.options} />;
    case 'IMAGE_DATA':
      return (
        <TextField {...props}>
          <Picture
            dataUri={challenge.imageData}
            pictures={pictures}
            label={t('challenge.picture', { institution })}
          />
        </TextField>
      );
    case 'IMAGE_OPTIONS':
      return (
        <ChoiceField
          {...props}
          options={challenge.imageOptions.map((option, index) => ({
            ...option,
            label: option.label || t('challenge.option', { number: index + 1 }),
          }))}
          renderOption={({ dataUri }) => <Picture dataUri={dataUri} pictures={pictures} />}
        />
      );
    default:
      return challenge satisfies never;
  }
}
