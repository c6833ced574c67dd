import { visibleText } from './visible-text.ts';

/**
 * Where a host keeps the names that people give their connections. The API has no way to change
 * the `name` of a member; what a host may store on one is its `metadata`.
 */
export interface MemberNames {
  /** The name that was given, or `null`. */
  readonly read: (metadata: string | null) => string | null;
  /**
   * The metadata with this name in place of the last one; the empty name takes it back. `null`
   * where it cannot be kept without losing what is there: renaming is then not offered.
   */
  readonly write: (metadata: string | null, name: string) => string | null;
}

/**
 * Keeps names as `displayName` in metadata that is a JSON object, beside whatever else is in it.
 * Metadata that is anything else belongs to the host and is left alone.
 */
export const namesInMetadata: MemberNames = {
  read: (metadata) => {
    const stored = objectIn(metadata)?.['displayName'];
    return typeof stored === 'string' ? visibleText(stored) || null : null;
  },
  write: (metadata, name) => {
    const object = objectIn(metadata);
    if (object === null) {
      return null;
    }
    const { displayName: _, ...others } = object;
    const given = name.trim();
    return JSON.stringify(given === '' ? others : { ...others, displayName: given });
  },
};

function objectIn(metadata: string | null): Readonly<Record<string, unknown>> | null {
  if (metadata === null || metadata.trim() === '') {
    return {};
  }
  try {
    const value: unknown = JSON.parse(metadata);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
