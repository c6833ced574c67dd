import type { ReactElement } from 'react';
import { RESOURCES } from '../../src/contract/resources.ts';
import type { Field, Resource } from '../../src/contract/resources.ts';

/** When a browser receives each resource. */
const RECEIVED: Readonly<Record<Resource, string>> = {
  institution: 'When the user looks for a bank',
  credential: 'With a sign-in form; labels only, never a value',
  option: 'In a credential or a challenge',
  member: 'When a connection is listed, created, or changed',
  memberStatus: 'While a connection is watched',
  memberError: 'In a member or its status',
  oauthWindow: 'Before the user leaves for the bank’s page',
  challenge: 'While the bank asks a question',
  imageOption: 'In a challenge',
  account: 'After a connection, or after a manual account was added',
  accountNumbers: 'Only with allow.accountNumbers',
  accountOwner: 'Only with allow.accountOwners',
  pagination: 'With every list',
  features: 'Once per page, from the proxy itself',
  health: 'For monitors, without a session, from the proxy itself',
};

/** Every field that the proxy lets a browser receive. Renders a `<table>`. */
export const FieldTable = (): ReactElement => (
  <table>
    <thead>
      <tr>
        <th>Resource</th>
        <th>Received</th>
        <th>Fields</th>
      </tr>
    </thead>
    <tbody>
      {(Object.keys(RECEIVED) as Resource[]).map((resource) => (
        <tr key={resource}>
          <td>{resource.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}</td>
          <td>{RECEIVED[resource]}</td>
          <td>{Object.entries<Field>(RESOURCES[resource]).map(label).join(', ')}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const label = ([name, field]: [string, Field]): string =>
  field === 'last-four' ? `${name} (at most its last four characters)` : name;
