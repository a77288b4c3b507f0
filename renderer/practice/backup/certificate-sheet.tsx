import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Certificate } from '../../../shared/contract/keeping.ts';
import { useWords } from '../../app/words/use-words.ts';
import { usePutOut } from '../../controls/use-put-out.ts';
import classes from './certificate-sheet.module.css';
import { sayMoment } from './say-moment.ts';

interface Props {
  readonly certificate: Certificate;
  readonly onClose: () => void;
}

/** What a rehearsal found, as it is printed, dated and signed. It names no patient. */
export function CertificateSheet({ certificate, onClose }: Props) {
  const words = useWords();
  const { intl, say } = words;
  const { print } = usePutOut({ kind: 'certificate', assessmentId: null });
  const { contents, passed } = certificate;
  const number = (value: number) => intl.formatNumber(value);

  const lines: readonly (readonly [string, ReactNode])[] = [
    [say('certificate.practice'), certificate.practice],
    [say('certificate.rehearsed'), say('certificate.by', { moment: sayMoment(certificate.rehearsedAt, words), name: certificate.person })],
    [say('certificate.backup'), certificate.backup],
    [say('certificate.made'), sayMoment(contents.madeAt, words)],
    [say('certificate.patients'), number(contents.patients)],
    [say('certificate.assessments'), number(contents.assessments)],
    [say('certificate.signed'), say('certificate.signed-intact', { intact: certificate.signedIntact, signed: certificate.signed })],
    [
      say('certificate.replayed'),
      say('certificate.replayed-words', {
        same: certificate.replayedSame,
        different: certificate.replayedDifferent,
        signed: certificate.signed,
        unknown: certificate.signedIntact - certificate.replayedSame - certificate.replayedDifferent,
      }),
    ],
    [say('certificate.measurements'), number(contents.measurements)],
    [say('certificate.rows'), say(`certificate.rows.${certificate.sameRows}`)],
    [say('certificate.trail'), say('certificate.trail-words', { rows: certificate.auditRows, problems: certificate.problems })],
    [say('certificate.continued'), say(`certificate.continued.${certificate.continued}`)],
    [say('certificate.hash'), <code key="hash">{certificate.sha256}</code>],
  ];
  return (
    <div className={classes.place}>
      <div className={classes.actions}>
        <Button onClick={() => void print()}>{say('certificate.print')}</Button>
        <Button variant="default" onClick={onClose}>
          {say('certificate.close')}
        </Button>
      </div>
      <article className={classes.sheet}>
        <h2 className={classes.title}>{say('certificate.title')}</h2>
        <p className={classes.outcome} data-passed={passed}>
          {say(passed ? 'certificate.passed' : 'certificate.failed')}
        </p>
        <dl className={classes.lines}>
          {lines.map(([term, value]) => (
            <div key={term} className={classes.line}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p className={classes.signature}>{say('certificate.signature')}</p>
      </article>
    </div>
  );
}
