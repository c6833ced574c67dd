// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { StrictMode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { namesInMetadata } from '../../src/domain/member-names.ts';
import { MEMBER_LIMIT } from '../../src/domain/member.ts';
import { AtriumProvider, type AtriumProviderProps } from '../../src/widget/atrium-provider.tsx';
import { MemberManager, type MemberManagerProps } from '../../src/widget/member-manager.tsx';
import { credentials, worldForEach } from '../hooks/world.tsx';

const { world, pass } = worldForEach();
const MINUTE = 60_000;

interface AddedMember {
  readonly metadata?: string;
  readonly institutionCode?: string;
}

/** A member whose first job with this password is over, with a login of its own. */
async function add(password: string, { institutionCode = 'mxbank', metadata }: AddedMember = {}) {
  const count = (await world.client.listMembers()).length;
  const fields = await world.client.listInstitutionCredentials(institutionCode);
  const values = credentials(password, count === 0 ? 'test_atrium' : `mxuser${count}`);
  const { guid } = await world.client.createMember({
    institutionCode,
    metadata,
    credentials: fields.map(({ guid: field }, index) => ({
      guid: field,
      value: values[index]?.value ?? '',
    })),
  });
  await pass(4_000);
  return guid;
}

/** Sets what the API says of a member. */
async function force(guid: string, status: string): Promise<void> {
  await world.sandbox.fetch(
    new Request(`https://atrium.example/_sandbox/members/${guid}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ connection_status: status }),
    }),
  );
}

async function open(props: MemberManagerProps = {}, provider: Partial<AtriumProviderProps> = {}) {
  render(
    <StrictMode>
      <AtriumProvider client={world.client} queryClient={world.queryClient} {...provider}>
        <MemberManager {...props} />
      </AtriumProvider>
    </StrictMode>,
  );
  await pass(0);
  world.sent.length = 0;
}

const rows = () =>
  within(screen.getByRole('region', { name: 'Your connections' }))
    .getAllByRole('listitem')
    .filter((item) => item.classList.contains('atrium-member'));
const row = (index = 0) => within(rows()[index] ?? document.body);
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = async (name: string | RegExp): Promise<void> => {
  button(name).focus();
  fireEvent.click(button(name));
  await pass(0);
};
const heard = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join('');
const asked = (method: string, end: string) =>
  world.sent.filter((one) => one.method === method && one.path.endsWith(end)).length;

describe('the list', () => {
  it('says of each member how it stands, when it was updated and what it needs', async () => {
    await add('password');
    await add('INVALID');
    await pass(5 * MINUTE);
    await open();
    expect(row(0).getByRole('heading', { name: 'MX Bank' })).toBeDefined();
    expect(heard()).toBe('');
    expect(row(0).getByText('Connected')).toBeDefined();
    expect(row(0).getByText('Updated 5 minutes ago')).toBeDefined();
    expect(row(1).getByText('Those details did not match')).toBeDefined();
    expect(row(1).getByText('No data yet')).toBeDefined();
    expect(row(1).getByRole('button', { name: 'Enter sign-in details MX Bank' })).toBeDefined();
  });

  it('keeps the time of the last update up to date without asking anybody', async () => {
    await add('password');
    await open();
    expect(row().getByText('Updated now')).toBeDefined();
    await pass(50_000);
    expect(world.sent).toEqual([]);
    await pass(10 * MINUTE);
    expect(row().getByText('Updated 10 minutes ago')).toBeDefined();
  });

  it('leads to connecting when there is none, and when there is room', async () => {
    const onAdd = vi.fn();
    await open({ onAdd });
    expect(screen.getByText('No connections yet')).toBeDefined();
    await press('Connect an institution');
    expect(onAdd).toHaveBeenCalledOnce();
  });

  it('explains the limit instead when there is no room', async () => {
    for (let count = 0; count < MEMBER_LIMIT; count += 1) await add('password');
    await open({ onAdd: vi.fn() });
    expect(rows()).toHaveLength(MEMBER_LIMIT);
    expect(screen.getByText(/There can be 25 at most/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Connect an institution' })).toBeNull();
  });

  it('that cannot be read says why, and can be tried again', async () => {
    await add('password');
    world.network = () => new Response('{}', { status: 500 });
    await open();
    await pass(2_000);
    expect(screen.getByRole('alert').textContent).toContain('Something went wrong on our side');
    world.network = null;
    await press('Try again');
    expect(rows()).toHaveLength(1);
  });

  it('stays when it cannot be read again, and says that it may be old', async () => {
    await add('password');
    await open();
    world.network = () => Promise.reject(new TypeError('Failed to fetch'));
    await pass(MINUTE + 2_000);
    expect(rows()).toHaveLength(1);
    expect(screen.getByRole('alert').textContent).toContain('You seem to be offline');
  });
});

describe('with 25 members', () => {
  it('a change of one renders one row again, and is said once', async () => {
    const guids: string[] = [];
    for (let count = 0; count < MEMBER_LIMIT; count += 1) {
      const guid = await add('password');
      await force(guid, 'CONNECTED');
      guids.push(guid);
    }
    // Every row asks for the word on its button to remove it, and nothing else does.
    const rendered = vi.fn();
    const translate = (key: string, _values: object, text: string): string => {
      if (key === 'members.remove') rendered();
      return text;
    };
    await open({}, { translate });
    // StrictMode renders everything twice.
    expect(rendered).toHaveBeenCalledTimes(2 * MEMBER_LIMIT);
    await pass(50_000);
    rendered.mockClear();
    await force(guids[7] ?? '', 'FAILED');
    await pass(20_000);
    expect(row(7).getByText('That did not work')).toBeDefined();
    expect(rendered).toHaveBeenCalledTimes(2);
    expect(heard()).toBe('News from MX Bank: That did not work.');
  });
});

describe('what a member needs', () => {
  it('is met in its row, with the focus going in and coming back', async () => {
    await add('challenge');
    await open();
    await press('Answer MX Bank');
    expect(document.activeElement).toBe(
      screen.getByRole('heading', { name: 'Confirm that it is you' }),
    );
    fireEvent.change(screen.getByLabelText('What city were you born in?'), {
      target: { value: 'correct' },
    });
    fireEvent.click(button('Continue'));
    await pass(10_000);
    await press('Done');
    expect(row().getByText('Connected')).toBeDefined();
    expect(document.activeElement).toBe(row().getByRole('heading', { name: 'MX Bank' }));
  });

  it('left open and left again gives the focus back to the button', async () => {
    await add('INVALID');
    await open();
    await press('Enter sign-in details MX Bank');
    await press('Back');
    expect(document.activeElement).toBe(button('Enter sign-in details MX Bank'));
  });

  it('at the bank is a link there, and to say that it is resolved', async () => {
    await add('status:LOCKED');
    await open();
    const link = row().getByRole('link', { name: /^Go to MX Bank/ });
    expect(link.getAttribute('href')).toBe('https://www.mx.com/');
    await press('I have resolved it MX Bank');
    expect(asked('POST', '/aggregate')).toBe(1);
  });

  it.each([
    ['status:DISCONTINUED', 'Add accounts by hand MX Bank', 'onManualAccount'],
    ['status:DISABLED', 'Contact support MX Bank', 'onContactSupport'],
    ['status:DISCONTINUED', 'Choose another institution MX Bank', 'onAdd'],
  ])('after “%s” is %s, where the host provides for it', async (password, name, callback) => {
    await add(password);
    const called = vi.fn();
    await open({ [callback]: called });
    await press(name);
    expect(called).toHaveBeenCalledOnce();
    cleanup();
    await open();
    expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('is the person, who is there now: it is aggregated without being asked for', async () => {
    const guid = await add('password');
    await force(guid, 'RECONNECTED');
    await open();
    await pass(10_000);
    expect(row().getByText('Connected')).toBeDefined();
  });
});

describe('refreshing', () => {
  it('starts a job, shows it for as long as it runs, and leaves the focus where it is', async () => {
    await add('password');
    await open();
    await press('Refresh MX Bank');
    expect(asked('POST', '/aggregate')).toBe(1);
    const busy = button('Refreshing … MX Bank');
    expect(busy.getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).toBe(busy);
    expect(row().getByText('New data is coming in')).toBeDefined();
    await pass(10_000);
    expect(document.activeElement).toBe(button('Refresh MX Bank'));
    expect(row().queryByText('New data is coming in')).toBeNull();
  });

  it('inside the throttle window says that all is up to date, and pretends nothing', async () => {
    await add('password', { institutionCode: 'amberfield' });
    await open();
    await press(/^Refresh/);
    await pass(5_000);
    expect(row().getByText(/^Up to date/)).toBeDefined();
    expect(heard()).toMatch(/^Up to date/);
    expect(row().queryByText('New data is coming in')).toBeNull();
    expect(button(/^Refresh /).getAttribute('aria-disabled')).toBeNull();
  });

  it('that fails says so in the row, and can be tried again there', async () => {
    await add('password');
    await open();
    world.network = ({ path }) =>
      path.endsWith('/aggregate') ? new Response('{}', { status: 500 }) : undefined;
    await press('Refresh MX Bank');
    expect(row().getByRole('alert').textContent).toContain('Something went wrong on our side');
    world.network = null;
    fireEvent.click(row().getByRole('button', { name: 'Try again' }));
    await pass(0);
    expect(row().queryByRole('alert')).toBeNull();
    expect(asked('POST', '/aggregate')).toBe(2);
  });
});

describe('removing', () => {
  it('says what is lost, and does nothing before it is confirmed', async () => {
    await add('password');
    await open();
    await press('Remove MX Bank');
    const confirmation = screen.getByRole('region', { name: 'Remove the connection to MX Bank?' });
    expect(confirmation.textContent).toMatch(/accounts, balances and transactions leave this app/);
    expect(document.activeElement).toBe(within(confirmation).getByRole('heading'));
    await press('Keep it');
    expect(document.activeElement).toBe(button('Remove MX Bank'));
    await press('Remove MX Bank');
    fireEvent.keyDown(screen.getByRole('heading', { name: /^Remove/ }), { key: 'Escape' });
    await pass(0);
    expect(document.activeElement).toBe(button('Remove MX Bank'));
    expect(asked('DELETE', '')).toBe(0);
  });

  it('leaves the dialog around it open when Escape closes the panel', async () => {
    const closeDialog = vi.fn();
    document.addEventListener('keydown', closeDialog, true);
    await add('password');
    await open();
    await press('Remove MX Bank');
    fireEvent.keyDown(screen.getByRole('heading', { name: /^Remove/ }), { key: 'Escape' });
    await pass(0);
    expect(screen.queryByRole('heading', { name: /^Remove/ })).toBeNull();
    expect(closeDialog).not.toHaveBeenCalled();
    fireEvent.keyDown(button('Remove MX Bank'), { key: 'Escape' });
    expect(closeDialog).toHaveBeenCalledOnce();
    document.removeEventListener('keydown', closeDialog, true);
  });

  it('takes the member away, tells the host, and keeps the focus in the list', async () => {
    const guid = await add('password');
    await add('password');
    const onRemoved = vi.fn();
    const onEvent = vi.fn();
    await open({ onRemoved, onEvent });
    fireEvent.click(row(0).getByRole('button', { name: 'Remove MX Bank' }));
    await pass(0);
    await press('Remove connection');
    expect(rows()).toHaveLength(1);
    expect(onRemoved.mock.calls).toEqual([[expect.objectContaining({ guid })]]);
    expect(onEvent.mock.calls).toEqual([[{ type: 'member-removed', memberGuid: guid }]]);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Your connections' }));
    expect(heard()).toBe('The connection to MX Bank is removed.');
  });

  it('that fails leaves the member, says why, and can be tried again', async () => {
    await add('password');
    await open();
    world.network = ({ method }) =>
      method === 'DELETE' ? Promise.reject(new TypeError('Failed to fetch')) : undefined;
    await press('Remove MX Bank');
    await press('Remove connection');
    expect(screen.getByRole('alert').textContent).toContain('You seem to be offline');
    world.network = null;
    await press('Remove connection');
    expect(screen.getByText('No connections yet')).toBeDefined();
  });
});

describe('removing what the server does not find', () => {
  it('is done if the member is gone', async () => {
    const guid = await add('password');
    const onRemoved = vi.fn();
    await open({ onRemoved });
    await press('Remove MX Bank');
    await world.client.deleteMember(guid);
    await press('Remove connection');
    expect(onRemoved).toHaveBeenCalledOnce();
    expect(screen.getByText('No connections yet')).toBeDefined();
    expect(heard()).toBe('The connection to MX Bank is removed.');
  });

  it('is never claimed of a member that is still there', async () => {
    await add('password');
    const [onRemoved, onEvent] = [vi.fn(), vi.fn()];
    await open({ onRemoved, onEvent });
    world.network = ({ method }) =>
      method === 'DELETE' ? new Response('{}', { status: 404 }) : undefined;
    await press('Remove MX Bank');
    await press('Remove connection');
    expect(screen.getByRole('alert').textContent).toContain('Something went wrong on our side');
    expect(rows()).toHaveLength(1);
    expect(heard()).not.toContain('removed');
    expect(onRemoved).not.toHaveBeenCalled();
    expect(onEvent).not.toHaveBeenCalled();
    world.network = null;
    await press('Remove connection');
    expect(screen.getByText('No connections yet')).toBeDefined();
  });

  it('is not claimed either where the list cannot tell', async () => {
    await add('password');
    const onRemoved = vi.fn();
    await open({ onRemoved });
    world.network = ({ method, path }) =>
      method === 'DELETE' || path === '/members'
        ? new Response('{}', { status: method === 'DELETE' ? 404 : 403 })
        : undefined;
    await press('Remove MX Bank');
    await press('Remove connection');
    expect(onRemoved).not.toHaveBeenCalled();
    expect(rows()).toHaveLength(1);
  });
});

describe('renaming', () => {
  it('is not offered unless the host says where names are kept', async () => {
    await add('password');
    await open();
    expect(screen.queryByRole('button', { name: 'Rename MX Bank' })).toBeNull();
  });

  it('is not offered where it would overwrite what the host keeps there', async () => {
    await add('password', { metadata: 'of the host' });
    await open({ names: namesInMetadata });
    expect(screen.queryByRole('button', { name: 'Rename MX Bank' })).toBeNull();
  });

  it('keeps the name in the metadata, beside what else is there', async () => {
    const guid = await add('password', { metadata: '{"cost":3}' });
    await open({ names: namesInMetadata });
    await press('Rename MX Bank');
    const field = screen.getByLabelText('Name of this connection');
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: 'Household' } });
    await press('Save');
    expect(row().getByRole('heading', { name: 'Household' })).toBeDefined();
    expect(row().getByText('MX Bank')).toBeDefined();
    expect((await world.client.readMember(guid)).metadata).toBe(
      '{"cost":3,"displayName":"Household"}',
    );
    expect(document.activeElement).toBe(button('Rename Household'));
  });

  it('that fails keeps what was typed', async () => {
    await add('password');
    await open({ names: namesInMetadata });
    world.network = ({ method }) =>
      method === 'PUT' ? new Response('{}', { status: 500 }) : undefined;
    await press('Rename MX Bank');
    const field = screen.getByLabelText<HTMLInputElement>('Name of this connection');
    fireEvent.change(field, { target: { value: 'Household' } });
    await press('Save');
    expect(screen.getByRole('alert')).toBeDefined();
    expect(field.value).toBe('Household');
  });
});
