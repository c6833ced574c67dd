const LOOPBACK = /^(([a-z\d-]+\.)*localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether a `URL`'s `hostname` names this machine, whatever a DNS server says. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}
