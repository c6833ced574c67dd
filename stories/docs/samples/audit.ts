import type { AuditProxy } from 'react-atrium-connect/server';

/** Pass it to `createAtriumProxy` as `audit`, and write to a log that is append-only. */
export const audit: AuditProxy = ({ at, user, action, memberGuid, outcome, requestId }) => {
  const time = new Date(at).toISOString();
  console.info(JSON.stringify({ time, user, action, memberGuid, outcome, requestId }));
};
