import { cramp } from './entries/cramp.ts';
import { history } from './entries/history.ts';
import { imaging } from './entries/imaging.ts';
import { lab } from './entries/lab.ts';
import { medicine } from './entries/medicine.ts';
import { musculoskeletal } from './entries/musculoskeletal.ts';
import { neuro } from './entries/neuro.ts';
import { outcome } from './entries/outcome.ts';
import { pattern } from './entries/pattern.ts';
import { provoke } from './entries/provoke.ts';
import { redflag } from './entries/redflag.ts';
import { relieve } from './entries/relieve.ts';
import { restless } from './entries/restless.ts';
import { site } from './entries/site.ts';
import { spine } from './entries/spine.ts';
import { symptom } from './entries/symptom.ts';
import { vascular } from './entries/vascular.ts';
import { walk } from './entries/walk.ts';
import type { Finding, ValueOf } from './finding.ts';
import { type Section, sections } from './sections.ts';

/** Written into the rules version: raised when an entry is added, changed or retired. */
export const catalogueVersion = 1;

const entries = [
  ...symptom,
  ...site,
  ...pattern,
  ...provoke,
  ...relieve,
  ...cramp,
  ...restless,
  ...history,
  ...medicine,
  ...redflag,
  ...neuro,
  ...spine,
  ...vascular,
  ...musculoskeletal,
  ...walk,
  ...lab,
  ...imaging,
  ...outcome,
] as const satisfies readonly Finding[];

/** Every finding of the product, as the compiler knows it: a wrong id or value type does not compile. */
type KnownFinding = (typeof entries)[number];
export type FindingId = KnownFinding['id'];
/** The value of a known answer to the finding with this id. */
export type ValueOfFinding<Id extends FindingId> = ValueOf<Extract<KnownFinding, { id: Id }>>;

/** A catalogue as its consumers read it: in the form's order, and by id. */
export interface Catalogue {
  readonly version: number;
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
  readonly byId: ReadonlyMap<string, Finding>;
}

/**
 * Indexes findings for their consumers.
 * @throws Error where two entries share an id, or an entry names an unknown section.
 */
export function createCatalogue(
  findings: readonly Finding[],
  ofSections: readonly Section[] = sections,
  version = catalogueVersion,
): Catalogue {
  const byId = new Map<string, Finding>();
  const sectionIds = new Set(ofSections.map((section) => section.id));
  for (const finding of findings) {
    if (byId.has(finding.id)) throw new Error(`Two findings have the id ${finding.id}`);
    if (!sectionIds.has(finding.section)) throw new Error(`Finding ${finding.id} names an unknown section, ${finding.section}`);
    byId.set(finding.id, finding);
  }
  return { version, sections: ofSections, findings, byId };
}

/** The product's own catalogue: the default of every consumer. */
export const catalogue: Catalogue = createCatalogue(entries);
