import type { ScryptCost } from '../../../db/keys/slots.ts';

/** The sample practice's passphrase stands on its unlock screen: making it dear to guess would only make the start slow. */
export const sampleKeyCost: ScryptCost = { N: 2 ** 10, r: 8, p: 1 };
