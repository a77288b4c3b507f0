import { useElementSize } from '@mantine/hooks';
import { CartesianGrid, Label, Line, LineChart, ReferenceArea, ReferenceDot, Tooltip, XAxis, YAxis } from 'recharts';
import { dayAt, dayNumber } from '../../shared/calendar/days.ts';
import { sayDay } from '../../shared/messages/dates.ts';
import { monthTicks, scaleTicks, valueTicks } from '../../shared/outcomes/axis.ts';
import { unimportantBand } from '../../shared/outcomes/change.ts';
import { runsOf, thinned } from '../../shared/outcomes/points.ts';
import { useWords } from '../app/words/use-words.ts';
import { chartHeight, chartMargins, monthLabels, mostDots, mostPoints } from './chart-layout.ts';
import { chartTooltip } from './chart-tooltip.tsx';
import classes from './series-chart.module.css';
import { monthWords, valueWords } from './series-words.ts';
import type { Span } from './time-range.ts';
import type { Followed } from './use-timeline.ts';

interface Props {
  readonly followed: Followed;
  readonly span: Span;
  /** The chart in a sentence, for who does not see it. */
  readonly sentence: string;
  readonly colour: string;
}

/** One series over time: to scale, no line across a gap, the important difference shaded round the first value, the last value named. */
export function SeriesChart({ followed: { series, points }, span, sentence, colour }: Props) {
  const words = useWords();
  const { ref, width } = useElementSize();
  const inSpan = points.filter((point) => point.day >= span.from && point.day <= span.to);
  const shown = thinned(inSpan, mostPoints);
  // A point without a value between two runs keeps the line from bridging the gap.
  const data = runsOf(shown).flatMap((run, index) => [
    ...(index === 0 ? [] : [{ x: dayNumber(run[0]?.day ?? span.from) - 1, value: null }]),
    ...run.map((point) => ({ x: dayNumber(point.day), value: point.value })),
  ]);
  const baseline = points[0]?.value ?? 0;
  const band = unimportantBand(series, baseline);
  const [low, high] = series.range;
  const ticks = high === null ? valueTicks(low, Math.max(...shown.map((point) => point.value), baseline, low + 1)) : scaleTicks(low, high);
  const last = shown.at(-1);
  const months = monthTicks(span.from, span.to, monthLabels(width));

  function monthLabel(x: number): string {
    const day = dayAt(x);
    const isFirst = day === months[0];
    return isFirst || day.slice(5, 7) === '01' ? monthWords(day, words) : words.sayOf(`month.${Number(day.slice(5, 7))}`);
  }

  return (
    <div ref={ref} className={classes.chart} role="img" aria-label={sentence}>
      {width > 0 && (
        <LineChart
          width={width}
          height={chartHeight}
          data={data}
          margin={{ top: chartMargins.top, right: chartMargins.right, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          {band !== null && <ReferenceArea y1={band[0]} y2={band[1]} fill="var(--accent-soft)" fillOpacity={0.8} ifOverflow="hidden" />}
          <XAxis
            dataKey="x"
            type="number"
            domain={[dayNumber(span.from), dayNumber(span.to)]}
            allowDataOverflow
            ticks={months.map(dayNumber)}
            tickFormatter={monthLabel}
            interval={0}
            tick={{ fill: 'var(--ink-3)' }}
            tickLine={{ stroke: 'var(--line-2)' }}
            axisLine={{ stroke: 'var(--line-2)' }}
            height={26}
          />
          <YAxis
            width={chartMargins.left}
            domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
            ticks={[...ticks]}
            interval={0}
            tick={{ fill: 'var(--ink-3)' }}
            tickFormatter={(value: number) => words.intl.formatNumber(value)}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--line-control)' }}
            content={chartTooltip((x, value) =>
              words.say('timeline.point', { day: sayDay(dayAt(x), words), value: valueWords(series, value, words) }),
            )}
          />
          <Line
            dataKey="value"
            type="linear"
            stroke={colour}
            strokeWidth={2}
            isAnimationActive={false}
            connectNulls={false}
            dot={shown.length > mostDots ? false : { r: 3.5, fill: 'var(--panel)', stroke: colour, strokeWidth: 2 }}
            activeDot={{ r: 5, fill: colour, stroke: 'var(--panel)' }}
          />
          {last !== undefined && (
            <ReferenceDot
              x={dayNumber(last.day)}
              y={last.value}
              r={0}
              ifOverflow="visible"
              label={
                <Label
                  value={valueWords(series, last.value, words)}
                  position="right"
                  offset={10}
                  className={classes.last ?? ''}
                  fill="var(--ink)"
                />
              }
            />
          )}
        </LineChart>
      )}
    </div>
  );
}
