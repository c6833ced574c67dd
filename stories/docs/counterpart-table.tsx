import type { ReactElement } from 'react';
import type { Counterpart } from './mx-connect-widget.ts';

interface CounterpartTableProps {
  readonly rows: readonly Counterpart[];
}

/** What takes the place of each thing of MX's widget. Renders a `<table>`. */
export const CounterpartTable = ({ rows }: CounterpartTableProps): ReactElement => (
  <table>
    <thead>
      <tr>
        <th>MX’s widget</th>
        <th>Here</th>
        <th>Note</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ theirs, ours, note }) => (
        <tr key={theirs}>
          <td>
            <code>{theirs}</code>
          </td>
          <td>
            {ours.length === 0
              ? 'nothing'
              : ours.map((each) => (
                  <div key={each}>
                    <code>{each}</code>
                  </div>
                ))}
          </td>
          <td>{note.replaceAll('`', '')}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
