import type { ReactElement } from 'react';
import { connectEvents } from '../../src/domain/event-reference.ts';

/** Every event, what can be relied on, and when it is told. Renders a `<table>`. */
export const EventTable = (): ReactElement => (
  <table>
    <thead>
      <tr>
        <th>Event</th>
        <th>Promise</th>
        <th>When</th>
      </tr>
    </thead>
    <tbody>
      {Object.entries(connectEvents).map(([type, { stability, when }]) => (
        <tr key={type}>
          <td>
            <code style={{ whiteSpace: 'nowrap' }}>{type}</code>
          </td>
          <td>{stability}</td>
          <td>{when.replaceAll('`', '')}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
