// @vitest-environment jsdom
import {
  cleanup,
  fireEvent,
  render,
  within,
  type BoundFunctions,
  type queries,
} from '@testing-library/react';
import type { ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AtriumProvider, type AtriumProviderProps } from '../../src/widget/atrium-provider.tsx';
import { ConnectWidget } from '../../src/widget/connect-widget.tsx';
import { MemberManager } from '../../src/widget/member-manager.tsx';
import { worldForEach } from '../hooks/world.tsx';

const { world, pass } = worldForEach();

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

/** A place to render into, and the root whose focus counts there. */
interface Place {
  readonly container: HTMLElement;
  readonly root: Document | ShadowRoot;
}

function inShadowRoot(element: ReactElement): Place {
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  const container = root.appendChild(document.createElement('div'));
  render(element, { container });
  return { container, root };
}

function inFrame(element: ReactElement): Place {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const root = frame.contentDocument;
  if (root === null) throw new Error('The frame has no document.');
  render(createPortal(element, root.body));
  return { container: root.body, root };
}

describe.each([
  ['a shadow root', inShadowRoot],
  ['a frame that is rendered into through a portal', inFrame],
])('focus in %s', (_, show) => {
  let root: Place['root'];
  let screen: BoundFunctions<typeof queries>;

  async function open(element: ReactElement, provider: Partial<AtriumProviderProps> = {}) {
    const place = show(
      <AtriumProvider client={world.client} queryClient={world.queryClient} {...provider}>
        {element}
      </AtriumProvider>,
    );
    ({ root } = place);
    screen = within(place.container);
    await pass(300);
  }

  const press = async (name: string | RegExp) => {
    const button = screen.getByRole('button', { name });
    button.focus();
    fireEvent.click(button);
    await pass(300);
  };

  it('moves to the heading of the next step', async () => {
    await open(<ConnectWidget />);
    await press(/^MX Bank ?mx/);
    expect(root.activeElement).toBe(screen.getByRole('heading', { name: 'Sign in to MX Bank' }));
  });

  it('stays with a field of the host', async () => {
    await open(
      <>
        <input aria-label="Host" />
        <ConnectWidget />
      </>,
    );
    fireEvent.click(screen.getByRole('button', { name: /^MX Bank ?mx/ }));
    const field = screen.getByLabelText('Host');
    field.focus();
    await pass(300);
    expect(screen.getByRole('heading', { name: 'Sign in to MX Bank' })).toBeDefined();
    expect(root.activeElement).toBe(field);
  });

  it('moves from an entry of the error summary to its field', async () => {
    await open(<ConnectWidget institutionCode="mxbank" />);
    await press('Connect');
    expect(root.activeElement).toBe(screen.getByRole('alert'));
    await press('Password');
    expect(root.activeElement).toBe(screen.getByLabelText('Password'));
  });

  it('moves to the first new institution when more are shown', async () => {
    await open(<ConnectWidget />);
    const count = screen.getAllByRole('listitem').length;
    await press('Show more');
    expect(root.activeElement).toBe(
      screen.getAllByRole('listitem')[count]?.querySelector('button'),
    );
  });

  it('moves into a panel of the list, and back to its button when Escape closes it', async () => {
    await world.scenario.addMember();
    await pass(5_000);
    await open(<MemberManager />);
    await press('Remove MX Bank');
    const heading = screen.getByRole('heading', { name: /^Remove the connection/ });
    expect(root.activeElement).toBe(heading);
    fireEvent.keyDown(heading, { key: 'Escape', composed: true });
    await pass(0);
    expect(root.activeElement).toBe(screen.getByRole('button', { name: 'Remove MX Bank' }));
  });

  it('moves to the error that takes the place of a step with focus', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const translate = (key: string, _values: object, text: string) => {
      if (key === 'credentials.heading') throw new Error('The host’s own mistake.');
      return text;
    };
    await open(<ConnectWidget />, { translate });
    await press(/^MX Bank ?mx/);
    expect(root.activeElement).toBe(within(screen.getByRole('alert')).getByRole('heading'));
  });
});
