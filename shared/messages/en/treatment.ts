/** Words of the treatment screen. */
export const treatment = {} as const;
