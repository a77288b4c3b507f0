/** Words of the find-anything screen. */
export const findAnything = {} as const;
