/** Words of the patients screen. */
export const patients = {} as const;
