import type { Cell, Column, Row } from '../../../shared/report/document.ts';
import { BarFigure } from './bar-figure.tsx';
import classes from './sheet.module.css';
import { Text } from './text.tsx';

interface Props {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

function CellView({ cell }: { readonly cell: Cell }) {
  if (cell.kind === 'bar') {
    return (
      <span className={classes.barCell}>
        <BarFigure bar={cell} />
        <span className="num">{cell.text}</span>
      </span>
    );
  }
  return cell.strong === true ? <strong>{cell.text}</strong> : <Text>{cell.text}</Text>;
}

/** A table whose head is repeated on each page and whose rows do not break. */
export function TableView({ label, columns, rows }: Props) {
  return (
    <table className={classes.table} aria-label={label}>
      <colgroup>
        {columns.map((column) => (
          <col key={column.heading} style={{ width: `${column.width}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.heading} scope="col">
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the sheet is made anew as a whole
          <tr key={index} data-group={row.group === true || undefined}>
            {row.cells.map((cell, place) =>
              place === 0 ? (
                <th
                  key={columns[place]?.heading}
                  scope={row.group === true ? 'colgroup' : 'row'}
                  colSpan={row.group === true ? columns.length : undefined}
                >
                  <CellView cell={cell} />
                </th>
              ) : (
                <td key={columns[place]?.heading}>
                  <CellView cell={cell} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
