import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Assessment } from '../../../shared/contract/assessments.ts';
import { useClient } from '../../app/client-provider.tsx';
import type { Draft } from '../draft/draft.ts';
import { type ConclusionForm, conclusionOf, formOfConclusion, sameConclusion } from './conclusion-form.ts';

/** The conclusion of a draft: what is written, and how it is saved and signed. */
export function useConclusion(assessment: Assessment, draft: Draft) {
  const client = useClient();
  const queries = useQueryClient();
  const [form, setForm] = useState<ConclusionForm>(() => formOfConclusion(assessment.conclusion));
  const took = (changed: Assessment) => {
    queries.setQueryData(['assessment', assessment.id], changed);
    void queries.invalidateQueries({ queryKey: ['assessments', assessment.patientId] });
    void queries.invalidateQueries({ queryKey: ['patients'] });
  };
  const written = conclusionOf(form);
  const unsaved = written !== null && !sameConclusion(written, assessment.conclusion);

  const saving = useMutation({
    mutationFn: async () => {
      if (written === null) return null;
      return client.assessments.conclude({ assessmentId: assessment.id, conclusion: written, idempotencyId: crypto.randomUUID() });
    },
    onSuccess: (changed) => changed !== null && took(changed),
  });
  const signing = useMutation({
    mutationFn: async () => {
      if (unsaved) await saving.mutateAsync();
      return client.assessments.sign({ assessmentId: assessment.id, seen: draft.seen(), idempotencyId: crypto.randomUUID() });
    },
    onSuccess: took,
  });
  // Asked for while an earlier version is still being written: the newest is written after it.
  const [asksToSave, setAsksToSave] = useState(false);
  const { mutate: save, isPending: isSaving } = saving;
  useEffect(() => {
    if (!asksToSave || isSaving) return;
    setAsksToSave(false);
    if (unsaved) save();
  }, [asksToSave, isSaving, unsaved, save]);

  return {
    form,
    change: (part: Partial<ConclusionForm>) => setForm((known) => ({ ...known, ...part })),
    isComplete: written !== null,
    unsaved,
    saveIfChanged: () => setAsksToSave(true),
    sign: signing.mutate,
    isSaving,
    isSigning: signing.isPending,
    error: signing.error ?? saving.error,
  };
}
