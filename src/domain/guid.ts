/** A prefix that names the kind, a hyphen and, as a rule, a UUID. */
const GUID = /^[A-Z]{3,4}-[0-9a-z-]{1,64}$/i;

/** Whether this has the shape of an MX guid. Institution codes are no guids. */
export function isGuid(raw: unknown): raw is string {
  return typeof raw === 'string' && GUID.test(raw);
}
