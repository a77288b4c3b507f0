import { ChoiceField } from './choice-field.tsx';
import type { FieldProps } from './given-answer.ts';
import { MultiField } from './multi-field.tsx';
import { NumberField } from './number-field.tsx';
import { TriState } from './tri-state.tsx';

interface Props extends FieldProps {
  /** What another answer settles this one as, where it is untouched. */
  readonly inferred?: boolean | undefined;
}

/** The field that a finding's type asks for; every type of the catalogue has one. */
export function AnswerField({ inferred, ...props }: Props) {
  const { finding, answer, onAnswer } = props;
  switch (finding.type) {
    case 'boolean':
      return (
        <TriState
          state={answer?.state ?? 'not-asked'}
          inferred={inferred === undefined ? undefined : inferred ? 'present' : 'absent'}
          labelledBy={props.labelledBy}
          readOnly={props.readOnly}
          onAnswer={(state) => onAnswer(finding, { state, value: null, entered: null })}
        />
      );
    case 'number':
    case 'integer':
      return <NumberField {...props} finding={finding} />;
    case 'choice':
      return <ChoiceField {...props} finding={finding} />;
    case 'multi':
      return <MultiField {...props} finding={finding} />;
  }
}
