import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { PatientRow } from '../../shared/contract/patients.ts';
import type { MessageId } from '../../shared/messages/words.ts';
import { useWords } from '../app/words/use-words.ts';
import { PatientLine } from './patient-line.tsx';
import classes from './patient-list.module.css';
import { useRowHeight } from './use-row-height.ts';

interface Props {
  readonly listId: string;
  readonly total: number;
  readonly row: (index: number) => PatientRow | undefined;
  readonly active: number;
  readonly today: string;
  readonly onSeen: (first: number, last: number) => void;
}

const columns: readonly { readonly words: MessageId; readonly className: string | undefined }[] = [
  { words: 'patients.column.name', className: classes.name },
  { words: 'patients.column.age', className: classes.age },
  { words: 'patients.column.sex', className: classes.sex },
  { words: 'patients.column.record', className: classes.record },
  { words: 'patients.column.diagnosis', className: classes.diagnosis },
  { words: 'patients.column.last-seen', className: classes.seen },
  { words: 'patients.column.review', className: classes.review },
];

/** The identity of a row's element, for the search field to point at. */
export function rowId(listId: string, index: number): string {
  return `${listId}-row-${index}`;
}

/** Patients, however many: only the rows in view are drawn. Moved through with arrows or J and K, opened with Enter or a click. */
export function PatientList({ listId, total, row, active, today, onSeen }: Props) {
  const { say } = useWords();
  const height = useRowHeight();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    scrollPaddingStart: height,
  });
  const shown = virtual.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  const above = shown[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);

  useEffect(() => onSeen(first, last), [first, last, onSeen]);
  useEffect(() => {
    if (active < total) virtual.scrollToIndex(active);
  }, [active, total, virtual]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the pointer, and with it the height of a row, changes
  useEffect(() => virtual.measure(), [height, virtual]);

  return (
    <div ref={scroller} className={classes.scroller}>
      <table
        id={listId}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an interactive table of rows to choose from is a grid
        role="grid"
        tabIndex={0}
        className={classes.list}
        aria-label={say('patients.list', { count: total })}
        aria-rowcount={total + 1}
        aria-activedescendant={rowId(listId, active)}
      >
        <thead className={classes.head}>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column.words} scope="col" className={column.className}>
                {say(column.words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} />}
          {shown.map((item) => {
            const patient = row(item.index);
            return (
              <tr
                key={item.key}
                id={rowId(listId, item.index)}
                className={classes.patient}
                aria-rowindex={item.index + 2}
                aria-selected={item.index === active}
              >
                {patient === undefined ? <Waiting /> : <PatientLine row={patient} today={today} />}
              </tr>
            );
          })}
          {below > 0 && <Gap height={below} />}
        </tbody>
      </table>
    </div>
  );
}

/** The height of rows that are not drawn. */
function Gap({ height }: { readonly height: number }) {
  return (
    <tr style={{ height }}>
      <td className={classes.gap} />
    </tr>
  );
}

function Waiting() {
  return (
    <td>
      <span className={classes.waiting} />
    </td>
  );
}
