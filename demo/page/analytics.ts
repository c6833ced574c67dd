import type { ConnectEvent } from 'react-atrium-connect';

declare global {
  interface Window {
    /** Where the tag managers of the world look for what happens on a page. */
    dataLayer?: ConnectEvent[];
  }
}

/** Hands on what happens in the library, whole, as an app does that counts what people do. */
export const count = (event: ConnectEvent): void => {
  window.dataLayer ??= [];
  window.dataLayer.push(event);
};
