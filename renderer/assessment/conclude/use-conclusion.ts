import { useDebouncedCallback } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Assessment, Conclusion } from '../../../shared/contract/assessments.ts';
import { useClient } from '../../app/client-provider.tsx';
import type { Draft } from '../draft/draft.ts';
import { emptyConclusion, missingToSign, sameConclusion } from './conclusion-form.ts';

/** A pause in writing after which it is saved, in milliseconds. */
const pause = 600;

/** The conclusion of a draft: what is written, and how it is saved and signed. */
export function useConclusion(assessment: Assessment, draft: Draft) {
  const client = useClient();
  const queries = useQueryClient();
  const [form, setForm] = useState(assessment.conclusion ?? emptyConclusion);
  const took = (changed: Assessment) => {
    queries.setQueryData(['assessment', assessment.id], changed);
    void queries.invalidateQueries({ queryKey: ['assessments', assessment.patientId] });
    void queries.invalidateQueries({ queryKey: ['patients'] });
  };
  const unsaved = !sameConclusion(form, assessment.conclusion);

  const saving = useMutation({
    mutationFn: () => client.assessments.conclude({ assessmentId: assessment.id, conclusion: form, idempotencyId: crypto.randomUUID() }),
    onSuccess: took,
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

  const saveIfChanged = () => setAsksToSave(true);
  const saveAfterPause = useDebouncedCallback(saveIfChanged, pause);

  return {
    form,
    change: (part: Partial<Conclusion>) => {
      setForm((known) => ({ ...known, ...part }));
      saveAfterPause();
    },
    missingToSign: missingToSign(form),
    unsaved,
    saveIfChanged,
    sign: signing.mutate,
    isSaving,
    isSigning: signing.isPending,
    error: signing.error ?? saving.error,
  };
}
