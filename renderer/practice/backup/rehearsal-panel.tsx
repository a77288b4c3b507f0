import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BackupPlace, Certificate, PlaceOfBackups } from '../../../shared/contract/keeping.ts';
import { useClient } from '../../app/client-provider.tsx';
import { useWords } from '../../app/words/use-words.ts';
import { useFailureWords } from '../../controls/failure-words.ts';
import { Panel } from '../../controls/panel.tsx';
import classes from './backup.module.css';
import { LongWork } from './long-work.tsx';
import { placeOfNewest } from './place-of-newest.ts';
import { useKeeping } from './use-keeping.ts';

interface Props {
  readonly places: readonly PlaceOfBackups[] | undefined;
  readonly onCertificate: (certificate: Certificate) => void;
}

/** One click that tells whether the way back works. */
export function RehearsalPanel({ places, onCertificate }: Props) {
  const { say } = useWords();
  const inWords = useFailureWords();
  const client = useClient();
  const queries = useQueryClient();
  const rehearse = useMutation({
    mutationFn: (place: BackupPlace) => client.keeping.rehearse({ place }),
    onSuccess: ({ certificate }) => {
      if (certificate !== null) onCertificate(certificate);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['keeping'] }),
  });
  const running = useKeeping(rehearse.isPending).data?.running ?? null;
  const place = places === undefined ? null : placeOfNewest(places);
  return (
    <Panel title={say('rehearsal.title')}>
      <p className={classes.explain}>{say('rehearsal.explain')}</p>
      <Button
        variant="default"
        disabled={place === null}
        loading={rehearse.isPending}
        onClick={() => place !== null && rehearse.mutate(place)}
      >
        {say('rehearsal.do')}
      </Button>
      {places !== undefined && place === null && <p className={classes.small}>{say('rehearsal.none')}</p>}
      {rehearse.isPending && running?.kind === 'rehearsal' && <LongWork work={running} />}
      {rehearse.isError && (
        <p role="alert" className={classes.failure}>
          {inWords(rehearse.error)}
        </p>
      )}
    </Panel>
  );
}
