import { examinationPhrases } from './examination.ts';
import { historyPhrases } from './history.ts';
import type { Phrase } from './phrase.ts';
import { testPhrases } from './tests.ts';

/** The phrases of our catalogue, by finding; a finding without one is said by its label. */
export const phrases: Readonly<Record<string, Phrase>> = { ...historyPhrases, ...examinationPhrases, ...testPhrases };
