/** What the person has written down, over a visit to their bank in this very tab. */
const KEY = 'larder.note';

export const recallNote = (): string => sessionStorage.getItem(KEY) ?? '';

export const keepNote = (note: string): void => sessionStorage.setItem(KEY, note);
