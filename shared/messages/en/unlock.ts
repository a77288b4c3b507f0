/** Words of the unlock screen. */
export const unlock = {} as const;
