import type { ReactElement } from 'react';
import { magicPasswords } from '../../src/sandbox/magic-passwords.ts';

/** Every password of the sandbox, and what it does. Renders a `<table>`. */
export const PasswordTable = (): ReactElement => (
  <table>
    <thead>
      <tr>
        <th>Password</th>
        <th>What happens</th>
        <th>Known to</th>
      </tr>
    </thead>
    <tbody>
      {magicPasswords.map(({ password, effect, source }) => (
        <tr key={password}>
          <td>
            <code>{password}</code>
          </td>
          <td>{effect}</td>
          <td>{source === 'MX' ? 'MX Bank too' : 'the sandbox'}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
