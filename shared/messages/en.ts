import { conditions } from './en/conditions.ts';
import { failures } from './en/failures.ts';
import { findings } from './en/findings.ts';

/** Every word of the screens and reports in English, in ICU MessageFormat; one file a subject. */
export const en = { ...findings, ...conditions, ...failures } as const;
