import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type CaseFile, readCase } from '../../../../shared/findings/case-file.ts';

const folder = resolve(import.meta.dirname, '../../../cases');

/** The project's own copy of the published cases, each read as the command line reads it. */
export const publishedCases: readonly CaseFile[] = readdirSync(folder)
  .filter((name) => name.endsWith('.case.json'))
  .sort()
  .map((name) => {
    const reading = readCase(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    if (!reading.ok) throw new Error(`${name}: ${reading.problems.map((problem) => problem.code).join(', ')}`);
    return reading.case;
  });
