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
