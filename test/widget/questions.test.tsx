// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { describe, expect, it } from 'vitest';
import { AtriumProvider } from '../../src/widget/atrium-provider.tsx';
import { ConnectWidget } from '../../src/widget/connect-widget.tsx';
import { worldForEach } from '../hooks/world.tsx';

const { world, pass, startWith } = worldForEach();

/** The values that the page sends, in the order of their fields. */
const sentValues: string[][] = [];

async function open(): Promise<void> {
  sentValues.length = 0;
  world.network = (_request, { body }) => {
    const values = typeof body === 'string' ? [...body.matchAll(/"value":"([^"]*)"/g)] : [];
    if (values.length > 0) sentValues.push(values.map(([, value = '']) => value));
    return undefined;
  };
  render(
    <StrictMode>
      <AtriumProvider client={world.client} queryClient={world.queryClient}>
        <ConnectWidget institutionCode="mxbank" />
      </AtriumProvider>
    </StrictMode>,
  );
  await pass(0);
}

function type(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

async function press(name: string): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name }));
  await pass(0);
}

async function signIn(password: string, username = 'test_atrium'): Promise<void> {
  await open();
  type('Username', username);
  type('Password', password);
  await press('Connect');
  await pass(4_000);
}

describe.each(['atrium', 'platform'] as const)('ConnectWidget, on %s', (api) => {
  it('sends a pasted username without the spaces around it and a password with them', async () => {
    startWith({ api });
    await signIn(' password ', '\u00a0test_atrium\u200b ');
    expect(sentValues).toEqual([['test_atrium', ' password ']]);
    expect(screen.getByRole('button', { name: 'Done' })).toBeDefined();
  });

  it('sends an answer without the spaces around it', async () => {
    startWith({ api });
    await signIn('challenge');
    type('What city were you born in?', ' correct ');
    await press('Continue');
    await pass(4_000);
    expect(sentValues.at(-1)).toEqual(['correct']);
    expect(screen.getByRole('button', { name: 'Done' })).toBeDefined();
  });
});
