import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { classify } from '../../shared/classification/classify.ts';
import { pointless as pointlessOf } from '../../shared/classification/pointless.ts';
import type { ClassificationResult } from '../../shared/classification/result.ts';
import type { Assessment } from '../../shared/contract/assessments.ts';
import { type Catalogue, catalogue as ourCatalogue } from '../../shared/findings/catalogue.ts';
import type { Finding } from '../../shared/findings/finding.ts';
import { formOf, isDealtWith } from '../../shared/findings/form.ts';
import { useCommands } from '../app/commands/use-commands.ts';
import type { GivenAnswer } from '../controls/given-answer.ts';
import { useCaseFacts } from './case.ts';
import classes from './columns.module.css';
import { assessmentCommands } from './commands.ts';
import { Differential } from './differential/differential.tsx';
import type { Answers } from './draft/draft.ts';
import { Intake } from './intake/intake.tsx';
import { SectionList } from './intake/section-list.tsx';
import { usePlace } from './intake/use-place.ts';

interface Props {
  readonly assessment: Assessment;
  readonly answers: Answers;
  readonly lastAnswered: string | null;
  /** The finding that the address names. */
  readonly asked: string | undefined;
  readonly readOnly: boolean;
  /** What a signed record holds, in place of what today's rules would give. */
  readonly signedResult?: ClassificationResult | undefined;
  readonly onAnswer: (finding: Finding, answer: GivenAnswer) => void;
  /** Takes the last answer back and says whose it was; left out where nothing can be answered. */
  readonly onUndo?: (() => string | null) | undefined;
  readonly onConclude?: (() => void) | undefined;
  readonly children: ReactNode;
  readonly catalogue?: Catalogue;
}

/** The three columns over one set of answers: what is asked, what was answered, what it comes to. */
export function Work(props: Props) {
  const { assessment, answers, lastAnswered, asked, readOnly, signedResult, onAnswer, onUndo, onConclude, children } = props;
  const { catalogue = ourCatalogue } = props;
  const navigate = useNavigate();
  const form = useMemo(() => formOf(catalogue), [catalogue]);
  const facts = useCaseFacts(assessment, answers);
  const result = useMemo(() => signedResult ?? classify(facts), [facts, signedResult]);
  const pointless = useMemo(() => pointlessOf(facts), [facts]);
  const place = usePlace(
    form,
    asked,
    (id) => pointless.has(id) && (!isDealtWith(answers[id]?.state) || answers[id]?.state === 'not-applicable'),
  );
  const { goTo, moveSection } = place;
  const here = { patientId: assessment.patientId, assessmentId: assessment.id };

  useCommands(assessmentCommands, {
    'section-next': () => moveSection(1),
    'section-previous': () => moveSection(-1),
    'next-question': () => goTo(result.nextQuestions[0]?.finding ?? null),
    ...(onUndo === undefined ? {} : { 'undo-answer': () => goTo(onUndo()) }),
    ...(onConclude === undefined ? {} : { conclude: onConclude }),
    'open-compare': () => void navigate({ to: '/patients/$patientId/assessments/$assessmentId/compare', params: here }),
    'open-what-if': () =>
      void navigate({ to: '/patients/$patientId/assessments/$assessmentId/compare', params: here, search: { whatIf: true } }),
    'open-report': () => void navigate({ to: '/patients/$patientId/assessments/$assessmentId/report', params: here }),
  });

  return (
    <div className={classes.screen}>
      {children}
      <div className={classes.columns}>
        <SectionList
          form={form}
          answers={answers}
          current={place.section?.section.id}
          onChoose={(sectionId) => goTo(form.find(({ section }) => section.id === sectionId)?.findings[0]?.id ?? null)}
        />
        {place.section !== undefined && (
          <Intake
            key={place.section.section.id}
            section={place.section}
            answers={answers}
            facts={facts}
            pointless={pointless}
            place={place}
            readOnly={readOnly}
            onAnswer={onAnswer}
          />
        )}
        <Differential result={result} facts={facts} lastAnswered={lastAnswered} onFinding={goTo} />
      </div>
    </div>
  );
}
