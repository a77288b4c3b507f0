import { Button, SegmentedControl, Switch } from '@mantine/core';
import { IconCopy, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { hasWordsForPatient } from '../../shared/report/patient-handout.ts';
import { useCommands } from '../app/commands/use-commands.ts';
import { useWords } from '../app/words/use-words.ts';
import { NothingYet } from '../controls/nothing-yet.tsx';
import { ScreenHead } from '../controls/screen-head.tsx';
import { reportCommands } from './commands.ts';
import { pageRules } from './paper/page-rules.ts';
import { PageStyle } from './paper/page-style.tsx';
import { PaperPreview } from './paper/paper-preview.tsx';
import { useDocumentTitle } from './paper/use-document-title.ts';
import classes from './report-work.module.css';
import { type SheetKind, sheetDocument, sheetKinds } from './sheet-document.ts';
import { StandingState } from './standing-state.tsx';
import { useOutput } from './use-output.ts';
import type { Loaded } from './use-record.ts';

/** Choose the sheet, see it as it prints, and let it go: to paper, to a file, to the clipboard. */
export function ReportWork({ loaded }: { readonly loaded: Loaded }) {
  const { record, paper, host } = loaded;
  const { say } = useWords();
  const [kind, setKind] = useState<SheetKind>('assessment-report');
  const [withWorking, setWithWorking] = useState(true);
  const sheet = useMemo(() => sheetDocument(kind, { ...record, withWorking }), [kind, record, withWorking]);
  const output = useOutput(sheet, record.assessment.id);
  const nothing = kind === 'patient-handout' && !hasWordsForPatient(record);
  const savePdf = host === 'desktop' && !nothing ? output.savePdf : undefined;
  const print = nothing ? undefined : output.print;
  const copy = nothing ? undefined : output.copy;

  useDocumentTitle(sheet.title);
  useCommands(reportCommands, {
    ...(print === undefined || copy === undefined ? {} : { 'report-print': print, 'report-copy': copy }),
    ...(savePdf === undefined ? {} : { 'report-save-pdf': savePdf }),
    'report-kind-assessment-report': () => setKind('assessment-report'),
    'report-kind-patient-handout': () => setKind('patient-handout'),
    'report-kind-blank-intake': () => setKind('blank-intake'),
  });

  return (
    <>
      <PageStyle rules={pageRules(sheet, paper, { page: say('sheet.page'), of: say('sheet.page-of') })} />
      <ScreenHead title={say('report.title')} state={<StandingState assessment={record.assessment} />}>
        <Button variant="default" leftSection={<IconCopy size={16} />} onClick={copy} disabled={copy === undefined}>
          {say('report.copy')}
        </Button>
        {host === 'desktop' && (
          <Button variant="default" leftSection={<IconFileTypePdf size={16} />} onClick={savePdf} disabled={savePdf === undefined}>
            {say('report.save-pdf')}
          </Button>
        )}
        <Button leftSection={<IconPrinter size={16} />} onClick={print} disabled={print === undefined}>
          {say('report.print')}
        </Button>
      </ScreenHead>
      <div className={classes.choices}>
        <SegmentedControl
          aria-label={say('report.kind')}
          value={kind}
          onChange={setKind}
          data={sheetKinds.map((value) => ({ value, label: say(`report.kind.${value}`) }))}
        />
        {kind === 'assessment-report' && (
          <Switch
            label={say('report.with-appendix')}
            checked={withWorking}
            onChange={(event) => setWithWorking(event.currentTarget.checked)}
          />
        )}
        {host === 'browser' && <span className={classes.hint}>{say('report.browser-pdf')}</span>}
      </div>
      {nothing ? <NoWordsYet /> : <PaperPreview document={sheet} paper={paper} />}
    </>
  );
}

function NoWordsYet() {
  const { say } = useWords();
  const params = useParams({ from: '/patients/$patientId/assessments/$assessmentId/report' });
  return (
    <NothingYet title={say('report.no-words')} text={say('report.no-words.next')}>
      <Link to="/patients/$patientId/assessments/$assessmentId" params={params}>
        {say('report.no-words.go')}
      </Link>
    </NothingYet>
  );
}
