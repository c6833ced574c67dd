// Storybook compiles this with the classic JSX transform, which calls React by its name.
import * as React from 'react';
import { AddonPanel, Button, Form } from 'storybook/internal/components';
import { addons, useChannel } from 'storybook/manager-api';
import { styled } from 'storybook/theming';
import { magicPasswords } from '../src/sandbox/magic-passwords.ts';
import {
  faultTable,
  SANDBOX_COMMAND,
  SANDBOX_STATE,
  type FaultName,
  type SandboxCommand,
  type SandboxState,
} from '../stories/support/sandbox-channel.ts';

const STEPS = [
  { title: '+3 s', ms: 3_000 },
  { title: '+1 min', ms: 60_000 },
  { title: '+1 h', ms: 3_600_000 },
  { title: '+24 h', ms: 86_400_000 },
];

const FAULTS = Object.keys(faultTable) as FaultName[];

/** Steers the sandbox behind a story of the widget: what happens, what goes wrong, what time it is. */
export function SandboxPanel({ active }: { readonly active: boolean }): React.ReactElement {
  const [state, setState] = React.useState<SandboxState | null>(
    () => addons.getChannel().last(SANDBOX_STATE)?.[0] ?? null,
  );
  const [password, setPassword] = React.useState('challenge');
  const [fault, setFault] = React.useState<FaultName>('latency');
  const emit = useChannel({ [SANDBOX_STATE]: setState });
  const ask = (command: SandboxCommand) => emit(SANDBOX_COMMAND, command);

  return (
    <AddonPanel active={active}>
      <Layout>
        <Row>
          <label htmlFor="sandbox-scenario">Scenario</label>
          <Form.Select
            id="sandbox-scenario"
            value={password}
            onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          >
            {magicPasswords.map((row) => (
              <option key={row.password} value={row.password}>
                {row.password}: {row.effect}
              </option>
            ))}
          </Form.Select>
          <Button ariaLabel={false} onClick={() => ask({ kind: 'connect', password })}>
            Start with it
          </Button>
        </Row>
        <Row>
          <label htmlFor="sandbox-fault">Fault</label>
          <Form.Select
            id="sandbox-fault"
            value={fault}
            onChange={({ currentTarget }) => setFault(currentTarget.value as FaultName)}
          >
            {FAULTS.map((name) => (
              <option key={name} value={name}>
                {faultTable[name].title}
              </option>
            ))}
          </Form.Select>
          <Button ariaLabel={false} onClick={() => ask({ kind: 'fault', fault })}>
            Inject
          </Button>
          <Button
            ariaLabel={false}
            disabled={!state?.faults}
            onClick={() => ask({ kind: 'clear-faults' })}
          >
            Mend {state?.faults || ''}
          </Button>
        </Row>
        <Row>
          <span>Clock</span>
          <output>{state === null ? '' : new Date(state.now).toUTCString()}</output>
          {STEPS.map(({ title, ms }) => (
            <Button key={title} ariaLabel={false} onClick={() => ask({ kind: 'advance', ms })}>
              {title}
            </Button>
          ))}
        </Row>
        <Members members={state?.members ?? []} />
      </Layout>
    </AddonPanel>
  );
}

function Members({ members }: Pick<SandboxState, 'members'>): React.ReactElement {
  if (members.length === 0) {
    return (
      <p>
        No members yet. Sign in as <code>test_atrium</code>, or start with a scenario.
      </p>
    );
  }
  return (
    <Table>
      <thead>
        <tr>
          <th>Member</th>
          <th>Guid</th>
          <th>Status</th>
          <th>Aggregating</th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.guid}>
            <td>{member.name}</td>
            <td>
              <code>{member.guid}</code>
            </td>
            <td>{member.connectionStatus ?? 'null'}</td>
            <td>{member.isBeingAggregated ? 'yes' : 'no'}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const Layout = styled.div({ display: 'grid', gap: 12, padding: 16, justifyItems: 'start' });

const Row = styled.div({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  '> :first-child': { inlineSize: 72, fontWeight: 700 },
});

const Table = styled.table({
  borderSpacing: 0,
  'th, td': { textAlign: 'start', padding: '4px 16px 4px 0' },
});
