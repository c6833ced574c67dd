import type { ReactElement } from 'react';
import { appearanceProperties } from '../../src/widget/appearance-properties.ts';
import { componentParts, innerParts, type Part } from './parts.ts';

/** A name is searched for whole. */
const Name = ({ children }: { readonly children: string }): ReactElement => (
  <code style={{ whiteSpace: 'nowrap' }}>{children}</code>
);

/** Every property of the contract. Renders a `<table>`. */
export const PropertyTable = (): ReactElement => (
  <table>
    <thead>
      <tr>
        <th>Property</th>
        <th>What it sets</th>
        <th>While you do not</th>
        <th>For example</th>
      </tr>
    </thead>
    <tbody>
      {Object.entries(appearanceProperties).map(([name, { sets, initial, example }]) => (
        <tr key={name}>
          <td>
            <Name>{name}</Name>
          </td>
          <td>{sets}</td>
          <td>{'css' in initial ? <code>{initial.css}</code> : initial.as}</td>
          <td>
            <code>{example}</code>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const GROUPS: Readonly<Record<'components' | 'parts', Readonly<Record<string, Part>>>> = {
  components: componentParts,
  parts: innerParts,
};

/** Every class of the contract, and the `data-*` of each. Renders a `<table>`. */
export const PartTable = ({ of }: { readonly of: keyof typeof GROUPS }): ReactElement => (
  <table>
    <thead>
      <tr>
        <th>Class</th>
        <th>What it is</th>
        <th>Its states</th>
      </tr>
    </thead>
    <tbody>
      {Object.entries(GROUPS[of]).map(([name, { is, data = {} }]) => (
        <tr key={name}>
          <td>
            <Name>{`.${name}`}</Name>
          </td>
          <td>{is.replaceAll('`', '')}</td>
          <td>
            {Object.entries(data).map(([attribute, values]) => (
              <div key={attribute}>
                <Name>{`[${attribute}]`}</Name>
                {values.length > 0 && `: ${values.join(', ')}`}
              </div>
            ))}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
