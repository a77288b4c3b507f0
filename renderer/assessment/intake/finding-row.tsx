import { memo } from 'react';
import type { Finding } from '../../../shared/findings/finding.ts';
import { isDealtWith } from '../../../shared/findings/form.ts';
import { useWords } from '../../app/words/use-words.ts';
import { AnswerField } from '../../controls/answer-field.tsx';
import type { GivenAnswer } from '../../controls/given-answer.ts';
import { FindingHelp } from './finding-help.tsx';
import classes from './finding-row.module.css';
import { needsOwnLine } from './needs-own-line.ts';

interface Props {
  readonly finding: Finding;
  readonly answer: GivenAnswer | undefined;
  /** Why an earlier answer makes this one pointless; null where it does not. */
  readonly pointlessBecause: string | null;
  /** What an earlier answer settles this one as. */
  readonly inferred: boolean | undefined;
  readonly isCurrent: boolean;
  readonly isExplained: boolean;
  readonly readOnly: boolean;
  readonly onAnswer: (finding: Finding, answer: GivenAnswer) => void;
  readonly onMove: (step: 1 | -1) => void;
  readonly onFocus: (findingId: string) => void;
  readonly onHelp: (findingId: string) => void;
}

/** One finding of the form: its name, what helps to ask it, and its answer. */
export const FindingRow = memo(function FindingRow(props: Props) {
  const { finding, answer, pointlessBecause, inferred, isCurrent, isExplained, readOnly, onAnswer, onMove, onFocus, onHelp } = props;
  const { say, sayOf } = useWords();
  const labelId = `label-${finding.id}`;
  const dealtWith = isDealtWith(answer?.state) && answer?.state !== 'not-applicable';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices that the focus came into the row, and closes what it explains
    <div
      id={`finding-${finding.id}`}
      className={classes.row}
      data-current={isCurrent}
      data-pointless={pointlessBecause !== null && !dealtWith}
      data-explained={isExplained}
      data-options={'options' in finding}
      data-wide={needsOwnLine(finding)}
      onFocus={() => onFocus(finding.id)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isExplained) return;
        event.stopPropagation();
        onHelp(finding.id);
      }}
    >
      <span className={classes.dot} data-answered={dealtWith} aria-hidden="true" />
      <div className={classes.words}>
        <span id={labelId} className={classes.label}>
          {sayOf(`finding.${finding.id}`)}
        </span>
        {finding.help !== undefined && <span className={classes.help}>{sayOf(`finding.${finding.id}.help`)}</span>}
        {pointlessBecause !== null && !dealtWith && (
          <span className={classes.help}>
            {inferred === undefined
              ? say('assessment.pointless', { why: pointlessBecause })
              : say('assessment.inferred', { answer: say(inferred ? 'value.yes' : 'value.no'), why: pointlessBecause })}
          </span>
        )}
      </div>
      <div className={classes.field}>
        <AnswerField
          finding={finding}
          answer={answer}
          inferred={inferred}
          labelledBy={labelId}
          readOnly={readOnly}
          onAnswer={onAnswer}
          onMove={onMove}
          onHelp={() => onHelp(finding.id)}
        />
      </div>
      {isExplained && <FindingHelp finding={finding} onClose={() => onHelp(finding.id)} />}
    </div>
  );
});
