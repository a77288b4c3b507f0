/** Reads a number by id: a finding, a demographic or another derived fact; null where it is not known. */
type ReadNumber = (id: string) => number | null;
/** Reads what is known of a boolean or choice by id; null where it is not known. */
type ReadKnown = (id: string) => boolean | string | null;

/** A derived number: a pure function of what is known, null where the table's `unknownWhen` holds. */
export type Formula = (number: ReadNumber, known: ReadKnown) => number | null;

type Side = 'left' | 'right';

function knownOf(values: readonly (number | null)[]): readonly number[] {
  return values.filter((value) => value !== null);
}

function highestOf(...values: (number | null)[]): number | null {
  const known = knownOf(values);
  return known.length === 0 ? null : Math.max(...known);
}

function lowestOf(...values: (number | null)[]): number | null {
  const known = knownOf(values);
  return known.length === 0 ? null : Math.min(...known);
}

/** A quotient of pressures; null where either is missing or impossible (an arm pressure of nought, a negative ankle pressure). */
function quotient(upper: number | null, lower: number | null): number | null {
  return upper === null || lower === null || lower <= 0 || upper < 0 ? null : upper / lower;
}

const arm = (number: ReadNumber) => highestOf(number('pressure.brachial-left'), number('pressure.brachial-right'));
const fromPressures = (side: Side, number: ReadNumber) =>
  quotient(highestOf(number(`pressure.dorsalis-pedis-${side}`), number(`pressure.posterior-tibial-${side}`)), arm(number));

const ankleIndex =
  (side: Side): Formula =>
  (number) =>
    fromPressures(side, number) ?? number(`abi.${side}`);

const lowerAnkleIndex =
  (side: Side): Formula =>
  (number) => {
    const ankles = [number(`pressure.dorsalis-pedis-${side}`), number(`pressure.posterior-tibial-${side}`)];
    return ankles.includes(null) ? null : quotient(lowestOf(...ankles), arm(number));
  };

const toeIndex =
  (side: Side): Formula =>
  (number) =>
    quotient(number(`pressure.toe-${side}`), arm(number));

const fallAfterExercise =
  (side: Side): Formula =>
  (number) => {
    const rest = number(`derived.abi-${side}`);
    const after = number(`abi.post-exercise-${side}`);
    return rest === null || after === null || rest <= 0 ? null : (100 * (rest - after)) / rest;
  };

const indexDifference =
  (side: Side): Formula =>
  (number) => {
    const entered = number(`abi.${side}`);
    const computed = fromPressures(side, number);
    return entered === null || computed === null ? null : Math.abs(entered - computed);
  };

/** Left or right where one side is affected; the lower of the two where both are, or no side is known. */
const ofSymptomaticSide = (left: string, right: string, number: ReadNumber, known: ReadKnown) => {
  const side = known('symptom.side');
  if (side === 'left') return number(left);
  if (side === 'right') return number(right);
  return lowestOf(number(left), number(right));
};

const computedCalcium = (number: ReadNumber) => {
  const total = number('lab.calcium-total');
  const albumin = number('lab.albumin');
  return total === null || albumin === null ? null : total + 0.02 * (40 - albumin);
};

const difference =
  (first: string, second: string): Formula =>
  (number) => {
    const [a, b] = [number(first), number(second)];
    return a === null || b === null ? null : a - b;
  };

/** CKD-EPI 2021, without race; creatinine in µmol/L, from 18 years, mL/min/1.73 m². */
const filtrationRate: Formula = (number, known) => {
  const entered = number('lab.egfr');
  if (entered !== null) return entered;
  const creatinine = number('lab.creatinine');
  const age = number('patient.ageYears');
  const sex = known('patient.sex');
  if (creatinine === null || creatinine <= 0 || age === null || age < 18 || (sex !== 'female' && sex !== 'male')) return null;
  const [kappa, alpha, factor] = sex === 'female' ? [0.7, -0.241, 1.012] : [0.9, -0.302, 1];
  const relative = creatinine / 88.4 / kappa;
  return 142 * Math.min(relative, 1) ** alpha * Math.max(relative, 1) ** -1.2 * 0.9938 ** age * factor;
};

const wellsBooleans = [
  'history.leg-paralysis-or-plaster',
  'history.recent-immobility',
  'exam.calf-tenderness',
  'exam.whole-leg-swollen',
  'exam.leg-oedema',
  'exam.collateral-veins',
  'history.deep-vein-thrombosis',
] as const;

const wellsLowest: Formula = (number, known) => {
  const swelling = number('exam.calf-swelling-cm');
  return wellsBooleans.filter((id) => known(id) === true).length + (swelling !== null && swelling > 3 ? 1 : 0) - 2;
};

const wellsHighest: Formula = (number, known) => {
  const swelling = number('exam.calf-swelling-cm');
  const notAbsent = ['history.cancer', ...wellsBooleans].filter((id) => known(id) !== false).length;
  return notAbsent + (swelling === null || swelling > 3 ? 1 : 0);
};

/** The formulas of `tables/derived.json`, by id: the only code that names findings, for a formula is one. Sources stand in the table. */
export const formulas: Readonly<Record<string, Formula>> = {
  'derived.abi-left': ankleIndex('left'),
  'derived.abi-right': ankleIndex('right'),
  'derived.abi-lower-ankle-left': lowerAnkleIndex('left'),
  'derived.abi-lower-ankle-right': lowerAnkleIndex('right'),
  'derived.abi-lowest': (number) => lowestOf(number('derived.abi-left'), number('derived.abi-right')),
  'derived.abi-symptomatic': (number, known) => {
    const index = ofSymptomaticSide('derived.abi-left', 'derived.abi-right', number, known);
    return index !== null && index > 1.4 ? null : index;
  },
  'derived.abi-post-exercise-lowest': (number) => lowestOf(number('abi.post-exercise-left'), number('abi.post-exercise-right')),
  'derived.abi-post-exercise-fall-left': fallAfterExercise('left'),
  'derived.abi-post-exercise-fall-right': fallAfterExercise('right'),
  'derived.abi-post-exercise-fall': (number) =>
    highestOf(number('derived.abi-post-exercise-fall-left'), number('derived.abi-post-exercise-fall-right')),
  'derived.tbi-left': toeIndex('left'),
  'derived.tbi-right': toeIndex('right'),
  'derived.tbi-symptomatic': (number, known) => ofSymptomaticSide('derived.tbi-left', 'derived.tbi-right', number, known),
  'derived.corrected-calcium': (number) => number('lab.calcium-corrected') ?? computedCalcium(number) ?? number('lab.calcium-total'),
  'derived.egfr': filtrationRate,
  'derived.wells-score-lowest': wellsLowest,
  'derived.wells-score-highest': wellsHighest,
  'derived.abi-difference-left': indexDifference('left'),
  'derived.abi-difference-right': indexDifference('right'),
  'derived.walking-onset-beyond-maximum': difference('provoke.walking-distance-m', 'provoke.max-walking-distance-m'),
  'derived.test-onset-beyond-total': difference('walk.first-symptom-m', 'walk.total-m'),
  'derived.calcium-difference': (number) => {
    const entered = number('lab.calcium-corrected');
    const computed = computedCalcium(number);
    return entered === null || computed === null ? null : Math.abs(entered - computed);
  },
};
