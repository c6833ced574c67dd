/** Tries a measurement out, in a minute or two. What it finds is shown, and never kept. */
export const isQuick: boolean = process.argv.includes('--quick');

/** How often something is measured: in full, or to try it out. */
export const times = (full: number, quick: number): number => (isQuick ? quick : full);
