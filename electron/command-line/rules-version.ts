// `npm run rules-version`: writes the hash of tables, parameters, catalogue and method into shared/evidence/version.json.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parameters } from '../../shared/evidence/parameters.ts';
import { rulesVersionOf } from '../../shared/evidence/rules-version.ts';
import { tables } from '../../shared/evidence/tables.ts';
import { catalogueVersion } from '../../shared/findings/catalogue.ts';

const file = join(import.meta.dirname, '..', '..', 'shared', 'evidence', 'version.json');
const { version, methodVersion } = JSON.parse(await readFile(file, 'utf8')) as { version: string; methodVersion: number };
const rulesVersion = rulesVersionOf(version, { tables, parameters, catalogueVersion, methodVersion });
await writeFile(file, `${JSON.stringify({ version, methodVersion, rulesVersion }, null, 2)}\n`);
console.log(rulesVersion);
