import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, waitFor } from 'storybook/test';
import {
  ChallengeForm,
  type ChallengeFormProps,
} from '../../src/components/challenge-form/challenge-form.tsx';
import { challenges, failure, institutionName } from './fixtures.ts';
import { still } from './frame.tsx';

const meta = {
  title: 'Components/ChallengeForm',
  component: ChallengeForm,
  decorators: [still],
  args: {
    challenges: [challenges.text],
    institutionName,
    onSubmit: fn(),
    isSubmitting: false,
    onCancel: fn(),
  },
} satisfies Meta<typeof ChallengeForm>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Text: Story = {
  play: async ({ args, userEvent }) => {
    await userEvent.tab();
    await userEvent.keyboard('Lehi{Enter}');
    await expect(args.onSubmit).toHaveBeenCalledOnce();
    await expect(args.onSubmit).toHaveBeenLastCalledWith([{ guid: 'CHG-1', value: 'Lehi' }]);
  },
};

/**
 * Pasting is how codes arrive, and some have letters, which a phone’s number pad has not. Nothing
 * is sent until the person says so.
 */
export const Token: Story = {
  args: { challenges: [challenges.token] },
  play: async ({ args, canvas, userEvent }) => {
    const code = canvas.getByLabelText('Enter the code we sent to your phone');
    await expect(code).toHaveAttribute('autocomplete', 'one-time-code');
    await expect(code).not.toHaveAttribute('inputmode');
    await userEvent.click(code);
    await userEvent.paste('123456');
    await expect(code).toHaveValue('123456');
    await expect(args.onSubmit).not.toHaveBeenCalled();
  },
};

export const Options: Story = {
  args: { challenges: [challenges.options] },
  play: async ({ args, canvas, userEvent }) => {
    await expect(
      canvas.getByRole('group', { name: 'Where should we send the code?' }),
    ).toBeVisible();
    await userEvent.tab();
    await userEvent.keyboard(' {ArrowDown}{Enter}');
    await expect(args.onSubmit).toHaveBeenCalledOnce();
    await expect(args.onSubmit).toHaveBeenLastCalledWith([{ guid: 'CHG-4', value: 'mail' }]);
  },
};

export const Picture: Story = {
  args: { challenges: [challenges.image] },
  play: async ({ canvas }) => {
    const picture = canvas.getByRole('img', { name: 'Picture from MX Bank' });
    await waitFor(() => expect(picture).toHaveAttribute('width', '200'));
  },
};

export const BrokenPicture: Story = {
  args: { challenges: [challenges.brokenImage] },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('The picture cannot be shown.')).toBeVisible();
  },
};

/** An empty square: a small file that takes four bytes a pixel once it is decoded. */
function square(side: number): string {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  return canvas.toDataURL('image/png');
}

/** A picture that is too large is not decoded. The question can still be answered, or left. */
export const HugePicture: Story = {
  args: { challenges: [{ ...challenges.image, imageData: square(2_049) }] },
  play: async ({ args, canvas, userEvent }) => {
    await expect(await canvas.findByText('The picture cannot be shown.')).toBeVisible();
    await userEvent.type(canvas.getByLabelText('Type the characters in the picture'), 'abc');
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }));
    await expect(args.onSubmit).toHaveBeenCalledOnce();
    await expect(canvas.getByRole('button', { name: 'Cancel' })).toBeEnabled();
  },
};

export const PictureOptions: Story = {
  args: { challenges: [challenges.imageOptions] },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('radio', { name: 'Anchor' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }));
    await expect(args.onSubmit).toHaveBeenCalledOnce();
    await expect(args.onSubmit).toHaveBeenLastCalledWith([{ guid: 'CHG-7', value: '3' }]);
  },
};

const [drawn] = challenges.imageOptions.imageOptions;

/** As many as a bank shows at most, and without a word for any: each has a number then. */
export const TwelvePictures: Story = {
  args: {
    challenges: [
      {
        ...challenges.imageOptions,
        imageOptions: Array.from({ length: 12 }, (_, index) => ({
          ...drawn,
          label: '',
          value: String(index),
        })),
      },
    ],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('radio', { name: 'Picture 12' })).toBeVisible();
  },
};

