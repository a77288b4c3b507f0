import { useQuery } from '@tanstack/react-query';
import type { Assessment } from '../../shared/contract/assessments.ts';
import type { Patient } from '../../shared/contract/patients.ts';
import type { PracticeSettings } from '../../shared/contract/settings.ts';
import { sayDay } from '../../shared/messages/dates.ts';
import { runningHead } from '../../shared/report/identity.ts';
import { useClient } from '../app/client-provider.tsx';
import { useSpeech } from '../app/words/use-speech.ts';
import { useWords } from '../app/words/use-words.ts';
import { usePatient } from '../patient/use-patient.ts';
import { pageRules } from '../report/paper/page-rules.ts';
import { PageStyle } from '../report/paper/page-style.tsx';
import { useDocumentTitle } from '../report/paper/use-document-title.ts';
import classes from './compare.module.css';

interface Props {
  readonly assessment: Assessment;
  /** Whether what is printed is only supposed; the sheet then says so. */
  readonly isSupposed: boolean;
}

/** What paper has beside the matrix: the patient on every page, page x of y, title and day. */
export function PrintedPage({ assessment, isSupposed }: Props) {
  const client = useClient();
  const patient = usePatient(assessment.patientId).data;
  const practice = useQuery({ queryKey: ['settings'], queryFn: () => client.settings.read({}) }).data?.practice;
  if (patient === undefined || practice === undefined) return null;
  return <Known assessment={assessment} isSupposed={isSupposed} patient={patient} practice={practice} />;
}

function Known({ assessment, isSupposed, patient, practice }: Props & { readonly patient: Patient; readonly practice: PracticeSettings }) {
  const words = useWords();
  const { say } = words;
  const speech = useSpeech();
  const title = say('compare.paper-title', { day: sayDay(assessment.on, words) });
  const running = { head: runningHead(patient, speech.words), headRight: practice.name, foot: say('compare.paper-foot') };
  useDocumentTitle(`${title}, ${patient.familyName.toLocaleUpperCase()}`);
  return (
    <>
      <PageStyle rules={pageRules({ running }, practice.paper, { page: say('sheet.page'), of: say('sheet.page-of') })} />
      <div className={classes.paperOnly} aria-hidden="true">
        <strong>{title}</strong>
        {isSupposed && <p>{say('compare.paper-supposed')}</p>}
      </div>
    </>
  );
}
