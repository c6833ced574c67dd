// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { useConnection, type Connection } from '../../src/hooks/use-connection.ts';
import { credentials, worldForEach } from './world.tsx';

const { world, pass } = worldForEach();

const CREATE = { method: 'POST', path: /\/members$/ };

/** Opens MX Bank. The function that it returns signs in. */
function open() {
  const { result } = world.render(() => useConnection({ institutionCode: 'mxbank' }));
  return async (password: string, username?: string): Promise<Connection> => {
    await pass(0);
    const form = result.current;
    if (form.kind !== 'credentials') throw new Error(form.kind);
    form.submit(credentials(password, username));
    await pass(3_400);
    return result.current;
  };
}

const failed = { kind: 'credentials', action: { kind: 'failed' } };
const statuses = async () =>
  (await world.client.listMembers()).map(({ connectionStatus }) => connectionStatus);

describe('useConnection after a create whose response was lost', () => {
  it.each([
    ['the same credentials', 'password', 'password'],
    ['other credentials', 'INVALID', 'password'],
  ])('makes no second member when the user sends %s', async (_what, first, second) => {
    const submit = open();
    world.sandbox.faults.add({ kind: 'lost-answer', times: 1, match: CREATE });
    expect(await submit(first)).toMatchObject(failed);
    expect((await submit(second)).kind).toBe('connected');
    expect(await statuses()).toEqual(['CONNECTED']);
  });

  it('creates the member if MX never received it', async () => {
    const submit = open();
    world.sandbox.faults.add({ kind: 'drop', times: 1, match: CREATE });
    expect(await submit('INVALID')).toMatchObject(failed);
    expect((await submit('password')).kind).toBe('connected');
    expect(await statuses()).toEqual(['CONNECTED']);
  });

  it('leaves a member alone that the user had at the institution before', async () => {
    const other = credentials('INVALID', 'other');
    const { guid } = await world.client.createMember({
      institutionCode: 'mxbank',
      credentials: other,
    });
    await pass(3_400);
    const submit = open();
    world.sandbox.faults.add({ kind: 'lost-answer', times: 1, match: CREATE });
    expect(await submit('INVALID')).toMatchObject(failed);
    const connected = await submit('password');
    if (connected.kind !== 'connected') throw new Error(connected.kind);
    expect(connected.memberGuid).not.toBe(guid);
    expect(await statuses()).toEqual(['DENIED', 'CONNECTED']);
  });

  it('sends no create before it could look', async () => {
    const submit = open();
    world.sandbox.faults.add({ kind: 'lost-answer', times: 1, match: CREATE });
    await submit('INVALID');
    const look = { method: 'GET', path: /\/members$/ };
    const heal = world.sandbox.faults.add({ kind: 'status', status: 500, match: look });
    expect(await submit('password')).toMatchObject(failed);
    expect(await submit('password')).toMatchObject(failed);
    heal();
    expect((await submit('password')).kind).toBe('connected');
    expect(await statuses()).toEqual(['CONNECTED']);
  });
});
