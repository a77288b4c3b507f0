/** Words of the assessment screen. */
export const assessment = {} as const;
