import { en } from '../../src/locales/en.ts';
import type { MessageKey, Messages } from '../../src/locales/messages.ts';

const { 'search.heading': _, ...incomplete } = en;

// @ts-expect-error a catalog without one of the texts is not a catalog
incomplete satisfies Messages;

// @ts-expect-error no component asks for this
'search.headline' satisfies MessageKey;

// @ts-expect-error no language has this plural form
({ 'search.count.several': '' }) satisfies Partial<Messages>;

({ 'search.count.few': '{count} banki' }) satisfies Partial<Messages>;
