import type { Block, Run } from '../../../shared/report/document.ts';
import { QuestionsView } from './questions-view.tsx';
import classes from './sheet.module.css';
import { TableView } from './table-view.tsx';
import { Text } from './text.tsx';

function RunView({ run }: { readonly run: Run }) {
  const text = <Text>{run.text}</Text>;
  return run.strong === true ? <strong>{text}</strong> : text;
}

/** One block of a sheet. */
export function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className={block.small === true ? classes.small : classes.paragraph}>
          {block.runs.map((run, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: runs never move within their paragraph
            <RunView key={index} run={run} />
          ))}
        </p>
      );
    case 'alert':
      return (
        <div className={classes.alert}>
          <p>
            <strong>{block.title}</strong>
          </p>
          {block.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      );
    case 'list': {
      const List = block.numbered === true ? 'ol' : 'ul';
      return (
        <List className={block.numbered === true ? classes.numbered : classes.list} data-in-two={block.inTwo === true || undefined}>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </List>
      );
    }
    case 'table':
      return <TableView label={block.label} columns={block.columns} rows={block.rows} />;
    case 'signature':
      return (
        <div className={classes.signature}>
          {block.parts.map((part) => (
            <p key={part}>{part}</p>
          ))}
        </div>
      );
    case 'lines':
      return (
        <div className={classes.lines}>
          {block.labels.map((label) => (
            <p key={label}>{label}</p>
          ))}
        </div>
      );
    case 'questions':
      return <QuestionsView questions={block.questions} />;
  }
}
