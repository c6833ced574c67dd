import type { Messages } from 'react-atrium-connect';

/** Loads the one catalog that is needed. English needs none. */
export async function loadMessages(locale: string): Promise<Messages | undefined> {
  switch (locale) {
    case 'es':
      return (await import('react-atrium-connect/locales/es')).es;
    case 'fr-CA':
      return (await import('react-atrium-connect/locales/fr-CA')).frCA;
    default:
      return undefined;
  }
}
