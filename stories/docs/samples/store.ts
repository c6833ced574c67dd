import { createMemoryStore } from 'react-atrium-connect/server';

/** One for the whole process: what MX says to the receiver reaches the pages of the proxy. */
export const store = createMemoryStore();
