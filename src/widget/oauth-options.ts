/** How a person gets to the institution's own page. */
export interface ConnectOauthOptions {
  /**
   * `link` (the default) is a real link to a new tab, which nothing can block; `popup` is a small
   * window, which tells at once when it is done or closed.
   */
  readonly mode?: 'link' | 'popup' | undefined;
  /** Origins besides the institution's and MX's whose popup messages are listened to. */
  readonly messageOrigins?: readonly string[] | undefined;
}
