/** Words of the practice screen. */
export const practice = {} as const;
