/** What it takes to learn a finding; orders questions, never weighs them. Minutes are this project's estimates of the clinic's time. */
interface Cost {
  readonly class: CostClass;
  readonly minutes: number;
}
/** Cheapest first. */
export const costClasses = ['question', 'examination', 'bedside-test', 'laboratory', 'imaging'] as const;
export type CostClass = (typeof costClasses)[number];

/** Another unit in use: catalogue value = typed value × factor + offset. */
interface AlternativeUnit {
  readonly unit: string;
  readonly factor: number;
  readonly offset: number;
}

interface Entry<Id extends string> {
  /** `section-like.name`; never reused or retyped once released, only retired. */
  readonly id: Id;
  readonly section: string;
  /** What stands on the form. */
  readonly label: string;
  /** Only where the label does not say it all. */
  readonly help?: string;
  readonly definition: string;
  readonly cost: Cost;
}

interface BooleanFinding<Id extends string = string> extends Entry<Id> {
  readonly type: 'boolean';
}
export interface NumberFinding<Id extends string = string> extends Entry<Id> {
  readonly type: 'number' | 'integer';
  /** The catalogue's unit (SI where there is one); null for a bare score. */
  readonly unit: string | null;
  /** Outside these a value is impossible and refused; no clinical limits. */
  readonly possible: readonly [number, number];
  /** Outside these a value is possible but rare, and is asked to be confirmed; no reference range. */
  readonly usual: readonly [number, number];
  /** Decimals shown and typed; a stored value keeps what was typed. */
  readonly decimals: number;
  readonly units: readonly AlternativeUnit[];
}
export interface ChoiceFinding<Id extends string = string> extends Entry<Id> {
  readonly type: 'choice';
  /** Option id → what stands on the form, in the form's order. */
  readonly options: Readonly<Record<string, string>>;
}
export interface MultiFinding<Id extends string = string> extends Entry<Id> {
  readonly type: 'multi';
  /** Option id → what stands on the form. An empty answer means looked for, none found. */
  readonly options: Readonly<Record<string, string>>;
}

/** One entry of the catalogue: form, validation, storage, classification, report and exchange are all read off it. */
export type Finding<Id extends string = string> = BooleanFinding<Id> | NumberFinding<Id> | ChoiceFinding<Id> | MultiFinding<Id>;

/** The value that a known answer to this finding holds. */
export type ValueOf<F extends Finding> = F extends BooleanFinding
  ? boolean
  : F extends NumberFinding
    ? number
    : F extends ChoiceFinding
      ? keyof F['options'] & string
      : F extends MultiFinding
        ? readonly (keyof F['options'] & string)[]
        : never;

/** Any value a finding can hold, where the finding is not known at compile time. */
export type FindingValue = boolean | number | string | readonly string[];
