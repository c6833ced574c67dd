import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn } from 'storybook/test';
import {
  InstitutionSearch,
  type InstitutionSearchProps,
} from '../../src/components/institution-search/institution-search.tsx';
import type { Institution } from '../../src/domain/institution.ts';
import { failure, institutions } from './fixtures.ts';
import { still } from './frame.tsx';

const meta = {
  title: 'Components/InstitutionSearch',
  component: InstitutionSearch,
  decorators: [still],
  args: {
    query: '',
    onQueryChange: fn(),
    results: {
      kind: 'ready',
      institutions,
      totalItems: institutions.length,
      hasMore: false,
      isLoadingMore: false,
    },
    onSelect: fn(),
    onLoadMore: fn(),
    onRetry: fn(),
    onCannotFind: fn(),
  },
} satisfies Meta<typeof InstitutionSearch>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Popular: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.tab();
    await expect(canvas.getByRole('searchbox', { name: 'Name of the bank' })).toHaveFocus();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect(args.onSelect).toHaveBeenCalledOnce();
    await expect(args.onSelect).toHaveBeenLastCalledWith(institutions[0]);
  },
};

export const InTheDark: Story = { globals: { colorScheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };

/** Inside a form of the host, which Enter in the box must not send. */
export const Found: Story = {
  args: { query: 'bank' },
  render: function Host(args: InstitutionSearchProps) {
    const [query, setQuery] = useState(args.query);
    const [sent, setSent] = useState('not sent');
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setSent('sent');
        }}
      >
        <InstitutionSearch {...args} query={query} onQueryChange={setQuery} />
        <p data-testid="host">{sent}</p>
      </form>
    );
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('searchbox'), 's{Enter}');
    await expect(canvas.getByRole('searchbox')).toHaveValue('banks');
    await expect(canvas.getByRole('status')).toHaveTextContent('6 institutions found');
    await expect(canvas.getByTestId('host')).toHaveTextContent('not sent');
  },
};

export const OneFound: Story = {
  args: {
    query: 'mx',
    results: {
      kind: 'ready',
      institutions: institutions.slice(0, 1),
      totalItems: 1,
      hasMore: false,
      isLoadingMore: false,
    },
  },
};

export const Loading: Story = {
  args: { query: 'cedar', results: { kind: 'loading' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Searching …');
  },
};

/** Nothing is said of a query before its own results are there. */
export const StillTheOldResults: Story = {
  args: {
    query: 'cedar',
    results: {
      kind: 'ready',
      institutions: institutions.slice(0, 3),
      isStale: true,
      totalItems: 1_204,
      hasMore: true,
      isLoadingMore: false,
    },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Searching …');
    await expect(canvas.getByRole('region')).toHaveAttribute('aria-busy', 'true');
  },
};

export const NothingFound: Story = {
  args: {
    query: 'Bnak of Lehi',
    results: {
      kind: 'ready',
      institutions: [],
      totalItems: 0,
      hasMore: false,
      isLoadingMore: false,
    },
  },
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Nothing found for “Bnak of Lehi”');
    await userEvent.click(canvas.getByRole('button', { name: 'Clear the search' }));
    await expect(args.onQueryChange).toHaveBeenCalledOnce();
    await expect(args.onQueryChange).toHaveBeenLastCalledWith('');
  },
};

export const Failed: Story = {
  args: { query: 'cedar', results: { kind: 'failed', error: failure('server') } },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(args.onRetry).toHaveBeenCalledOnce();
  },
};

/** The next page did not come: what is there stays, and the way on is to ask again. */
export const NextPageFailed: Story = {
  args: {
    query: 'bank',
    results: {
      kind: 'ready',
      institutions: institutions.slice(0, 3),
      totalItems: 1_204,
      hasMore: true,
      isLoadingMore: false,
      error: failure('offline'),
    },
  },
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByText('You seem to be offline')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(args.onLoadMore).toHaveBeenCalledOnce();
  },
};

const firstPage = institutions.slice(0, 3);

/** The last page takes the button with it, and the first new institution takes the focus. */
export const NextPage: Story = {
  args: { query: 'bank' },
  render: function Pages(args: InstitutionSearchProps) {
    const [shown, setShown] = useState<readonly Institution[]>(firstPage);
    const hasMore = shown.length < institutions.length;
    return (
      <InstitutionSearch
        {...args}
        results={{
          kind: 'ready',
          institutions: shown,
          totalItems: 6,
          hasMore,
          isLoadingMore: false,
        }}
        onLoadMore={() => setShown(institutions)}
      />
    );
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Show more' }));
    await expect(canvas.queryByRole('button', { name: 'Show more' })).toBeNull();
    await expect(canvas.getByRole('button', { name: /^The Mutual Building/ })).toHaveFocus();
  },
};

export const LoadingMore: Story = {
  args: {
    query: 'bank',
    results: {
      kind: 'ready',
      institutions: firstPage,
      totalItems: 1_204,
      hasMore: true,
      isLoadingMore: true,
    },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('1,204 institutions found');
  },
};

const square = (color: string) =>
  URL.createObjectURL(
    new Blob(
      [
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${color}"/><circle cx="20" cy="20" r="9" fill="white"/></svg>`,
      ],
      { type: 'image/svg+xml' },
    ),
  );

/** Pictures only where the host says from where; initials where one does not load. */
export const WithLogos: Story = {
  args: { logoUrl: ({ code }) => (code === 'harbor' ? 'blob:gone' : square('#155e75')) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('HU')).toBeVisible();
  },
};
