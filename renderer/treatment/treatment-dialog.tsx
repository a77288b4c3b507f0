import { Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Treatment } from '../../shared/contract/treatments.ts';
import { type Pathway, pathwayOf } from '../../shared/treatment/pathways.ts';
import { useClient } from '../app/client-provider.tsx';
import { useWords } from '../app/words/use-words.ts';
import { useFailureWords } from '../controls/failure-words.ts';
import classes from '../patient/patient-form.module.css';
import { Advice } from './advice.tsx';
import { PathwayNotes } from './pathway-notes.tsx';
import { TreatmentForm } from './treatment-form.tsx';
import { detailsOfTreatmentForm, newTreatmentForm, type TreatmentFormValues, treatmentFormOf } from './treatment-form-values.ts';
import type { LatestFacts } from './use-latest-facts.ts';

/** What the dialog is for: a new treatment, from the ladder or not; one to be changed; one to be ended today. */
export type TreatmentIntent =
  | { readonly kind: 'new'; readonly pathway: Pathway | undefined }
  | { readonly kind: 'edit' | 'stop'; readonly treatment: Treatment };

interface Props {
  readonly patientId: string;
  readonly today: string;
  readonly intent: TreatmentIntent | null;
  readonly latest: LatestFacts | null;
  readonly onClose: () => void;
}

/** Records, changes or ends a treatment. */
export function TreatmentDialog({ intent, onClose, ...rest }: Props) {
  const { say } = useWords();
  return (
    <Modal
      opened={intent !== null}
      onClose={onClose}
      title={intent !== null && say(`treatment-form.${intent.kind}`)}
      size="lg"
      closeButtonProps={{ 'aria-label': say('action.close') }}
    >
      {intent !== null && <Content intent={intent} onClose={onClose} {...rest} />}
    </Modal>
  );
}

function startOf(intent: TreatmentIntent, today: string): TreatmentFormValues {
  if (intent.kind === 'new') return newTreatmentForm(intent.pathway, today);
  const start = treatmentFormOf(intent.treatment);
  return intent.kind === 'stop' ? { ...start, endedOn: today, reviewOn: '' } : start;
}

function Content({ patientId, today, intent, latest, onClose }: Props & { readonly intent: TreatmentIntent }) {
  const { say } = useWords();
  const inWords = useFailureWords();
  const client = useClient();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (values: TreatmentFormValues) => {
      const idempotencyId = crypto.randomUUID();
      if (intent.kind === 'new') return client.treatments.add({ patientId, details: detailsOfTreatmentForm(values, null), idempotencyId });
      const { id, version, step } = intent.treatment;
      return client.treatments.update({
        treatmentId: id,
        seenVersion: version,
        details: detailsOfTreatmentForm(values, step),
        idempotencyId,
      });
    },
    onSuccess: async ({ name }) => {
      await queries.invalidateQueries({ queryKey: ['treatments', patientId] });
      notifications.show({ message: say('treatment.saved', { name }) });
      onClose();
    },
  });
  return (
    <TreatmentForm
      start={startOf(intent, today)}
      today={today}
      submitWords={say(intent.kind === 'stop' ? 'treatment-form.stop-do' : 'action.save')}
      saving={save.isPending}
      beside={(id) => {
        const pathway = pathwayOf(id);
        return (
          pathway !== undefined &&
          intent.kind === 'new' && (
            <div>
              <Advice pathway={pathway} />
              <PathwayNotes pathway={pathway} latest={latest} />
            </div>
          )
        );
      }}
      notice={
        save.isError && (
          <p role="alert" className={classes.failure}>
            {inWords(save.error)}
          </p>
        )
      }
      onSave={(values) => save.mutate(values)}
      onCancel={onClose}
    />
  );
}
