import { connectionStatus, statusMessage } from 'react-atrium-connect/core';

/** Says what to write to a person whose connection has changed, or that there is nothing to do. */
export function mailAbout(status: string | number | null, bank: string): string | null {
  const { turn } = connectionStatus(status);
  return turn === 'user' || turn === 'user-at-institution'
    ? statusMessage(status, { institutionName: bank })
    : null;
}
