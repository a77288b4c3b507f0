import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { EnteredValue } from '../../shared/findings/answer.ts';
import { useClient } from '../app/client-provider.tsx';

export interface NewMeasurement {
  readonly finding: string;
  readonly value: number;
  readonly entered: EnteredValue | null;
  readonly on: string;
  readonly note: string;
}

/** Records values one after the other; where one fails, a second attempt does not write the earlier ones twice. */
export function useRecordMeasurements(patientId: string) {
  const client = useClient();
  const queries = useQueryClient();
  const intents = useRef(new Map<string, string>());
  return useMutation({
    mutationFn: async (values: readonly NewMeasurement[]) => {
      for (const value of values) {
        const intent = JSON.stringify(value);
        const idempotencyId = intents.current.get(intent) ?? crypto.randomUUID();
        intents.current.set(intent, idempotencyId);
        await client.measurements.record({ patientId, ...value, idempotencyId });
      }
    },
    onSuccess: async () => {
      intents.current.clear();
      await queries.invalidateQueries({ queryKey: ['measurements', patientId] });
    },
  });
}
