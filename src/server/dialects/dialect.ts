import type { UpstreamCall } from '../upstream.ts';

/** The pair that speaks for the whole client at MX. */
export interface Keys {
  readonly apiKey: string;
  readonly clientId: string;
}

/**
 * One of MX's APIs, as pure functions between its words and Atrium's. They are applied where
 * calls leave and answers arrive, so everything else here speaks Atrium's words.
 */
export interface Dialect {
  /** MX's own hosts. */
  readonly hosts: Readonly<Record<'development' | 'production', string>>;
  readonly headers: (keys: Keys) => Readonly<Record<string, string>>;
  /** A call in Atrium's words, as this API takes it. */
  readonly request: (call: UpstreamCall) => UpstreamCall;
  /** The body of a success, in Atrium's words. What it cannot read passes as it came. */
  readonly answer: (body: unknown) => unknown;
  /** Whether accounts can be kept by hand. */
  readonly manualAccounts: boolean;
  /** Whether a status, in Atrium's words, leaves out an error that its member may tell. */
  readonly lacksError: (body: unknown) => boolean;
}
