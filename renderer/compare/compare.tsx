import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { classify } from '../../shared/classification/classify.ts';
import type { Condition } from '../../shared/classification/result.ts';
import type { Assessment } from '../../shared/contract/assessments.ts';
import type { Finding } from '../../shared/findings/finding.ts';
import { sayDay } from '../../shared/messages/dates.ts';
import { useCommands } from '../app/commands/use-commands.ts';
import { useWords } from '../app/words/use-words.ts';
import { useCaseFacts } from '../assessment/case.ts';
import type { Answers } from '../assessment/draft/draft.ts';
import type { GivenAnswer } from '../controls/given-answer.ts';
import { RedFlagBanner } from '../controls/red-flag-banner.tsx';
import { ScreenHead } from '../controls/screen-head.tsx';
import { usePutOut } from '../controls/use-put-out.ts';
import { compareCommands } from './commands.ts';
import classes from './compare.module.css';
import { ConditionsMenu } from './conditions-menu.tsx';
import { knownRows, openRows, placedRows } from './matrix.ts';
import { Matrix } from './matrix.tsx';
import { PrintedPage } from './printed-page.tsx';
import { WhatIfNotice } from './what-if-notice.tsx';

interface Props {
  readonly assessment: Assessment;
  readonly answers: Answers;
  readonly startsWithWhatIf: boolean;
}

const columnsAtFirst = 4;

/** The matrix, what of it is shown, and answers that are only supposed. */
export function Compare({ assessment, answers, startsWithWhatIf }: Props) {
  const words = useWords();
  const { say } = words;
  const navigate = useNavigate();
  const [whatIf, setWhatIf] = useState(startsWithWhatIf);
  const [supposed, setSupposed] = useState<Answers>({});
  const [shows, setShows] = useState({ answered: true, notKnown: true });
  const [picked, setPicked] = useState<readonly Condition[] | null>(null);
  const facts = useCaseFacts(assessment, answers);
  const recorded = useMemo(() => assessment.signature?.result ?? classify(facts), [facts, assessment.signature]);
  const merged = useMemo(() => ({ ...answers, ...supposed }), [answers, supposed]);
  const supposedFacts = useCaseFacts(assessment, merged);
  const isSupposing = Object.keys(supposed).length > 0;
  const result = useMemo(() => (isSupposing ? classify(supposedFacts) : recorded), [isSupposing, supposedFacts, recorded]);

  const ranked = recorded.differential.flatMap((row) => (row.condition === 'other' ? [] : [row.condition]));
  const chosen = picked === null ? ranked.slice(0, columnsAtFirst) : ranked.filter((condition) => picked.includes(condition));
  const key = chosen.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is the chosen conditions by value
  const standing = useMemo(() => ({ known: knownRows(recorded, chosen), open: openRows(facts, chosen) }), [recorded, facts, key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const now = useMemo(
    () => (isSupposing ? { known: knownRows(result, chosen), open: openRows(supposedFacts, chosen) } : standing),
    [isSupposing, result, supposedFacts, standing, key],
  );
  const rows = useMemo(() => placedRows(standing, now), [standing, now]);

  const params = { patientId: assessment.patientId, assessmentId: assessment.id };
  const { print: printed } = usePutOut({ kind: 'compare', assessmentId: assessment.id });
  const print = () => void printed();
  const reset = () => setSupposed({});
  const toggleWhatIf = () => {
    if (whatIf) reset();
    setWhatIf((is) => !is);
  };
  const show = (part: 'answered' | 'notKnown') => setShows((now) => ({ ...now, [part]: !now[part] }));
  const suppose = (finding: Finding, answer: GivenAnswer) => setSupposed((now) => ({ ...now, [finding.id]: answer }));
  useCommands(compareCommands, {
    'toggle-what-if': toggleWhatIf,
    ...(isSupposing ? { 'reset-what-if': reset } : {}),
    'show-answered': () => show('answered'),
    'show-not-known': () => show('notKnown'),
    'print-compare': print,
    'to-assessment': () => void navigate({ to: '/patients/$patientId/assessments/$assessmentId', params, search: {} }),
  });

  return (
    <div className={classes.screen}>
      <ScreenHead title={say('compare.title')} state={say('compare.state', { day: sayDay(assessment.on, words) })}>
        <Button variant={shows.answered ? 'light' : 'default'} aria-pressed={shows.answered} onClick={() => show('answered')}>
          {say('compare.answered', { count: rows.answered.length })}
        </Button>
        <Button variant={shows.notKnown ? 'light' : 'default'} aria-pressed={shows.notKnown} onClick={() => show('notKnown')}>
          {say('compare.not-known', { count: rows.notKnown.length })}
        </Button>
        <ConditionsMenu ranked={ranked} chosen={chosen} onChoose={setPicked} />
        <Button variant={whatIf ? 'light' : 'default'} aria-pressed={whatIf} onClick={toggleWhatIf}>
          {say('compare.what-if')}
        </Button>
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/patients/$patientId/assessments/$assessmentId" params={params} {...props} />}
        >
          {say('compare.to-assessment')}
        </Button>
        <Button onClick={print}>{say('compare.print')}</Button>
      </ScreenHead>
      <PrintedPage assessment={assessment} isSupposed={isSupposing} />
      {whatIf && <WhatIfNotice supposed={supposed} onReset={reset} />}
      {result.redFlags.length > 0 && (
        <div className={classes.flags}>
          <RedFlagBanner flags={result.redFlags} facts={supposedFacts} />
        </div>
      )}
      <Matrix
        chosen={chosen}
        result={result}
        recorded={isSupposing ? recorded : null}
        facts={supposedFacts}
        answers={merged}
        supposed={supposed}
        answered={shows.answered ? rows.answered : []}
        notKnown={shows.notKnown ? rows.notKnown : []}
        onSuppose={whatIf ? suppose : null}
      />
    </div>
  );
}
