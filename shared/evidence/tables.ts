import type {
  AgeRow,
  BackgroundRow,
  ConflictRow,
  CoreRow,
  DerivedRow,
  GroupRow,
  InstrumentConditionRow,
  InstrumentRow,
  LabRow,
  MechanismRow,
  OutcomeTableRow,
  PathwayTableRow,
  PointlessRow,
  PretestRow,
  PromptRow,
  RatioRow,
  RedFlagRow,
  SafetyTableRow,
  SentenceRow,
  SourceRow,
} from './schema.ts';
import age from './tables/age.json' with { type: 'json' };
import background from './tables/background.json' with { type: 'json' };
import conflicts from './tables/conflicts.json' with { type: 'json' };
import core from './tables/core.json' with { type: 'json' };
import derived from './tables/derived.json' with { type: 'json' };
import groups from './tables/groups.json' with { type: 'json' };
import instrumentConditions from './tables/instrument-conditions.json' with { type: 'json' };
import instruments from './tables/instruments.json' with { type: 'json' };
import labs from './tables/labs.json' with { type: 'json' };
import mechanism from './tables/mechanism.json' with { type: 'json' };
import outcomes from './tables/outcomes.json' with { type: 'json' };
import pathways from './tables/pathways.json' with { type: 'json' };
import pointless from './tables/pointless.json' with { type: 'json' };
import pretest from './tables/pretest.json' with { type: 'json' };
import prompts from './tables/prompts.json' with { type: 'json' };
import ratios from './tables/ratios.json' with { type: 'json' };
import redFlags from './tables/red-flags.json' with { type: 'json' };
import safety from './tables/safety.json' with { type: 'json' };
import sentences from './tables/sentences.json' with { type: 'json' };
import sources from './tables/sources.json' with { type: 'json' };

/** All tables, as their schemas (`schema.ts`) describe them. */
export interface Tables {
  readonly sources: readonly SourceRow[];
  readonly derived: readonly DerivedRow[];
  readonly groups: readonly GroupRow[];
  readonly ratios: readonly RatioRow[];
  readonly background: readonly BackgroundRow[];
  readonly core: readonly CoreRow[];
  readonly age: readonly AgeRow[];
  readonly pretest: readonly PretestRow[];
  readonly redFlags: readonly RedFlagRow[];
  readonly instruments: readonly InstrumentRow[];
  readonly instrumentConditions: readonly InstrumentConditionRow[];
  readonly conflicts: readonly ConflictRow[];
  readonly pointless: readonly PointlessRow[];
  readonly prompts: readonly PromptRow[];
  readonly sentences: readonly SentenceRow[];
  readonly mechanism: readonly MechanismRow[];
  readonly labs: readonly LabRow[];
  readonly safety: readonly SafetyTableRow[];
  readonly pathways: readonly PathwayTableRow[];
  readonly outcomes: readonly OutcomeTableRow[];
}

/**
 * The product's own tables. The cast is honest: a test holds every row against its schema, so that nothing need be validated at
 * start-up.
 */
export const tables = {
  sources,
  derived,
  groups,
  ratios,
  background,
  core,
  age,
  pretest,
  redFlags,
  instruments,
  instrumentConditions,
  conflicts,
  pointless,
  prompts,
  sentences,
  mechanism,
  labs,
  safety,
  pathways,
  outcomes,
} as unknown as Tables;
