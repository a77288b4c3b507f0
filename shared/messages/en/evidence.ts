/** Words of the evidence screen. */
export const evidence = {} as const;
