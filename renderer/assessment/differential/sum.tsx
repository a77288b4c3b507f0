import type { Contribution, DifferentialRow } from '../../../shared/classification/result.ts';
import type { CaseFacts } from '../../../shared/findings/facts.ts';
import { sayPercent, sayRatio, sayWeight } from '../../../shared/messages/numbers.ts';
import { inSentence } from '../../../shared/report/sentences/letters.ts';
import { useWords } from '../../app/words/use-words.ts';
import { SourceLinks } from '../../controls/source-links.tsx';
import classes from './sum.module.css';
import type { Working } from './working.ts';

interface Props {
  readonly row: DifferentialRow;
  readonly working: Working;
  readonly facts: CaseFacts;
}

const perNat = 1_000_000;
const oddsOf = (micro: number) => Math.exp(micro / perNat);
const probabilityOf = (micro: number) => 1 / (1 + Math.exp(-micro / perNat));

/** How the figure comes about: start, age, core feature, findings, competition; the factors multiply to the odds. */
export function Sum({ row, working, facts }: Props) {
  const words = useWords();
  const { say, sayOf } = words;
  const factor = (name: string, weight: number, from?: Contribution) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td className="num">{sayWeight(weight, words)}</td>
      <td>{from !== undefined && <SourceLinks sources={from.sources} />}</td>
    </tr>
  );
  return (
    <details className={classes.sum}>
      <summary>{say('assessment.adds-up')}</summary>
      <table>
        <tbody>
          {working.pretest !== undefined && (
            <tr>
              <th scope="row">{say('assessment.pretest', { setting: inSentence(sayOf(`setting.${facts.setting}`)) })}</th>
              <td className="num">{sayPercent(probabilityOf(working.pretest.logLikelihoodRatio), words)}</td>
              <td>
                <SourceLinks sources={working.pretest.sources} />
              </td>
            </tr>
          )}
          {working.age !== undefined &&
            factor(say('assessment.age', { years: facts.patient.ageYears ?? 0 }), working.age.logLikelihoodRatio, working.age)}
          {working.core !== undefined && factor(say('assessment.core-absent'), working.core.logLikelihoodRatio, working.core)}
          {factor(say('assessment.findings-together'), working.findings)}
          {working.competition !== undefined &&
            factor(say('assessment.competition'), working.competition.logLikelihoodRatio, working.competition)}
          <tr className={classes.total}>
            <th scope="row">{say('assessment.together')}</th>
            <td className="num">{sayPercent(row.probability, words)}</td>
            <td className="num">
              {row.logOdds < 0
                ? say('assessment.odds-against', { odds: sayRatio(oddsOf(-row.logOdds)) })
                : say('assessment.odds', { odds: sayRatio(oddsOf(row.logOdds)) })}
            </td>
          </tr>
        </tbody>
      </table>
    </details>
  );
}
