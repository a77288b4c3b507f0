import { Button, MultiSelect, Radio, Textarea } from '@mantine/core';
import { useMemo } from 'react';
import { dayAfter } from '../../../shared/calendar/days.ts';
import { classify } from '../../../shared/classification/classify.ts';
import { conditionsAndOther } from '../../../shared/classification/result.ts';
import type { Assessment, Conclusion } from '../../../shared/contract/assessments.ts';
import { isCalendarDate } from '../../../shared/findings/demographics.ts';
import type { CaseFacts } from '../../../shared/findings/facts.ts';
import { dayOf } from '../../../shared/messages/dates.ts';
import type { MessageId } from '../../../shared/messages/words.ts';
import { useSession } from '../../app/session/use-session.ts';
import { useWords } from '../../app/words/use-words.ts';
import { DayField } from '../../controls/day-field.tsx';
import { useFailureWords } from '../../controls/failure-words.ts';
import classes from './conclude.module.css';
import { Suggestion } from './suggestion.tsx';
import type { useConclusion } from './use-conclusion.ts';

interface Props {
  readonly assessment: Assessment;
  readonly facts: CaseFacts;
  readonly conclusion: ReturnType<typeof useConclusion>;
  readonly onSign: () => void;
  readonly onClose: () => void;
}

const reviewWeeks = [2, 6, 12];
const prose = ['note', 'plan', 'forPatient'] as const;

function stateOf({ isSaving, unsaved, missingToSign }: ReturnType<typeof useConclusion>): MessageId {
  if (isSaving) return 'conclude.saving';
  if (unsaved) return 'conclude.unsaved';
  if (missingToSign === null) return 'conclude.saved';
  return missingToSign === 'agreement' ? 'conclude.saved-open' : 'conclude.saved-unreasoned';
}

/** The fields of a conclusion; each is saved as the hands leave it, or pause. */
export function ConclusionFields({ assessment, facts, conclusion, onSign, onClose }: Props) {
  const { say, sayOf } = useWords();
  const inWords = useFailureWords();
  const result = useMemo(() => classify(facts), [facts]);
  const { form, change } = conclusion;
  const now = useSession().data?.now;
  const today = now === undefined ? assessment.on : dayOf(now);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSign();
      }}
      onBlur={conclusion.saveIfChanged}
    >
      <Suggestion result={result} onTake={(workingDiagnosis) => change({ workingDiagnosis })} />
      <MultiSelect
        label={say('conclude.working-diagnosis')}
        description={say('conclude.best-first')}
        placeholder={form.workingDiagnosis.length === 0 ? say('conclude.not-yet') : undefined}
        data={conditionsAndOther.map((condition) => ({ value: condition, label: sayOf(`condition.${condition}`) }))}
        value={form.workingDiagnosis}
        onChange={(chosen) =>
          change({
            workingDiagnosis: conditionsAndOther
              .filter((each) => chosen.includes(each))
              .sort((a, b) => chosen.indexOf(a) - chosen.indexOf(b)),
          })
        }
        maxValues={4}
        searchable
        clearable
        openOnFocus={false}
        data-autofocus
      />
      <Radio.Group
        label={say('conclude.agreement')}
        value={form.agreement}
        onChange={(value) => change({ agreement: value as Conclusion['agreement'] })}
      >
        <div className={classes.radios}>
          <Radio value="agrees" label={say('conclude.agrees')} />
          <Radio value="overrides" label={say('conclude.overrides')} />
        </div>
      </Radio.Group>
      {form.agreement === 'overrides' && (
        <Textarea
          label={say('conclude.reason')}
          description={say('conclude.reason-needed')}
          value={form.reason}
          onChange={(event) => change({ reason: event.currentTarget.value })}
          maxLength={2000}
          autosize
          minRows={2}
          required
        />
      )}
      {prose.map((field) => (
        <Textarea
          key={field}
          label={say(`conclude.${field}`)}
          description={field === 'forPatient' ? say('conclude.forPatient-help') : undefined}
          value={form[field]}
          onChange={(event) => change({ [field]: event.currentTarget.value })}
          maxLength={8000}
          autosize
          minRows={2}
        />
      ))}
      <div className={classes.review}>
        <DayField
          label={say('conclude.review')}
          placeholder={say('conclude.review-how')}
          day={form.reviewOn ?? ''}
          today={today}
          twoDigits="nearest"
          onDay={(day) => change({ reviewOn: isCalendarDate(day) ? day : null })}
        />
        {reviewWeeks.map((weeks) => (
          <Button key={weeks} variant="default" size="compact-sm" onClick={() => change({ reviewOn: dayAfter(today, weeks, 'w') })}>
            {say('conclude.in-weeks', { weeks })}
          </Button>
        ))}
      </div>
      {conclusion.error !== null && (
        <p className={classes.caution} role="alert">
          {inWords(conclusion.error)}
        </p>
      )}
      <div className={classes.actions}>
        <span className={classes.state} role="status">
          {say(stateOf(conclusion))}
        </span>
        <Button variant="default" onClick={onClose}>
          {say('conclude.close')}
        </Button>
        <Button type="submit" disabled={conclusion.missingToSign !== null}>
          {say('conclude.sign')}
        </Button>
      </div>
    </form>
  );
}
