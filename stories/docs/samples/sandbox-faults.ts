import type { Sandbox } from 'react-atrium-connect/sandbox';

/** The next two reads of a status fail, and the third is right again. */
export function breakTwoReads(sandbox: Sandbox): void {
  sandbox.faults.add({
    kind: 'status',
    status: 503,
    match: { method: 'GET', path: /\/status$/ },
    times: 4, // The proxy tries a read twice.
  });
}
