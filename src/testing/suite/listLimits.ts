/** So many pages are followed, and so many entries are opened. */
export const listLimits = { pages: 3, entries: 20 } as const;
