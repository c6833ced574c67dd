// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { describe, expect, it } from 'vitest';
import { AtriumProvider } from '../../src/widget/atrium-provider.tsx';
import { ConnectWidget, type ConnectWidgetProps } from '../../src/widget/connect-widget.tsx';
import { credentials, worldForEach } from '../hooks/world.tsx';

const { world, pass } = worldForEach();

async function open(props: ConnectWidgetProps): Promise<void> {
  render(
    <StrictMode>
      <AtriumProvider client={world.client} queryClient={world.queryClient}>
        <ConnectWidget {...props} />
      </AtriumProvider>
    </StrictMode>,
  );
  await pass(5_000);
}

async function create(password: string): Promise<string> {
  const member = await world.client.createMember({
    institutionCode: 'mxbank',
    credentials: credentials(password),
  });
  await pass(10_000);
  return member.guid;
}

/** What the proxy returns for each list of fields, whether for a new member or a repair. */
const listFields = (fields: readonly object[]) => {
  world.network = ({ path }) =>
    path.endsWith('/credentials') ? Response.json({ credentials: fields }) : undefined;
};

const STARTS: readonly [string, () => Promise<ConnectWidgetProps>][] = [
  ['a new member', async () => ({ institutionCode: 'mxbank' })],
  ['a repair', async () => ({ memberGuid: await create('INVALID') })],
];

const heading = () => screen.getByRole('heading').textContent;

const hasButton = (name: string) => screen.queryByRole('button', { name }) !== null;

const guidOf = (index: number) => `CRD-00000000-0000-0000-0000-${String(index).padStart(12, '0')}`;
const questions = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    guid: guidOf(index),
    label: `Question ${index}`,
    type: 'TEXT',
  }));

const ODD_GUID = [{ guid: 'challenge-1', label: 'Your first pet?', type: 'TEXT' }];

const UNSENDABLE: readonly [string, readonly object[]][] = [
  ['51 fields', questions(51)],
  ['a guid of another shape', ODD_GUID],
];

describe.each(UNSENDABLE)('ConnectWidget, when MX asks for %s', (_what, fields) => {
  it.each(STARTS)(
    'asks nothing for %s, takes the blame, and offers two ways on',
    async (_, start) => {
      const props = await start();
      listFields(fields);
      await open(props);
      expect(screen.queryAllByRole('textbox')).toEqual([]);
      expect(heading()).toBe('Something went wrong on our side');
      expect([hasButton('Try again'), hasButton('Back')]).toEqual([true, true]);
    },
  );

  it('asks no such questions after the sign-in, and offers to check again or cancel', async () => {
    await open({ institutionCode: 'mxbank' });
    fireEvent.change(screen.getByLabelText('Username'), { target: { value: 'test_atrium' } });
    fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'challenge' } });
    world.network = ({ path }) =>
      path.endsWith('/status')
        ? Response.json({
            member: {
              guid: path.split('/').at(-2),
              connection_status: 'CHALLENGED',
              challenges: fields,
            },
          })
        : undefined;
    fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
    await pass(60_000);
    expect(screen.queryAllByRole('textbox')).toEqual([]);
    expect([hasButton('Check again'), hasButton('Cancel')]).toEqual([true, true]);
  });
});

describe('ConnectWidget, when MX asks for 50 fields', () => {
  it('asks them all', async () => {
    listFields(questions(50));
    await open({ institutionCode: 'mxbank' });
    expect(screen.getAllByRole('textbox')).toHaveLength(50);
  });
});

describe('ConnectWidget without credentials to ask for', () => {
  it.each(STARTS)(
    'says for %s that it cannot connect, and leads to the search',
    async (_, start) => {
      const props = await start();
      listFields([]);
      await open(props);
      expect(heading()).toBe('Can’t connect to MX Bank');
      expect(screen.getByRole('status').textContent).toBe(
        'We can’t connect to MX Bank this way. Choose another bank.',
      );
      fireEvent.click(screen.getByRole('button', { name: 'Choose another institution' }));
      await pass(0);
      expect(screen.getByRole('searchbox')).toBeDefined();
    },
  );
});