/** Each would be shown alone. Together they would take 69 MB. */
export const TwelveLargePictures: Story = {
  args: {
    challenges: [
      {
        ...challenges.imageOptions,
        imageOptions: Array.from({ length: 12 }, (_, index) => ({
          label: '',
          value: String(index),
          dataUri: square(1_200),
        })),
      },
    ],
  },
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getAllByText('The picture cannot be shown.')).toHaveLength(12),
    );
    await expect(canvas.getByRole('radio', { name: /Picture 12/ })).toBeVisible();
  },
};

export const LongOptions: Story = {
  args: {
    challenges: [
      {
        ...challenges.options,
        options: ['mobile', 'landline', 'Donaudampfschifffahrtsgesellschaftskapitänsnummer'].map(
          (kind) => ({
            label: `Send the code to the ${kind} that you gave when you opened your account`,
            value: kind,
          }),
        ),
      },
    ],
  },
};

const several = [challenges.text, challenges.sameText, challenges.options, challenges.unknown];

/** Two questions of the same wording keep their answers apart, and a poll takes none of them away. */
export const SeveralAtOnce: Story = {
  args: { challenges: several },
  render: function Polled(args: ChallengeFormProps) {
    const [polls, setPolls] = useState(0);
    return (
      <>
        <ChallengeForm {...args} challenges={args.challenges.map((one) => ({ ...one }))} />
        <button type="button" onClick={() => setPolls(polls + 1)}>
          Poll
        </button>
      </>
    );
  },
  play: async ({ args, canvas, userEvent }) => {
    const [first, second] = canvas.getAllByLabelText('What city were you born in?');
    if (!first || !second) throw new Error('There should be two questions.');
    await userEvent.type(first, 'Lehi');
    await userEvent.type(second, 'Provo');
    await userEvent.click(canvas.getByRole('button', { name: 'Poll' }));
    await userEvent.click(canvas.getByRole('radio', { name: /^E-mail/ }));
    await userEvent.type(canvas.getByLabelText('Say the magic word'), 'please{Enter}');
    await expect(args.onSubmit).toHaveBeenCalledOnce();
    await expect(args.onSubmit).toHaveBeenLastCalledWith([
      { guid: 'CHG-1', value: 'Lehi' },
      { guid: 'CHG-2', value: 'Provo' },
      { guid: 'CHG-4', value: 'mail' },
      { guid: 'CHG-8', value: 'please' },
    ]);
  },
};

export const SeveralInTheDark: Story = {
  args: { challenges: [...several, challenges.image, challenges.imageOptions] },
  globals: { colorScheme: 'dark' },
};

export const Missing: Story = {
  args: { challenges: [challenges.options] },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }));
    await expect(canvas.getByRole('alert')).toHaveTextContent('One answer is missing');
    await expect(canvas.getByRole('group')).toHaveAccessibleDescription('Please choose one.');
    await userEvent.click(canvas.getByRole('button', { name: 'Where should we send the code?' }));
    await expect(canvas.getByRole('radio', { name: /^Text message/ })).toHaveFocus();
  },
};

/** Nothing has said that the answer was wrong, so neither do we. */
export const Repeated: Story = {
  args: { round: 'repeated' },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/You are being asked the same again/)).toBeVisible();
  },
};

/** The bank asked another question while the first one was being answered. */
export const Replaced: Story = {
  args: { round: 'replaced' },
  play: async ({ canvas }) => {
    await expect(
      canvas.getByText(/The question changed before your answer was sent/),
    ).toBeVisible();
  },
};

export const Rejected: Story = {
  args: { round: 'rejected' },
  play: async ({ canvas }) => {
    await expect(
      canvas.getByText('The answer or answers provided were incorrect. Please try again.'),
    ).toBeVisible();
  },
};

export const Submitting: Story = { args: { isSubmitting: true } };
export const NotSent: Story = { args: { error: failure('throttled', 90_000) } };

export const TooManyAttempts: Story = {
  args: { error: failure('too-many-attempts', 421_000) },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('Please try again in 8 minutes.');
    await expect(canvas.getByRole('button', { name: 'Cancel' })).toBeVisible();
  },
};
